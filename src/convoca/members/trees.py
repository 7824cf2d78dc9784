"""The tree of bodies as a page shows it: shallow, and crowds of one kind told as a number."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import itemgetter

from convoca.members.models import Body, BodyKind
from convoca.members.queries import standing

MOST_DEPTH = 5
MOST_SIBLINGS = 30
MOST_NODES = 600


@dataclass(frozen=True, slots=True)
class Crowd:
    """Many bodies of one kind under one body."""

    label: str
    kind: str
    count: int


@dataclass(slots=True)
class Node:
    """A body with what stands below it: nodes and crowds, in the order of lists."""

    body: Body
    parts: list["Node | Crowd"] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Say whether the page opens this part: the top, and no long lists."""
        return len(self.body.lineage) <= 3


@dataclass(frozen=True, slots=True)
class _Planned:
    """A body of which only the key is known yet, and what will stand below it."""

    key: int
    parts: list["_Planned | Crowd"]

    def with_below(self) -> Iterator[int]:
        yield self.key
        for part in self.parts:
            if isinstance(part, _Planned):
                yield from part.with_below()


_Below = dict[int | None, list[tuple[int, str]]]


def tree(*, on: date) -> list[Node]:
    """Return the roots of that day with what stands below, at most `MOST_DEPTH` deep; two queries.

    More than `MOST_SIBLINGS` of one kind under one body become a `Crowd`; those that have
    something below themselves follow it. Only the bodies that are shown are read as a whole.
    """
    rows = standing(on=on).prefetch_related(None).filter(lineage__len__lte=MOST_DEPTH)
    below: _Below = {}
    for key, parent, kind in rows.values_list("pk", "parent", "kind"):
        below.setdefault(parent, []).append((key, kind))
    left = [MOST_NODES]
    planned = [_planned(key, below, left) for key, _kind in below.get(None, [])]
    bodies = Body.objects.in_bulk([key for one in planned for key in one.with_below()])
    return [_node(one, bodies) for one in planned]


def _planned(key: int, below: _Below, left: list[int]) -> _Planned:
    parts: list[_Planned | Crowd] = []
    left[0] -= 1
    for kind, found in groupby(below.get(key, []), key=itemgetter(1)):
        keys = [one for one, _kind in found]
        if len(keys) > MOST_SIBLINGS:
            parts.append(Crowd(str(BodyKind(kind).label), kind, len(keys)))
            keys = [one for one in keys if one in below]
        parts += [_planned(one, below, left) for one in keys if left[0] > 0]
    return _Planned(key, parts)


def _node(planned: _Planned, bodies: dict[int, Body]) -> Node:
    parts = [one if isinstance(one, Crowd) else _node(one, bodies) for one in planned.parts]
    return Node(bodies[planned.key], parts)
