"""The tree of bodies as a page shows it: shallow, and crowds of one kind told as a number."""

from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import attrgetter

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


def tree(*, on: date) -> list[Node]:
    """Return the roots of that day with what stands below, at most `MOST_DEPTH` deep; one query.

    More than `MOST_SIBLINGS` of one kind under one body become a `Crowd`; those that have
    something below themselves follow it.
    """
    rows = standing(on=on).prefetch_related(None).filter(lineage__len__lte=MOST_DEPTH)
    below: dict[int | None, list[Body]] = {}
    for body in rows:
        below.setdefault(body.parent_id, []).append(body)
    left = [MOST_NODES]
    return [_node(body, below, left) for body in below.get(None, [])]


def _node(body: Body, below: dict[int | None, list[Body]], left: list[int]) -> Node:
    node = Node(body)
    left[0] -= 1
    for kind, found in groupby(below.get(body.pk, []), key=attrgetter("kind")):
        bodies = list(found)
        if len(bodies) > MOST_SIBLINGS:
            node.parts.append(Crowd(str(BodyKind(kind).label), kind, len(bodies)))
            bodies = [one for one in bodies if one.pk in below]
        node.parts += [_node(one, below, left) for one in bodies if left[0] > 0]
    return node
