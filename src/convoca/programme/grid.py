"""A day of the programme as a table: rooms across, hours down. Nothing here asks the database."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, Protocol, TypeVar
from zoneinfo import ZoneInfo


class Placed(Protocol):
    """Something in a room from an hour on."""

    @property
    def room_id(self) -> int | None: ...
    @property
    def starts_at(self) -> datetime | None: ...
    @property
    def ends_at(self) -> datetime | None: ...


Part = TypeVar("Part", bound=Placed)


@dataclass(frozen=True, slots=True)
class Cell(Generic[Part]):
    """A cell over `rows` rows; `part` None where the room is free."""

    part: Part | None
    rows: int = 1


@dataclass(slots=True)
class Line(Generic[Part]):
    """A row of the table: the hour that it begins with, and the cells that begin in it."""

    hour: str
    cells: list[Cell[Part]] = field(default_factory=list)


def lines(parts: Sequence[Part], rooms: Sequence[int], zone: ZoneInfo) -> list[Line[Part]]:
    """Lay out parts whose room is among `rooms`; no two of them may hold one room at once.

    A row begins wherever a part begins or ends. A part whose end is not known takes one row.
    """
    placed = [part for part in parts if part.starts_at and part.room_id in rooms]
    marks = sorted({mark for part in placed for mark in (part.starts_at, part.ends_at) if mark})
    if not placed:
        return []
    # Nothing begins at the last mark unless a part without an end does.
    begins_last = any(part.starts_at == marks[-1] for part in placed)
    last = None if begins_last else marks.pop()
    row_of = {mark: row for row, mark in enumerate(marks)}
    starting = {(row_of[part.starts_at], part.room_id): part for part in placed if part.starts_at}
    free_from = dict.fromkeys(rooms, 0)
    found = []
    for row, mark in enumerate(marks):
        line: Line[Part] = Line(hour_words(mark, zone))
        for room in rooms:
            if free_from[room] > row:
                continue
            part = starting.get((row, room))
            end = part.ends_at if part is not None else None
            rows = (len(marks) if end == last else row_of[end]) - row if end else 1
            line.cells.append(Cell(part, rows))
            free_from[room] = row + rows
        found.append(line)
    return found


def hour_words(instant: datetime, zone: ZoneInfo) -> str:
    """Return the hour on the clocks of the zone; with the offset where the clocks show it twice."""
    local = instant.astimezone(zone)
    other = local.replace(fold=1 - local.fold)
    if other.utcoffset() == local.utcoffset():
        return f"{local:%H:%M}"
    offset = f"{local:%z}"
    return f"{local:%H:%M} (UTC{offset[:3]}:{offset[3:]})"
