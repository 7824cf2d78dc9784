"""Last year's letter for this year: what changes with the edition, and what was changed."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from convoca.languages.translated import Translated
from convoca.letters.content import LetterText


@dataclass(frozen=True, slots=True)
class Change:
    """One paragraph that differs, before and after."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The facts that change from one year to the next."""

    year: int
    theme: Translated = field(default_factory=Translated)


def carried_over(text: LetterText, *, year: int, to: Edition) -> tuple[LetterText, list[Change]]:
    """Return the text of `year` with the facts of another edition, and every changed paragraph.

    The year's number is replaced wherever it stands alone; the old theme where it is quoted.
    Where no new theme is given, the old one stays in place and the drafter must change it.
    """
    changed = _changer(text, year, to)
    made = replace(
        text,
        subject=changed(text.subject),
        body=changed(text.body),
        annex_title=_each(text.annex_title, changed),
        annex_theme=to.theme or _each(text.annex_theme, changed),
        annex_day=_moved(text.annex_day, to.year - year),
    )
    before = [text.subject, *text.body.split("\n\n")]
    after = [made.subject, *made.body.split("\n\n")]
    pairs = zip(before, after, strict=True)
    return made, [Change(old, new) for old, new in pairs if old != new]


def _changer(text: LetterText, year: int, to: Edition) -> Callable[[str], str]:
    themes = [(old, to.theme[code]) for code, old in text.annex_theme.items() if code in to.theme]
    number = re.compile(rf"(?<!\d){year}(?!\d)")

    def changed(value: str) -> str:
        for old, new in themes:
            value = value.replace(old, new)
        return number.sub(str(to.year), value)

    return changed


def _each(texts: Translated, changed: Callable[[str], str]) -> Translated:
    return Translated({code: changed(text) for code, text in texts.items()})


def _moved(day: date | None, years: int) -> date | None:
    if day is None:
        return None
    if (day.month, day.day) == (2, 29):
        return day.replace(year=day.year + years, day=28)
    return day.replace(year=day.year + years)
