"""A grant holds for its body alone unless marked with its sub-bodies."""

from uuid import uuid4

from convoca.journal.actors import ANONYMOUS, Actor, ActorKind, Grant

MINISTRY, DEPARTMENT = uuid4(), uuid4()


def actor(*grants: Grant) -> Actor:
    return Actor(ActorKind.PERSON, "u", "Chuyên viên", frozenset(grants))


def test_a_grant_holds_at_its_own_body():
    assert actor(Grant("clerk", MINISTRY)).holds("clerk", [MINISTRY])


def test_a_grant_does_not_reach_down_by_itself():
    assert not actor(Grant("clerk", MINISTRY)).holds("clerk", [DEPARTMENT, MINISTRY])


def test_a_grant_with_sub_bodies_reaches_down():
    assert actor(Grant("clerk", MINISTRY, True)).holds("clerk", [DEPARTMENT, MINISTRY])


def test_a_grant_never_reaches_up():
    assert not actor(Grant("clerk", DEPARTMENT, True)).holds("clerk", [MINISTRY])


def test_another_role_does_not_hold():
    assert not actor(Grant("reviewer", MINISTRY)).holds("clerk", [MINISTRY])


def test_a_visitor_holds_nothing():
    assert not ANONYMOUS.holds("clerk", [MINISTRY])
    assert ANONYMOUS.is_anonymous


def test_no_body_no_right():
    assert not actor(Grant("clerk", MINISTRY, True)).holds("clerk", [])
