"""Read a CSV table whose every cell can be named in a message."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_WHOLE = re.compile(r"[0-9]{1,12}", re.ASCII)
_NEGATIVE = re.compile(r"[-\u2212][0-9]+([.,][0-9]+)?", re.ASCII)
_FRACTION = re.compile(r"[0-9]*[.,][0-9]+", re.ASCII)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_SHOWN = 40  # letters of a bad cell that a message repeats


class TableError(ValueError):
    """A table that can't be read; the message names the file and the row."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: cells by column, NFC, without outer spaces; row 1 is the header."""

    file: str
    number: int
    cells: dict[str, str]

    @property
    def where(self) -> str:
        """File and row, as a spreadsheet counts it."""
        return f"{self.file} row {self.number}"

    def text(self, *columns: str) -> str:
        """Take the first of these columns that has something in it; "" when none has."""
        return next((self.cells[name] for name in columns if self.cells.get(name)), "")

    def number_in(self, *columns: str) -> int | None:
        """Read a whole number, not negative; None for an empty cell.

        Raises:
            TableError: anything else stands there.
        """
        for column in columns:
            cell = self.cells.get(column, "")
            if cell:
                return whole_number(cell, f"{self.where}: {column}")
        return None


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file with a header."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def whole_number(cell: str, where: str) -> int:
    """Read digits as a number; raises `TableError` with `where` for anything else."""
    if _WHOLE.fullmatch(cell):
        return int(cell)
    if _NEGATIVE.fullmatch(cell):
        raise TableError(f"{where} is {cell[:_SHOWN]!r}, a negative number")
    if _FRACTION.fullmatch(cell):
        raise TableError(f"{where} is {cell[:_SHOWN]!r}, not a whole number")
    if cell.isdecimal() and cell.isascii():
        raise TableError(f"{where} has {len(cell)} digits, more than any count of votes")
    raise TableError(f"{where} is {cell[:_SHOWN]!r}, not a number")


def read_table(path: Path, *, required: tuple[str, ...]) -> Table:
    """Read a CSV file in UTF-8, with or without BOM; empty rows are skipped.

    Raises:
        TableError: unreadable, not UTF-8, not CSV, a column missing or twice, a row that is
            longer than the header, a control character.
    """
    records = _records(path)
    columns = _columns(next(records, []), path.name)
    for column in required:
        if column not in columns:
            hint = " (are the cells separated by commas?)" if len(columns) == 1 else ""
            raise TableError(f"{path.name}: the column {column!r} is missing{hint}")
    rows = tuple(
        _row(path.name, number, columns, record)
        for number, record in enumerate(records, start=2)
        if any(cell.strip() for cell in record)
    )
    return Table(columns, rows)


def read_text(path: Path) -> str:
    """Read a whole file as UTF-8; raises `TableError` when that fails."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise TableError(f"{path}: {error.strerror or error}") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise TableError(f"{path.name} line {line}: not UTF-8 text") from None


def clean(text: str) -> str:
    """Normalise to NFC with single spaces, so that one name is always one text."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _records(path: Path) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise TableError(f"{path.name} line {reader.line_num}: {error}") from None


def _columns(header: list[str], file: str) -> tuple[str, ...]:
    columns = tuple(clean(name).casefold() for name in header)
    if not any(columns):
        raise TableError(f"{file}: the file is empty: its first row names the columns")
    named = [name for name in columns if name]
    for name in named:
        if named.count(name) > 1:
            raise TableError(f"{file} row 1: the column {name!r} stands twice")
    return columns


def _row(file: str, number: int, columns: tuple[str, ...], record: list[str]) -> Row:
    if any(cell.strip() for cell in record[len(columns) :]):
        raise TableError(
            f"{file} row {number}: {len(record)} cells under {len(columns)} columns "
            "(is a comma not quoted?)"
        )
    cells = [clean(cell) for cell in record]
    for name, cell in zip(columns, cells, strict=False):
        if _CONTROL.search(cell):
            raise TableError(f"{file} row {number}: {name} holds a control character")
    return Row(file, number, dict(zip(columns, cells, strict=False)))
