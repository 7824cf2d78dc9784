"""From bytes to lines of cells; a broken line is kept and named and never swallows the next."""

import csv
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from convoca.languages.folding import folded
from convoca.languages.translated import nfc

MAX_BYTES = 5 * 1024 * 1024
MAX_LINES = 20_000
_DELIMITERS = ",;\t"

_COLUMNS = {
    "delegation": ("delegation", "đoàn", "đoàn đại biểu", "country", "quốc gia"),
    "name": ("name", "họ và tên", "họ tên"),
    "place": ("place", "role", "tư cách"),
    "rank": ("rank", "cấp bậc", "cấp"),
    "office_vi": ("office_vi", "chức vụ", "chức vụ tiếng Việt"),
    "office_en": ("office_en", "office", "chức vụ tiếng Anh"),
    "gender": ("gender", "giới tính"),
    "language": ("language", "ngôn ngữ"),
}
_BY_HEADER = {folded(word): column for column, words in _COLUMNS.items() for word in words}
NEEDED = ("delegation", "name")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong on a line; `column` is empty where it is the whole line."""

    line: int
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file: its cells by column, and the text as it came."""

    number: int
    cells: dict[str, str]
    raw: str


@dataclass(slots=True)
class Sheet:
    """A file that was read: its lines, what was wrong with others, the columns nobody knows."""

    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


def read(content: bytes) -> Sheet:
    """Read a CSV file in UTF-8; `,`, `;` or tab divide the cells, one line is one person.

    What cannot be read at all gives a sheet with one problem on line 1 and no lines.
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in content[:200]:
        told = _("The file is not in UTF-8. In Excel, save it as “CSV UTF-8 (Comma delimited)”.")
        return Sheet(problems=[Problem(1, "", told)])
    # Bytes that are no UTF-8 pass through as marks, so that only their own line is refused.
    physical = content.decode("utf-8-sig", errors="surrogateescape").splitlines()
    filled = [(n, line) for n, line in enumerate(physical, start=1) if line.strip(" ,;\t")]
    if not filled:
        return Sheet(problems=[Problem(1, "", _("The file is empty."))])
    if len(filled) > MAX_LINES:
        told = _("The file has more than %(count)d lines.") % {"count": MAX_LINES}
        return Sheet(problems=[Problem(1, "", told)])
    (number, header), *rest = filled
    delimiter = max(_DELIMITERS, key=header.count)
    sheet, columns = _header(number, header, delimiter)
    if not sheet.problems:
        for place, raw in rest:
            _take(sheet, columns, place, raw, delimiter)
    return sheet


def _header(number: int, raw: str, delimiter: str) -> tuple[Sheet, list[str]]:
    sheet, columns = Sheet(), []
    for cell in next(csv.reader([raw], delimiter=delimiter)):
        column = _BY_HEADER.get(folded(cell), "")
        if cell.strip() and not column:
            sheet.ignored.append(cell.strip())
        columns.append("" if column in columns else column)
    for needed in NEEDED:
        if needed not in columns:
            told = _("The column “%(column)s” is missing from the first line.")
            sheet.problems.append(Problem(number, needed, told % {"column": needed}))
    return sheet, columns


def _take(sheet: Sheet, columns: list[str], number: int, raw: str, delimiter: str) -> None:
    try:
        cells = next(csv.reader([raw], delimiter=delimiter, strict=True))
    except csv.Error:
        told = _("The quotation marks on this line do not close.")
        sheet.problems.append(Problem(number, "", told))
        return
    if any(letter == "\0" or "\udc80" <= letter <= "\udcff" for letter in raw):
        told = _("This line has letters that are not in UTF-8.")
        sheet.problems.append(Problem(number, "", told))
    elif any(cell.strip() for cell in cells[len(columns) :]):
        told = _("This line has %(cells)d cells, the first line of the file %(columns)d.")
        counts = {"cells": len(cells), "columns": len(columns)}
        sheet.problems.append(Problem(number, "", told % counts))
    else:
        pairs = zip(columns, cells, strict=False)
        named = {column: nfc(cell.strip()) for column, cell in pairs if column}
        sheet.lines.append(Line(number, named, raw))
