"""Those who are asked: bodies that answer by the link in their mail, without an account."""

import re

from journeys.people import Person

ANSWERING = "a reply by link on a narrow screen"


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

    def shares_an_experience(self, title: str, text: str) -> None:
        self.follows("Experience")
        self.writes("Vietnamese", title, within="Title")
        self.writes("Vietnamese", text, within="What was done, for whom, and with what result")
        self.looks("What was done")
        self.presses("Continue")
        self.ticks(re.compile("^3\\."))
        self.looks("Which goals it serves")
        self.presses("Continue")
        self.ticks("Anyone may read it")
        self.ticks("It may be sent to the union (ITU) in the country's name")
        self.looks("Who may read it")
        self.presses("Continue")

    def sends(self, sender: str) -> None:
        self.writes("Your name and post", sender)
        self.looks("Check and send")
        self.presses(self.pattern("Send %(counter)s item", "Send %(counter)s items"))
        self.looks("Sent")
