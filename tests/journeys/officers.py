"""The officers of the ministry, each with what their post does."""

import re

from journeys.people import Person

DRAFTING = "from the source text to the issued letter"


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


class Desk(Person):
    """One of the three who look at a letter before it has its number."""

    def agrees(self, task: str) -> None:
        self.follows(task)
        self.looks(task)
        self.presses(task)


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
