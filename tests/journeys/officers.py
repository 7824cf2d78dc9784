"""The officers of the ministry, each with what their post does."""

import re

from journeys.people import ByKeyboard, Person

DRAFTING = "from the source text to the issued letter"
REGISTERING = "a letter received, registered"
SPLITTING = "a letter received, split into two items"
CHASING = "a reminder to the silent"
CHOOSING = "from the answers to the approved list"
REPORTING = "the report"


class Specialist(Person):
    """Drafts letters and calls, and handles what comes back."""

    def drafts_from_text(self, source: str) -> None:
        self.follows("Official letters")
        self.follows("Draft a letter")
        self.writes("Paste the whole letter", source)
        self.looks("The specialist pastes the letter")
        self.presses("Read the letter")

    def addresses(self, *groups: str) -> None:
        for group in groups:
            if not self.page.get_by_role("checkbox", name=group, exact=True).is_checked():
                self.ticks(re.compile(f"^{re.escape(group)}$"))

    def copies_to(self, lines: str) -> None:
        self.writes("Copies (Nơi nhận), one on each line", lines)

    def drafts_the_call(self, union: str) -> None:
        """The letter that led here, its edition and the name of the day are filled in."""
        self.follows("Draft the call with it")
        chosen = self._field("A choice of what comes in goes to", "").locator("option:checked")
        assert chosen.inner_text() == union
        self.looks("The specialist drafts the call with it")
        self.presses("Draft the call")
        self.reads(
            self.words("This call is a draft. It opens in the moment in which its letter goes out.")
        )

    def lets_the_mail_go_to(self, name: str) -> None:
        """Read what waits in the outbox, and release what goes to somebody."""
        self.follows("Outbox")
        self.follows(re.compile(f"^{re.escape(name)}"))
        self.looks("A mail as it will be read")
        self.presses("Release")
        self.presses(re.compile(f"^{self.words('Release')}"))
        self.reads(self.pattern("Done with %(number)s mail.", "Done with %(number)s mails."))

    def comes_to_the_call(self) -> None:
        self.follows("Calls")
        self.page.locator("main tbody").get_by_role("link").first.click()

    def finds_the_reply_of(self, name: str) -> None:
        self.comes_to_the_call()
        self.follows("Table of addressees")
        self.looks("Where each addressee stands")
        self.follows(name)
        self.looks("The reply of one addressee")

    def writes_from_the_letter(self, kind: str, told: tuple[str, str], *consents: str) -> None:
        """Write one item of a letter of reply, in the words of its sender."""
        self.follows(kind)
        self.writes_in("vi", "Title", told[0])
        self.writes_in("vi", "What was done, for whom, and with what result", told[1])
        for consent in consents:
            self.ticks(consent)
        self.looks("An item is written from the letter")
        self.presses("Send")
        self.follows("From the official letter")

    def reminds_the_silent(self) -> None:
        self.comes_to("/en/")
        self.comes_to_the_call()
        self.looks("How far the call has come")
        self.follows("Remind the silent")
        self.looks("Who is reminded, and in which words")
        self.presses("Put into the outbox")
        self.looks("The reminders are read once more")
        self.presses("Send the chosen mails")
        self.reads(self.words("Released:"))

    def asks(self, *reviewers: str, leaves_out: str) -> None:
        """Ask reviewers about what came in, but for one item."""
        self.comes_to_the_call()
        self.follows("Review")
        self.unticks(re.compile(f"^{re.escape(leaves_out)}"))
        for reviewer in reviewers:
            self.ticks(re.compile(f"^{re.escape(reviewer)}"))
        self.looks("Reviewers are asked")
        self.presses("Ask them")
        self.reads(re.compile(re.escape(reviewers[0])))

    def sees_the_scores(self) -> None:
        self.comes_to(f"/{self.language}/")
        self.comes_to_the_call()
        self.follows("Review")
        self.looks("The scores of both reviewers")

    def decides(self, title: str, decision: str) -> None:
        """Decide who may read it in the library."""
        self.follows(title)
        self.looks("A contribution with its reviews")
        self.follows("Decide on publication")
        self.ticks(decision)
        self.looks("The decision on publication")
        self.presses("Decide")
        self.reads(self.words("Decided. Its sender sees it."))

    def begins_the_list(self, *titles: str) -> None:
        self.comes_to(f"/{self.language}/")
        self.comes_to_the_call()
        self.presses("Begin a list for the union")
        for title in titles:
            self.ticks(re.compile(f"^{re.escape(title)}"))
        self.presses("Put on the list")
        self.looks("The list and what each item still lacks")

    def checks_the_english_of(self, title: str, told: tuple[str, str] | None = None) -> None:
        """Read the English text against the original; write it where there is none."""
        row = self.page.get_by_role("row").filter(has_text=title)
        self._did(row.get_by_role("link", name=self.words("Check the English text")))
        if told:
            self.writes("English title", told[0])
            self.writes("English text", told[1])
        self.ticks("I have read the English text and found it right")
        self.looks("The English text is checked by a person")
        self.presses("Save as checked")
        self.reads(self.words("The English text is checked."))

    def submits_the_list(self) -> None:
        self.comes_to(f"/{self.language}/")
        self.comes_to_the_call()
        self.follows(self.pattern("List for %(to)s"))
        self.presses("Submit the list")
        self.reads(self.words("Done."))


