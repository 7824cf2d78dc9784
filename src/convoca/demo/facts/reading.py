"""Read a CSV or TOML file of facts so that a mistake names its file and line."""

import csv
import io
import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from importlib.resources import files
from typing import Any, TypeVar

DATA = files("convoca.demo") / "data"
Kind = TypeVar("Kind", bound=StrEnum)
Value = TypeVar("Value")


class FactError(ValueError):
    """A fact that cannot be used, with the file and the line where it stands."""

    def __init__(self, file: str, line: int, message: str) -> None:
        super().__init__(f"{file}, line {line}: {message}")


class Grade(StrEnum):
    """How sure a fact is: read in its source, concluded from it, or not checked."""

    STATED = "stated"
    DERIVED = "derived"
    UNVERIFIED = "unverified"


@dataclass(frozen=True)
class Row:
    """One row of a CSV file or one entry of a TOML file."""

    file: str
    line: int
    cells: Mapping[str, Any]

    def wrong(self, message: str) -> FactError:
        """Return the error to raise for this row."""
        return FactError(self.file, self.line, message)

    def text(self, column: str) -> str:
        """Return a cell that must be filled, in NFC."""
        value = self.maybe(column)
        if not value:
            raise self.wrong(f"{column} is empty")
        return value

    def maybe(self, column: str) -> str:
        """Return a cell that may be empty, in NFC."""
        if column not in self.cells:
            raise self.wrong(f"there is no {column}")
        value = self.cells[column]
        if not isinstance(value, str):
            raise self.wrong(f"{column} is not text")
        if not unicodedata.is_normalized("NFC", value):
            raise self.wrong(f"{column} is not in Unicode form NFC")
        return value.strip()

    def number(self, column: str) -> int:
        """Return a whole number."""
        return self._converted(column, int, "a whole number")

    def maybe_number(self, column: str) -> int | None:
        """Return a whole number, or None where the cell is empty (not known)."""
        return self.number(column) if str(self.cells.get(column, "")).strip() else None

    def day(self, column: str) -> date:
        """Return a date written as 2024-05-17."""
        value = self.cells.get(column)
        return value if isinstance(value, date) else self._converted(column, _day, "a date")

    def maybe_day(self, column: str) -> date | None:
        """Return a date, or None where the cell is empty."""
        return self.day(column) if self.cells.get(column) else None

    def known_text(self, column: str) -> str | None:
        """Return a cell that must be filled, or None for "unknown"."""
        value = self.text(column)
        return None if value == "unknown" else value

    def known_number(self, column: str) -> int | None:
        """Return a whole number, or None for "unknown"."""
        return None if self.text(column) == "unknown" else self.number(column)

    def known_day(self, column: str) -> date | None:
        """Return a date, or None for "unknown"."""
        return None if self.text(column) == "unknown" else self.day(column)

    def hour(self, column: str) -> time | None:
        """Return a time of day written as 10:30, or None for "unknown"."""
        if self.text(column) == "unknown":
            return None
        return self._converted(column, time.fromisoformat, "a time")

    def one_of(self, column: str, kinds: type[Kind]) -> Kind:
        """Return a member of a closed list of words."""
        return self._converted(column, kinds, "one of " + ", ".join(kinds))

    def truth(self, column: str) -> bool:
        """Return a yes or no."""
        value = self.cells.get(column)
        if isinstance(value, bool):
            return value
        if value not in {"yes", "no"}:
            raise self.wrong(f"{column} is {value!r}, not yes or no")
        return bool(value == "yes")

    def words(self, column: str, *, separator: str = ";") -> tuple[str, ...]:
        """Return the parts of a cell, or the list of an entry."""
        value = self.cells.get(column, "")
        parts = value if isinstance(value, list) else str(value).split(separator)
        return tuple(str(part).strip() for part in parts if str(part).strip())

    def numbers(self, column: str) -> tuple[int, ...]:
        """Return the whole numbers of a list."""
        return self._each(column, int, "a list of whole numbers")

    def all_of(self, column: str, kinds: type[Kind]) -> frozenset[Kind]:
        """Return members of a closed list of words."""
        return frozenset(self._each(column, kinds, "words among " + ", ".join(kinds)))

    def names(self, prefix: str = "name_") -> dict[str, str]:
        """Return the filled cells `name_vi`, `name_en`, … by language."""
        columns = [name for name in self.cells if name.startswith(prefix)]
        found = {name.removeprefix(prefix): self.maybe(name) for name in columns}
        return {language: text for language, text in found.items() if text}

    def source(self) -> str:
        """Return where the fact was read."""
        return self.text("source")

    def grade(self, column: str = "status") -> Grade:
        """Return how sure the fact is."""
        return self.one_of(column, Grade)

    def _each(self, column: str, convert: Callable[[str], Value], wanted: str) -> tuple[Value, ...]:
        try:
            return tuple(convert(word) for word in self.words(column))
        except ValueError:
            raise self.wrong(f"{column} is {self.words(column)!r}, not {wanted}") from None

    def _converted(self, column: str, convert: Callable[[str], Value], wanted: str) -> Value:
        value = self.text(column) if isinstance(self.cells.get(column), str) else None
        try:
            return convert(str(self.cells[column]) if value is None else value)
        except (KeyError, ValueError):
            raise self.wrong(f"{column} is {value!r}, not {wanted}") from None


def _day(value: str) -> date:
    return date.fromisoformat(value)


def text_of(name: str) -> str:
    """Return the text of a file of `demo/data` (UTF-8)."""
    return (DATA / name).read_text(encoding="utf-8")


def table(name: str) -> Iterator[Row]:
    """Yield the rows of a CSV file of `demo/data`."""
    return rows_of(name, text_of(name))


def rows_of(name: str, text: str) -> Iterator[Row]:
    """Yield the rows of CSV text; the line is the one where the row ends."""
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    for cells in reader:
        if None in cells or None in cells.values():
            raise FactError(name, reader.line_num, "the row has not as many cells as the head")
        yield Row(name, reader.line_num, cells)


def entries(name: str, key: str) -> Iterator[Row]:
    """Yield the `[[key]]` entries of a TOML file of `demo/data`."""
    return entries_of(name, text_of(name), key)


def entries_of(name: str, text: str, key: str) -> Iterator[Row]:
    """Yield the `[[key]]` entries of TOML text; the line is the one of the heading."""
    heading = re.compile(rf"^\[\[{re.escape(key)}\]\]", re.MULTILINE)
    lines = [text.count("\n", 0, found.start()) + 1 for found in heading.finditer(text)]
    for line, cells in zip(lines, tomllib.loads(text).get(key, []), strict=True):
        yield Row(name, line, cells)


def unique(rows: Iterable[tuple[Row, str, Value]]) -> dict[str, Value]:
    """Return the values by key; a key that comes twice is an error at its second row."""
    values: dict[str, Value] = {}
    for row, key, value in rows:
        if key in values:
            raise row.wrong(f"{key} is there twice")
        values[key] = value
    return values
