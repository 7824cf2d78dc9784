"""What a person does in a window: reads words, presses, writes; every deed is counted.

Everything is found by what a person reads, or hears from a screen reader: the words of a button,
of a link, of a label. The words are looked up in the catalogues, so the same person reads them in
Vietnamese or in English.

One action is one click on a link, a button or a box, one field filled in, or one choice made in a
list. Signing in and out, and opening an address from outside, are not counted.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext, ngettext, override, pgettext
from playwright.sync_api import Locator, Page, expect

from journeys.album import Album

expect.set_options(timeout=15_000)
NAMES = {"vi": "Tiếng Việt", "en": "English"}
MOST_TABS = 150
SHOWS_FOCUS = """one => one.matches(':focus-visible')
  && getComputedStyle(one).outlineStyle !== 'none'
  && parseFloat(getComputedStyle(one).outlineWidth) >= 2"""


@dataclass
class Effort:
    """How many actions were taken, by what they were for."""

    spent: dict[str, int] = field(default_factory=dict)

    def add(self, purpose: str) -> None:
        self.spent[purpose] = self.spent.get(purpose, 0) + 1

    def of(self, purpose: str) -> int:
        return self.spent.get(purpose, 0)

    def over(self, at_most: dict[str, int]) -> dict[str, int]:
        """What took more actions than it may."""
        return {what: self.of(what) for what, most in at_most.items() if self.of(what) > most}

    def table(self, at_most: dict[str, int]) -> str:
        """What was done with how many actions, one purpose a line."""
        return "\n".join(
            f"{count:4} actions (at most {at_most.get(what, '–')}): {what or 'the rest'}"
            for what, count in self.spent.items()
        )


@dataclass
class Person:
    """Somebody at a window, who does things for a purpose."""

    page: Page
    album: Album
    effort: Effort
    language: str = "vi"
    purpose: str = ""
    script: bool = True

    def words(self, msgid: str, *, context: str = "") -> str:
        """The words of the interface in this person's language."""
        with override(self.language):
            return pgettext(context, msgid) if context else gettext(msgid)

    def pattern(self, msgid: str, plural: str = "") -> re.Pattern[str]:
        """The words with anything in place of what is filled in."""
        with override(self.language):
            found = ngettext(msgid, plural, 2) if plural else gettext(msgid)
        parts = re.split(r"%\(\w+\)s", found)
        return re.compile(".*".join(re.escape(part) for part in parts))

    # Going somewhere

    def comes_to(self, path: str) -> None:
        """Open an address from outside: a mail, a bookmark."""
        self.page.goto(path)

    def follows(self, link: str | re.Pattern[str], *, nth: int = 0, exact: bool = True) -> None:
        """Click on a link."""
        self._did(self.page.get_by_role("link", **self._named(link, exact)).nth(nth))

    def presses(self, button: str | re.Pattern[str], *, nth: int = 0) -> None:
        """Press a button."""
        self._did(self.page.get_by_role("button", **self._named(button, True)).nth(nth))

    def opens(self, summary: str) -> None:
        """Open a part of the page that is folded."""
        self._click(self.page.get_by_text(self.words(summary), exact=True).first)
        self.effort.add(self.purpose)

    # Writing

    def writes(self, label: str, text: str, *, within: str = "") -> None:
        """Fill in a field; `within` is the group of fields that it stands in."""
        self._fill(self._field(label, within), text)
        self.effort.add(self.purpose)

    def writes_in(self, language: str, group: str, text: str) -> None:
        """Fill in one language of a text that is kept in several."""
        names = {"vi": "Vietnamese", "en": "English"}
        self.writes(names[language], text, within=group)

    def chooses(self, label: str, option: str | re.Pattern[str]) -> None:
        """Choose from a list."""
        box = self._field(label, "")
        wanted = box.locator("option").filter(has_text=option).first
        box.select_option(value=wanted.get_attribute("value"))
        self.effort.add(self.purpose)

    def ticks(self, label: str | re.Pattern[str], *, nth: int = 0) -> None:
        """Tick a box, or choose one of several."""
        named = self._named(label, True)
        boxes = self.page.get_by_role("checkbox", **named).or_(
            self.page.get_by_role("radio", **named)
        )
        self._check(boxes.nth(nth))
        self.effort.add(self.purpose)

    def unticks(self, label: str | re.Pattern[str], *, nth: int = 0) -> None:
        """Take the tick from a box."""
        self.page.get_by_role("checkbox", **self._named(label, True)).nth(nth).uncheck()
        self.effort.add(self.purpose)

    def hands_in(self, label: str, *paths: str) -> None:
        """Choose files of the own machine."""
        self._field(label, "").set_input_files(list(paths))
        self.effort.add(self.purpose)

    # Taking files along

    def gets_by_link(self, link: str | re.Pattern[str], *, nth: int = 0) -> bytes:
        """Follow a link that leads to a file, and take the file along."""
        target = self.page.get_by_role("link", **self._named(link, True)).nth(nth)
        answer = self.page.context.request.get(target.get_attribute("href") or "")
        assert answer.ok, f"{answer.status} {answer.url}"
        self.effort.add(self.purpose)
        return answer.body()

    def gets_by_button(self, button: str) -> bytes:
        """Press a button that answers with a file, and take the file along."""
        with self.page.expect_download() as waiting:
            self._click(self.page.get_by_role("button", **self._named(button, True)))
        self.effort.add(self.purpose)
        return Path(waiting.value.path()).read_bytes()

    # Reading

    def reads(self, text: str | re.Pattern[str]) -> None:
        """Find these words on the page."""
        expect(self.page.locator("main")).to_contain_text(text)

    def does_not_read(self, text: str | re.Pattern[str]) -> None:
        """Find these words nowhere on the page."""
        expect(self.page.locator("main")).not_to_contain_text(text)

    def looks(self, caption: str) -> None:
        """Take a picture of the page, and check it as it stands."""
        self.album.keep(self.page, caption, script=self.script)

    # Accounts

    def signs_in(self, email: str, password: str) -> None:
        """Sign in from the start page."""
        self.comes_to(f"/{self.language}/")
        self._click(self.page.get_by_role("link", name=self.words("Sign in"), exact=True))
        self._fill(self.page.get_by_role("textbox").first, email)
        self._fill(self.page.locator("input[type=password]"), password)
        self._click(self.page.get_by_role("button", name=self.words("Sign in"), exact=True))
        self._reads_the_own_language()
        expect(self.page.get_by_role("button", name=self.words("Sign out"))).to_be_visible()

    def _reads_the_own_language(self) -> None:
        """Change to it where the account is kept in another."""
        expect(self.page).not_to_have_url(re.compile("sign-in"))
        self.page.wait_for_load_state()
        own = self.page.get_by_role("link", name=NAMES[self.language], exact=True)
        if own.count():
            self._click(own)
            expect(self.page).to_have_url(re.compile(f"/{self.language}/"))

    def _field(self, label: str, within: str) -> Locator:
        around: Page | Locator = self.page
        if within:
            around = self.page.get_by_role("group", name=self.words(within))
        return around.get_by_label(re.compile(f"^{re.escape(self.words(label))}")).first

    def _named(self, words: str | re.Pattern[str], exact: bool) -> dict[str, object]:
        if isinstance(words, re.Pattern):
            return {"name": words}
        return {"name": self.words(words), "exact": exact}

    def _did(self, target: Locator) -> None:
        with self.page.expect_navigation():
            self._click(target)
        self.effort.add(self.purpose)

    # With a mouse; `ByKeyboard` does the same with keys

    def _click(self, target: Locator) -> None:
        target.click()

    def _fill(self, target: Locator, text: str) -> None:
        target.fill(text)

    def _check(self, target: Locator) -> None:
        target.check()


class ByKeyboard(Person):
    """Somebody who has no mouse: Tab until the focus is there, seen to be there, then a key."""

    def _click(self, target: Locator) -> None:
        self._reach(target)
        self.page.keyboard.press("Enter")

    def _fill(self, target: Locator, text: str) -> None:
        self._reach(target)
        self.page.keyboard.insert_text(text)

    def _check(self, target: Locator) -> None:
        self._reach(target)
        self.page.keyboard.press("Space")

    def _reach(self, target: Locator) -> None:
        expect(target).to_be_visible()
        for _tab in range(MOST_TABS):
            if target.evaluate("one => one === document.activeElement"):
                break
            self.page.keyboard.press("Tab")
        assert target.evaluate(SHOWS_FOCUS), f"the focus is not seen on {target}"