class Reviewer(Person):
    """Scores what came in by the criteria of its call."""

    def scores(self, points: int, comment: str) -> None:
        """Score the first of what waits."""
        self.follows("Score a contribution")
        boxes = self.page.locator("main").get_by_role("combobox")
        for place in range(boxes.count()):
            boxes.nth(place).select_option(str(points))
            self.effort.add(self.purpose)
        self.writes("Comment", comment)
        self.looks("A reviewer scores by criteria")
        self.presses("Note my scores")
        self.reads(self.words("My reviews"))
        self.comes_to(f"/{self.language}/")


class Desk(Person):
    """One of the three who look at a letter before it has its number."""

    def agrees(self, task: str) -> None:
        self.follows(task)
        self.looks(task)
        self.presses(task)

    def passes_the_list(self, task: str, button: str) -> None:
        """Agree to the list for the union, or approve it, by the submission slip."""
        self.follows(task)
        self.looks(task)
        self.presses(button)
        self.reads(self.words("Done."))


class HeadByKeyboard(ByKeyboard, Desk):
    """The head of the unit, who has no mouse."""


class Clerk(Person):
    """Numbers, issues and registers."""

    def prepares(self) -> None:
        self.follows("Put the signed letter into the outbox")
        self.looks("The letter is signed and has its number")
        self.presses("Put it into the outbox")

    def issues(self) -> None:
        self.looks("The clerk reads it once more")
        self.presses("Issue the letter")
        self.looks("The letter is issued")

    def registers(self, sender: str, letter: dict[str, str], path: str) -> None:
        """Enter a letter received with what stands on it, and give it to the department."""
        self.follows("Official letters")
        self.follows("Registers")
        self.looks("The registers")
        self.follows(re.compile(f"^{self.words('Letters received')}"))
        self.looks("The register of letters received")
        self.follows("Register a letter")
        self.chooses("Answers our letter", sender)
        self.writes("Issuing body", sender)
        self.writes("Number and symbol", letter["number"])
        self.writes("Date of the letter", letter["day"])
        self.writes("Abstract", letter["subject"])
        self.writes("Signed by", letter["signer"])
        self.hands_in("Files", path)
        self.chooses("Goes to", "Vụ Hợp tác quốc tế")
        self.looks("The clerk registers the letter of reply")
        self.presses("Register")
        self.reads(sender)
        self.looks("The letter of reply is registered")
