"""The actor behind a user: the grants of today, and nobody for one who was shut out."""

from datetime import timedelta

import pytest

from accounts import made
from convoca.accounts import actions, actors
from convoca.journal.actors import ANONYMOUS, Actor, ActorKind, Grant
from convoca.members.periods import today
from members.made import INSTALLATION, ministry_of_2024

pytestmark = pytest.mark.django_db


def test_an_actor_holds_the_grants_of_today(django_assert_num_queries):
    chain = ministry_of_2024()
    user = made.user_with("specialist", chain.department)
    actions.grant_role(
        by=INSTALLATION,
        user=user,
        role="signer",
        body=chain.ministry,
        valid_from=today() + timedelta(days=1),
    )
    actions.grant_role(
        by=INSTALLATION,
        user=user,
        role="clerk",
        body=chain.ministry,
        with_sub_bodies=True,
    )
    with django_assert_num_queries(1):
        actor = actors.actor_of(user)
    assert actor == Actor(
        ActorKind.PERSON,
        str(user.uid),
        user.name,
        frozenset(
            {
                Grant("specialist", chain.department.uid),
                Grant("clerk", chain.ministry.uid, with_sub_bodies=True),
            }
        ),
    )
    assert actor.holds("clerk", chain.department.lineage)


def test_a_deactivated_user_is_nobody():
    chain = ministry_of_2024()
    user = made.user_with("clerk", chain.ministry)
    shut = actions.deactivate(by=INSTALLATION, user=user)
    assert actors.actor_of(shut) == ANONYMOUS
