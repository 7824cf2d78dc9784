"""The frame of a letter: the words that stand on it besides its text.

Sizes and places are those of Decree 30 in either form; the words of an international organisation's
letter are plain English of ours, by no published rule.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from convoca.standards.decree30 import (
    AS_ABOVE,
    ArchiveLine,
    Authority,
    Signing,
    addressee_lines,
    dispatch_lines,
    layout,
    number_and_symbol,
    place_date_line,
)
from convoca.standards.decree30.addressees import ARCHIVE, DISPATCH, TO
from convoca.standards.decree30.dates import BLANK


@dataclass(frozen=True, slots=True)
class LetterForm:
    """The words of one frame. `place_date` takes place, day or None, and the year.

    `marks` has the words for the decree's marks of authority (KT., TL., …) where it uses others;
    `as_above` begins the copies of a new letter, `records` is the office that keeps one copy.
    """

    national_name: str
    motto: str
    number: str
    about: str
    to: str
    copies: str
    as_above: str
    archive: str
    records: str
    marks: Mapping[str, str]
    draft: str
    annex: str
    attached: str
    place_date: Callable[[str, date | None, int], str]

    def number_line(self, number: int | None, symbol: str) -> str:
        """Write the line of the number; before numbering, blanks stand where it will be."""
        gap = "" if number is None else " "
        return f"{self.number}{gap}{number_and_symbol(number, symbol)}"

    def to_lines(self, names: Sequence[str]) -> tuple[str, ...]:
        """Write the addressees: one on the first line, several on dashed lines below it."""
        return tuple(line.replace(TO, self.to, 1) for line in addressee_lines(names))

    def copy_lines(self, recipients: Sequence[str], archive: ArchiveLine) -> tuple[str, ...]:
        """Write those who get copies; whoever keeps the letter stands last."""
        *others, last = dispatch_lines(recipients, archive)
        return (*others, last.replace(ARCHIVE, self.archive, 1))

    def authority_lines(self, signing: Signing) -> tuple[str, ...]:
        """Write who signs, in capitals, by which authority."""
        return tuple(self._in_words(line) for line in signing.lines())

    def _in_words(self, line: str) -> str:
        mark, _blank, post = line.partition(" ")
        return f"{self.marks[mark]} {post}" if mark in self.marks else line


def _decree_place_date(place: str, day: date | None, year: int) -> str:
    return place_date_line(place, day, year=year)


def _english_place_date(place: str, day: date | None, year: int) -> str:
    if day is None:
        return f"{place},{BLANK}{year}"
    return f"{place}, {day.day} {day:%B} {day.year}"


DECREE_30 = LetterForm(
    national_name=layout.NATIONAL_NAME,
    motto=layout.MOTTO,
    number="Số:",
    about="V/v",
    to=TO,
    copies=DISPATCH,
    as_above=AS_ABOVE,
    archive=ARCHIVE,
    records="VT",
    marks={},
    draft="DỰ THẢO",
    annex="Phụ lục",
    attached="(Kèm theo Văn bản số{number} {day} của {issuer})",
    place_date=_decree_place_date,
)
INTERNATIONAL = LetterForm(
    national_name="",
    motto="",
    number="Ref.:",
    about="Subject:",
    to="To:",
    copies="Copies:",
    as_above="As above",
    archive="File:",
    records="Archives",
    marks={
        Authority.COLLECTIVE: "ON BEHALF OF THE",
        Authority.ACTING: "ACTING",
        Authority.DEPUTY: "FOR THE",
        Authority.BY_ORDER: "FOR THE",
        Authority.DELEGATED: "FOR THE",
    },
    draft="DRAFT",
    annex="Annex",
    attached="(Annex to letter{number} of {day}, {issuer})",
    place_date=_english_place_date,
)
