"""Those who are asked: bodies that answer by the link in their mail, without an account."""

import re

from playwright.sync_api import expect

from journeys.people import Person

ANSWERING = "a reply by link, written and sent on a narrow screen without script"
COMING_BACK = "an activity, with the browser closed in between"


class Correspondent(Person):
    """Somebody at a body that was addressed."""

    def opens_the_mail_to(self, address: str) -> None:
        """Open the newest mail to an address; reading one's mail is not counted."""
        self.comes_to(f"/vi/mailbox/?to={address}")
        self.page.locator("main").get_by_role("link", name=re.compile("BTTTT-HTQT")).first.click()
        self.looks("The letter in the mailbox of its recipient")

    def follows_the_link(self) -> None:
        self.follows(re.compile("^http"))
        self.looks("The recipient opens the link")

    def tells(self, kind: str, title: dict[str, str], text: dict[str, str]) -> None:
        """Choose what to share, and write it in one language or two."""
        self.follows(kind)
        for language, words in title.items():
            self.writes_in(language, "Title", words)
        for language, words in text.items():
            self.writes_in(language, "What was done, for whom, and with what result", words)

    def goes_on(self, caption: str) -> None:
        self.looks(caption)
        self.presses("Continue")

    def names_the_goal(self, number: int) -> None:
        self.ticks(re.compile(rf"^{number}\."))
        self.goes_on("Which goals it serves")

    def agrees_to(self, *consents: str) -> None:
        for consent in consents:
            self.ticks(consent)
        self.goes_on("Who may read it")

    def sends(self, sender: str) -> None:
        self.writes("Your name and post", sender)
        self.looks("Check and send")
        self.presses(self.pattern("Send %(counter)s item", "Send %(counter)s items"))
        self.reads(self.words("Sent. You can see here what becomes of each item."))
        self.looks("Sent")

    def closes_the_browser(self) -> None:
        """Close it without another word; the next window knows nothing of this one."""
        self.page.context.close()

    def finds_the_draft(self, title: str) -> None:
        """Go on where one stopped."""
        self.follows("Go on with your draft")
        self.looks("The draft is still there")
        self.follows(title)
        box = self._field("Vietnamese", "Title")
        expect(box).to_have_value(title)

    def hands_on_to(self, unit: str) -> None:
        self.opens("Hand the task on to a unit of yours")
        self.chooses("A unit below yours", unit)
        self.presses("Hand on")
        self.reads(unit)
        self.looks("The task is handed on")

    def has_nothing_to_report(self, sender: str) -> None:
        self.follows("We have nothing to report")
        self.writes("Your name and post", sender)
        self.looks("Nothing to report")
        self.presses("Answer: nothing to report")
        self.reads(self.words("You answered that there is nothing to report."))
