"""The tree of bodies as a page shows it: shallow, and crowds of one kind told as a number."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from convoca.members.models import Body, BodyKind
from convoca.members.queries import standing

MOST_DEPTH = 5
MOST_SIBLINGS = 30
MOST_NODES = 600


@dataclass(slots=True)
class Crowd:
    """Many bodies of one kind under one body."""

    label: str
    kind: str
    count: int


@dataclass(slots=True)
class Node:
    """A body with what stands below it."""

    body: Body
    children: list["Node"] = field(default_factory=list)
    crowds: list[Crowd] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Say whether the page opens this part: the top, and no long lists."""
        return len(self.body.lineage) <= 3


def tree(*, on: date) -> list[Node]:
    """Return the roots of that day with what stands below, at most `MOST_DEPTH` deep; one query.

    More than `MOST_SIBLINGS` of one kind under one body become a `Crowd`, except those that have
    something below themselves.
    """
    rows = standing(on=on).prefetch_related(None).filter(lineage__len__lte=MOST_DEPTH)
    below: dict[int | None, list[Body]] = defaultdict(list)
    for body in rows:
        below[body.parent_id].append(body)
    return _nodes(None, below, [MOST_NODES])


def _nodes(parent: int | None, below: dict[int | None, list[Body]], left: list[int]) -> list[Node]:
    made = []
    for body in below.get(parent, []):
        if left[0] <= 0:
            break
        left[0] -= 1
        node = Node(body, crowds=_crowds(body, below))
        hidden = {crowd.kind for crowd in node.crowds}
        below[body.pk] = [
            one for one in below.get(body.pk, []) if one.kind not in hidden or one.pk in below
        ]
        node.children = _nodes(body.pk, below, left)
        made.append(node)
    return made


def _crowds(body: Body, below: dict[int | None, list[Body]]) -> list[Crowd]:
    counts: dict[str, int] = defaultdict(int)
    for one in below.get(body.pk, []):
        counts[one.kind] += 1
    return [
        Crowd(str(BodyKind(kind).label), kind, count)
        for kind, count in counts.items()
        if count > MOST_SIBLINGS
    ]
