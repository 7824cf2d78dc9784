"""When bodies are merged, people keep their roles at the successor."""

from datetime import date

import pytest

from accounts import made
from convoca.accounts.actions import grant_role
from convoca.accounts.actors import actor_of
from convoca.journal.actors import Grant
from convoca.members import actions, queries, signals
from members.made import DAY_OF_THE_MERGER, INSTALLATION, ministry_of_2024

pytestmark = pytest.mark.django_db


def clerk_of_the_ministry():
    chain, user = ministry_of_2024(), made.user("Lê Thị Hòa")
    grant_role(
        by=INSTALLATION, user=user, role="clerk", body=chain.ministry, valid_from=date(2024, 1, 1)
    )
    return chain, user


def test_a_clerk_of_the_merged_ministry_is_one_of_the_successor():
    chain, user = clerk_of_the_ministry()
    actions.merge_bodies(
        by=INSTALLATION,
        predecessors=[chain.ministry],
        successor=chain.science,
        on=DAY_OF_THE_MERGER,
    )
    assert actor_of(user).grants == {
        Grant("clerk", chain.ministry.uid),
        Grant("clerk", chain.science.uid),
    }


def test_after_a_split_roles_stay_where_they_were_and_the_preview_says_so():
    chain, user = clerk_of_the_ministry()
    successors = (chain.science, chain.government)
    told = signals.asked(chain.ministry, successors, DAY_OF_THE_MERGER)
    (line,) = [one for one in told if str(one.label) == "vai trò đang được giao"]
    actions.split_body(
        by=INSTALLATION, body=chain.ministry, successors=successors, on=DAY_OF_THE_MERGER
    )
    assert actor_of(user).grants == {Grant("clerk", chain.ministry.uid)}
    assert (line.count, line.moves) == (1, False)
    assert queries.successors(chain.ministry, on=DAY_OF_THE_MERGER) == list(successors)
