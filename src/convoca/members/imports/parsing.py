"""From a line's cells to the facts of a body; every cell that is wrong is named."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import translation
from django.utils.translation import gettext as _

from convoca.files.sheets import Line, Problem, Sheet
from convoca.languages.folding import folded
from convoca.languages.translated import Translated
from convoca.members.models import BodyKind, RegionStatus
from convoca.members.models.bodies import REGIONS
from convoca.members.naming import main_of

_KEY = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")


@dataclass(slots=True)
class Facts:
    """What one line says about a body."""

    line: int
    key: str
    kind: str
    parent: str
    name: Translated
    main_language: str
    abbreviation: str
    email: str
    valid_from: date | None
    valid_to: date | None
    sort_order: int
    country_code: str
    region: str
    region_status: str
    french_order: int | None


class Cells:
    """One line being read; problems gather here instead of stopping at the first."""

    def __init__(self, line: Line, sheet: Sheet) -> None:
        self.line, self.sheet = line, sheet
        self.problems: list[Problem] = []

    def text(self, column: str) -> str:
        """Return a cell, empty where the file has no such column."""
        return self.line.cells.get(column, "")

    def wrong(self, column: str, message: str) -> None:
        """Note what is wrong with a cell."""
        self.problems.append(Problem(self.line.number, self.sheet.named(column), message))

    def short(self, column: str, length: int) -> str:
        """Return a cell of at most `length` letters."""
        text = self.text(column)
        if len(text) > length:
            self.wrong(column, _("More than %(count)d letters.") % {"count": length})
        return text

    def day(self, column: str) -> date | None:
        """Return a day written as 2025-03-01 or 01/03/2025."""
        text = self.text(column)
        for pattern in _DAYS if text else ():
            try:
                return datetime.strptime(text, pattern).date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
        if text:
            self.wrong(column, _("“%(text)s” is not a day such as 2025-03-01.") % {"text": text})
        return None

    def number(self, column: str) -> int | None:
        """Return a whole number from 0 to 1,000,000."""
        text = self.text(column)
        if not text:
            return None
        if text.isascii() and text.isdigit() and len(text) <= 6:
            return int(text)
        self.wrong(column, _("“%(text)s” is not a whole number.") % {"text": text})
        return None


def parsed(line: Line, sheet: Sheet) -> tuple[Facts, list[Problem]]:
    """Return what a line says and everything that is wrong with it."""
    cells = Cells(line, sheet)
    key, kind, name = _key(cells), _kind(cells), _name(cells)
    facts = Facts(
        line=line.number,
        key=key,
        kind=kind,
        parent=cells.text("parent"),
        name=name,
        main_language=_main_language(cells, name),
        abbreviation=cells.short("abbreviation", 40),
        email=_email(cells),
        valid_from=cells.day("valid_from"),
        valid_to=cells.day("valid_to"),
        sort_order=cells.number("sort_order") or 0,
        country_code=cells.short("country_code", 2).upper(),
        region=cells.text("region").upper(),
        region_status=cells.text("region_status"),
        french_order=cells.number("french_order"),
    )
    _check_days(cells, facts)
    _check_state(cells, facts)
    return facts, cells.problems


def _key(cells: Cells) -> str:
    key = cells.short("key", 80)
    if not key:
        cells.wrong("key", _("The key is missing."))
    elif not _KEY.fullmatch(key):
        cells.wrong("key", _("A key has only small letters a–z, figures and hyphens."))
    return key


def _kind(cells: Cells) -> str:
    kind = _kinds().get(folded(cells.text("kind")), "")
    if not kind:
        told = _("“%(text)s” is no kind of body; one of: %(kinds)s.")
        known = ", ".join(BodyKind.values)
        cells.wrong("kind", told % {"text": cells.text("kind"), "kinds": known})
    return kind


@cache
def _kinds() -> dict[str, str]:
    found = {}
    for language, _words in settings.LANGUAGES:
        with translation.override(language):
            found.update({folded(str(kind.label)): kind.value for kind in BodyKind})
    return {**found, **{kind.value: kind.value for kind in BodyKind}}


def _name(cells: Cells) -> Translated:
    columns = [column for column in cells.line.cells if column.startswith("name_")]
    name = Translated({column[5:]: cells.short(column, 400) for column in columns})
    if not name:
        # A short line ends before its names: the header tells where they should stand.
        column = next(column for column in cells.sheet.headers if column.startswith("name_"))
        cells.wrong(column, _("The name is missing."))
    return name


def _main_language(cells: Cells, name: Translated) -> str:
    given = cells.text("main_language")
    if given and name and given not in name:
        told = _("The main language is “%(code)s”, but there is no name in it.")
        cells.wrong("main_language", told % {"code": given})
    return main_of(name, given)


def _email(cells: Cells) -> str:
    email = cells.short("email", 254)
    try:
        if email:
            validate_email(email)
    except ValidationError:
        cells.wrong("email", _("“%(text)s” is not an e-mail address.") % {"text": email})
    return email


def _check_days(cells: Cells, facts: Facts) -> None:
    if facts.valid_from and facts.valid_to and facts.valid_to < facts.valid_from:
        cells.wrong("valid_to", _("The last day cannot come before the first."))


def _check_state(cells: Cells, facts: Facts) -> None:
    if facts.kind != BodyKind.MEMBER_STATE:
        if facts.region or facts.french_order is not None:
            cells.wrong("region", _("Only Member States have a region and a French order."))
        facts.region_status = ""
        return
    if facts.region and facts.region not in REGIONS:
        cells.wrong("region", _("A region is one of the letters A to E."))
    if facts.region_status not in {"", *RegionStatus.values}:
        known = ", ".join(RegionStatus.values)
        cells.wrong("region_status", _("One of: %(values)s.") % {"values": known})
    if not facts.region_status:
        facts.region_status = RegionStatus.DERIVED if facts.region else RegionStatus.UNCONFIRMED
