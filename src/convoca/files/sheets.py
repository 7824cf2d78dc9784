"""Reading a CSV file that somebody made: from bytes to lines of cells.

A broken line is kept and named; it never swallows the next.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from convoca.languages.folding import folded
from convoca.languages.translated import nfc

# A quoted cell may hold line breaks, but an unclosed quote must not eat the file.
_MAX_SPAN = 8
_DELIMITERS = ",;\t"


def _known_only(_header: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns a file may have, each with the headers that name it, whatever case or accents.

    `needed` must be there; `further` gives the column of a folded header that is not listed.
    """

    headers: Mapping[str, Sequence[str]]
    needed: Sequence[str]
    further: Callable[[str], str] = _known_only

    def named(self) -> Callable[[str], str]:
        """Return what says which column a header of the file names, empty for none."""
        by_header = {
            folded(word): column for column, words in self.headers.items() for word in words
        }
        return lambda header: by_header.get(folded(header)) or self.further(folded(header))


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
    header_line: int = 1
    header_raw: str = ""
    delimiter: str = ","

    def named(self, column: str) -> str:
        """Return the header of a column as the file writes it."""
        return self.headers.get(column, column)


def read(content: bytes, columns: Columns, *, most_lines: int) -> Sheet:
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
    if len(physical) > most_lines:
        return _unreadable(_("The file has more than %(count)d lines.") % {"count": most_lines})
    first = next((place for place, line in enumerate(physical) if line.strip()), None)
    if first is None:
        return _unreadable(_("The file is empty."))
    delimiter = max(_DELIMITERS, key=physical[first].count)
    sheet, order = _header(physical[first], delimiter, columns)
    sheet.header_line, sheet.delimiter = first + 1, delimiter
    sheet.problems = [_missing(first + 1, one) for one in columns.needed if one not in order]
    if not sheet.problems:
        _fill(sheet, order, _records(physical, first + 1, delimiter))
    return sheet


def _unreadable(message: str) -> Sheet:
    return Sheet(problems=[Problem(1, "", message)])


def _missing(number: int, column: str) -> Problem:
    told = _("The column “%(column)s” is missing from the first line.")
    return Problem(number, column, told % {"column": column})


def _header(line: str, delimiter: str, columns: Columns) -> tuple[Sheet, list[str]]:
    sheet, order, named = Sheet(header_raw=line.rstrip("\n")), [], columns.named()
    for cell in next(csv.reader([line], delimiter=delimiter)):
        column = named(cell)
        is_new = bool(column) and column not in sheet.headers
        if is_new:
            sheet.headers[column] = cell.strip()
        elif cell.strip():
            sheet.ignored.append(cell.strip().encode(errors="replace").decode())
        order.append(column if is_new else "")
    return sheet, order


def _fill(
    sheet: Sheet, order: Sequence[str], records: Iterator[tuple[int, str, list[str], str]]
) -> None:
    for number, raw, cells, wrong in records:
        problem = wrong or _shape(raw, cells, order)
        if problem:
            sheet.problems.append(Problem(number, "", problem))
            sheet.broken[number] = raw
            continue
        pairs = zip(order, cells, strict=False)
        named = {column: nfc(cell.strip()) for column, cell in pairs if column}
        sheet.lines.append(Line(number, named, raw))


def _shape(raw: str, cells: Sequence[str], order: Sequence[str]) -> str:
    if any(letter == "\0" or "\udc80" <= letter <= "\udcff" for letter in raw):
        return _("This line has letters that are not in UTF-8. Save the file as “CSV UTF-8”.")
    if any(cell.strip() for cell in cells[len(order) :]):
        return _("This line has %(cells)d cells, the first line of the file %(columns)d.") % {
            "cells": len(cells),
            "columns": len(order),
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
