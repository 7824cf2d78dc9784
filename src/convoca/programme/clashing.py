"""Which parts of a programme stand in each other's way, and why. Nothing here asks the database."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar


class Timed(Protocol):
    """Something with a beginning, and an end where that is known."""

    day: Any
    starts_at: Any
    ends_at: Any


Part = TypeVar("Part", bound=Timed)


class Why(StrEnum):
    """What two parts both need."""

    ROOM = "room"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Clash(Generic[Part]):
    """Two parts at one time that need the same room or the same person, named in `what`.

    `is_certain` is False where the end of the first is not known: then it may be over in time.
    """

    why: Why
    what: str
    first: Part
    second: Part
    is_certain: bool


def overlaps(parts: Sequence[Part]) -> Iterator[tuple[Part, Part, bool]]:
    """Yield each pair that overlaps, the earlier first, and whether that is certain.

    A part whose end is not known may last until the end of its day.
    """
    timed = [part for part in parts if part.starts_at is not None]
    timed.sort(key=_start)
    for place, first in enumerate(timed):
        for second in timed[place + 1 :]:
            if first.ends_at is not None and _start(second) >= first.ends_at:
                break
            if first.ends_at is not None or _start(second) == _start(first):
                yield first, second, True
            elif first.day == second.day:
                yield first, second, False


def clashing(why: Why, needed: Iterable[tuple[str, Part]]) -> list[Clash[Part]]:
    """Find the clashes among pairs of what is needed and the part that needs it."""
    by_need: dict[str, list[Part]] = defaultdict(list)
    for what, part in needed:
        if part not in by_need[what]:
            by_need[what].append(part)
    return [
        Clash(why, what, first, second, is_certain)
        for what, parts in by_need.items()
        for first, second, is_certain in overlaps(parts)
    ]


def _start(part: Timed) -> datetime:
    start: datetime = part.starts_at
    return start
