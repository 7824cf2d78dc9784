"""The tree of bodies: in the order of lists, crowds as a number, read in two queries."""

from datetime import date

import pytest

from convoca.members.trees import MOST_SIBLINGS, Crowd, Node, tree
from members.made import body, ministry_of_2024

pytestmark = pytest.mark.django_db
DAY = date(2024, 5, 17)


def told(node: Node) -> object:
    """A node as its key and what stands below."""
    return (
        node.body.key,
        [(part.kind, part.count) if isinstance(part, Crowd) else told(part) for part in node.parts],
    )


def test_each_body_stands_below_its_parent() -> None:
    chain = ministry_of_2024()
    (root,) = tree(on=DAY)
    found, way = root, []
    for step in reversed(chain.department.lineage[:-1]):
        found = next(
            part for part in found.parts if isinstance(part, Node) and part.body.uid == step
        )
        way.append(found.body.uid)
    assert way == list(reversed(chain.department.lineage))[1:]


def test_many_of_a_kind_are_a_number_and_those_with_bodies_below_follow(
    django_assert_num_queries,
) -> None:
    chain = ministry_of_2024()
    provinces = [
        body(f"tinh-{number:02}", parent=chain.government, kind="province")
        for number in range(MOST_SIBLINGS + 5)
    ]
    body("so-tttt", parent=provinces[7], kind="department")
    with django_assert_num_queries(2):
        roots = tree(on=DAY)
    government = next(one for one in _all(roots) if one.body.pk == chain.government.pk)
    parts = told(government)[1]
    assert ("province", MOST_SIBLINGS + 5) in parts
    assert [part for part in parts if part[0].startswith("tinh-")] == [
        ("tinh-07", [("so-tttt", [])])
    ]


def _all(nodes: list[Node]) -> list[Node]:
    below = [part for node in nodes for part in node.parts if isinstance(part, Node)]
    return nodes + _all(below) if nodes else []
