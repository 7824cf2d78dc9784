"""From bytes to lines of cells. A broken line is kept and named; it never swallows the next."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from convoca.languages.folding import folded

MAX_BYTES = 20 * 1024 * 1024
MAX_LINES = 50_000
# A quoted cell may hold line breaks, but an unclosed quote must not eat the file.
_MAX_SPAN = 8
_DELIMITERS = ",;\t"

_COLUMNS = {
    "key": ("key", "mã"),
    "kind": ("kind", "loại"),
    "parent": ("parent", "mã cơ quan cấp trên", "cơ quan cấp trên"),
    "abbreviation": ("abbreviation", "viết tắt", "ký hiệu"),
    "email": ("email", "e-mail", "thư điện tử"),
    "main_language": ("main_language", "ngôn ngữ chính"),
    "valid_from": ("valid_from", "hiệu lực từ", "từ ngày"),
    "valid_to": ("valid_to", "hiệu lực đến", "đến ngày"),
    "sort_order": ("sort_order", "thứ tự"),
    "country_code": ("country_code", "iso2", "mã quốc gia"),
    "region": ("region", "khu vực"),
    "region_status": ("region_status", "tình trạng khu vực"),
    "french_order": ("french_order", "thứ tự tiếng Pháp"),
    "name_vi": ("name_vi", "tên tiếng Việt", "tên"),
    "name_en": ("name_en", "tên tiếng Anh"),
    "name_fr": ("name_fr", "tên tiếng Pháp"),
}
_BY_HEADER = {folded(word): column for column, words in _COLUMNS.items() for word in words}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong on a line; `column` is the header as the file has it, or empty."""

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
    """A file that was read: its lines, what was wrong, and the columns nobody knows."""

    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    broken: dict[int, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    header_raw: str = ""

    def named(self, column: str) -> str:
        """Return the header of a column as the file writes it."""
        return self.headers.get(column, column)


def read(content: bytes) -> Sheet:
    """Read a CSV file in UTF-8, with or without a mark at its start; `,`, `;` or tab divide cells.

    What cannot be read at all gives a sheet with one problem on line 1 and no lines.
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in content[:200]:
        return _unreadable(
            _("The file is not in UTF-8. In Excel, save it as “CSV UTF-8 (Comma delimited)”.")
        )
    # Bytes that are no UTF-8 pass through as marks, so that only their own line is refused.
    text = content.decode("utf-8-sig", errors="surrogateescape")
    physical = list(io.StringIO(text, newline=None))
    if len(physical) > MAX_LINES:
        return _unreadable(_("The file has more than %(count)d lines.") % {"count": MAX_LINES})
    first = next((place for place, line in enumerate(physical) if line.strip()), None)
    if first is None:
        return _unreadable(_("The file is empty."))
    delimiter = max(_DELIMITERS, key=physical[first].count)
    sheet = _header(physical[first], delimiter, first + 1)
    if not sheet.problems:
        _fill(sheet, physical, first + 1, delimiter)
    return sheet


def _unreadable(message: str) -> Sheet:
    return Sheet(problems=[Problem(1, "", message)])


def _header(line: str, delimiter: str, number: int) -> Sheet:
    sheet = Sheet(header_raw=line.rstrip("\n"))
    cells = next(csv.reader([line], delimiter=delimiter))
    for cell in cells:
        column = _column(cell)
        if column and column not in sheet.headers:
            sheet.headers[column] = cell.strip()
        elif cell.strip():
            sheet.ignored.append(cell.strip())
    for needed in ("key", "kind", "parent"):
        if needed not in sheet.headers:
            message = _("The column “%(column)s” is missing from the first line.")
            sheet.problems.append(Problem(number, needed, message % {"column": needed}))
    if not any(column.startswith("name_") for column in sheet.headers):
        message = _("The first line has no column for a name, such as “name_vi” or “name_en”.")
        sheet.problems.append(Problem(number, "name_vi", message))
    return sheet


def _column(header: str) -> str:
    plain = folded(header)
    if plain.startswith("name_") and plain[5:].isalpha() and len(plain) <= 8:
        return plain
    return _BY_HEADER.get(plain, "")


def _fill(sheet: Sheet, physical: Sequence[str], start: int, delimiter: str) -> None:
    order = [_column(cell) for cell in next(csv.reader([sheet.header_raw], delimiter=delimiter))]
    columns = [
        column if column and column not in order[:place] else ""
        for place, column in enumerate(order)
    ]
    for number, raw, cells, wrong in _records(physical, start, delimiter):
        problem = wrong or _shape(raw, cells, columns)
        if problem:
            sheet.problems.append(Problem(number, "", problem))
            sheet.broken[number] = raw
            continue
        named = {
            column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column
        }
        sheet.lines.append(Line(number, named, raw))


def _shape(raw: str, cells: Sequence[str], columns: Sequence[str]) -> str:
    if any(letter == "\0" or "\udc80" <= letter <= "\udcff" for letter in raw):
        return _("This line has letters that are not in UTF-8.")
    if any(cell.strip() for cell in cells[len(columns) :]):
        return _("This line has %(cells)d cells, the first line of the file %(columns)d.") % {
            "cells": len(cells),
            "columns": len(columns),
        }
    return ""


def _records(
    physical: Sequence[str], start: int, delimiter: str
) -> Iterator[tuple[int, str, list[str], str]]:
    place = start
    while place < len(physical):
        span, cells, wrong = _one(physical, place, delimiter)
        raw = "".join(physical[place : place + span]).rstrip("\n")
        if wrong or any(cell.strip() for cell in cells):
            yield place + 1, raw, cells, wrong
        place += span


def _one(physical: Sequence[str], place: int, delimiter: str) -> tuple[int, list[str], str]:
    for span in range(1, _MAX_SPAN + 1):
        try:
            reader = csv.reader(physical[place : place + span], delimiter=delimiter, strict=True)
            return span, next(reader), ""
        except csv.Error as error:
            if "unexpected end" not in str(error):
                break
    return 1, [], _("The quotation marks on this line do not close.")
