"""Quorum and votes in a meeting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convoca.standards.general_rules.itu import DEBATE
from convoca.standards.general_rules.meetings import Result, decide_question, quorum
from convoca.standards.general_rules.plain import SIMPLE_MAJORITY


def test_quorum_is_more_than_half():
    assert [
        quorum(accredited_with_vote=160, present=n, rules=DEBATE).reached for n in (80, 81)
    ] == [
        False,
        True,
    ]
    assert quorum(accredited_with_vote=161, present=81, rules=DEBATE).needed == 81
    with pytest.raises(ValueError, match="5 present, but 4 have the right to vote"):
        quorum(accredited_with_vote=4, present=5, rules=DEBATE)
    with pytest.raises(ValueError, match="counted from 0"):
        quorum(accredited_with_vote=4, present=-1, rules=DEBATE)


@pytest.mark.parametrize(
    ("votes", "result", "articles"),
    [
        ((50, 49, 10), Result.CARRIED, ["CV 410", "CV 411"]),
        ((50, 50, 0), Result.REJECTED, ["CV 410", "CV 411", "CV 412"]),
        ((40, 30, 70), Result.CARRIED, ["CV 410", "CV 411"]),
        ((40, 30, 71), Result.POSTPONED, ["CV 416"]),
        ((0, 0, 3), Result.POSTPONED, ["CV 416"]),
    ],
)
def test_a_question(votes, result, articles):
    votes_for, against, abstentions = votes
    decision = decide_question(
        votes_for=votes_for, against=against, abstentions=abstentions, rules=DEBATE
    )
    assert (decision.result, [rule.article for rule in decision.rules]) == (result, articles)
    assert decision.present_and_voting == votes_for + against


def test_the_later_meeting_and_other_rule_sets_do_not_postpone():
    later = decide_question(
        votes_for=2, against=1, abstentions=90, rules=DEBATE, later_meeting=True
    )
    assert later.result is Result.CARRIED
    plain = decide_question(votes_for=1, against=2, abstentions=90, rules=SIMPLE_MAJORITY.debate)
    assert plain.result is Result.REJECTED


def test_impossible_numbers():
    with pytest.raises(ValueError, match="counted from 0"):
        decide_question(votes_for=-1, against=1, abstentions=0, rules=DEBATE)
    with pytest.raises(ValueError, match="nobody voted"):
        decide_question(votes_for=0, against=0, abstentions=9, rules=DEBATE, later_meeting=True)


@given(st.integers(0, 200), st.integers(0, 200))
def test_carried_means_more_for_than_against(votes_for, against):
    if votes_for + against == 0:
        return
    decision = decide_question(votes_for=votes_for, against=against, abstentions=0, rules=DEBATE)
    assert (decision.result is Result.CARRIED) == (votes_for > against)
