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

    def adds_the_visual(self, titles: dict[str, str], themes: dict[str, str], day: str) -> None:
        self.opens("Annex: the year’s visual")
        for language, title in titles.items():
            self.writes_in(language, "Annex: name of the day, by language", title)
        for language, theme in themes.items():
            self.writes_in(language, "Annex: theme of the year, by language", theme)
        self.writes("Annex: the day", day)

    def writes_in(self, language: str, group: str, text: str) -> None:
        """Fill in one language of a text that is kept in several."""
        names = {"vi": "Vietnamese", "en": "English"}
        self.writes(names[language], text, within=group)

    def drafts_the_call(
        self, edition: str, letter: str, title: dict[str, str], forward_to: str
    ) -> None:
        self.follows("Calls")
        self.follows("Draft a call")
        self.chooses("Observance and year", edition)
        self.chooses("Letter that opens the call", letter)
        for language, words in title.items():
            self.writes_in(language, "Name of the call", words)
        self.chooses("A choice of what comes in goes to", forward_to)
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
