"""Rounds one after the other."""

from dataclasses import replace

import pytest

from convoca.standards.general_rules.ballots import BallotError
from convoca.standards.general_rules.itu import ITU
from convoca.standards.general_rules.outcomes import Status, Step
from convoca.standards.general_rules.plain import SIMPLE_MAJORITY
from convoca.standards.general_rules.sequence import (
    MixedRuleSetsError,
    decide_next,
    decide_rounds,
)

from .made import council, official


def outcomes(*ballots):
    return [each.outcome for each in decide_rounds(ballots, ITU)]


def clashes(outcome):
    return [each.clash.value for each in outcome.conflicts]


def test_rounds_are_decided_in_their_order_and_withdrawals_told():
    second = official({"An": 90, "Binh": 67}, round=2)
    first = official({"An": 72, "Binh": 48, "Chi": 36}, round=1)
    one, two = outcomes(second, first)
    assert (one.status, two.elected) == (Status.NEXT_ROUND, ("An",))
    assert (two.reasons[0].step, dict(two.reasons[0].facts)["names"]) == (Step.WITHDRAWN, ("Chi",))


def test_a_withdrawn_candidate_cannot_come_back():
    rounds = [
        official({"An": 70, "Binh": 48, "Chi": 36}, round=1),
        official({"An": 70, "Binh": 71}, round=2),
        official({"An": 70, "Binh": 60, "Chi": 36}, round=3),
    ]
    with pytest.raises(BallotError, match="row 4: Chi withdrew before round 2"):
        outcomes(*rounds)


def test_somebody_new_is_a_conflict():
    two = outcomes(
        official({"An": 70, "Binh": 69, "Chi": 36}), official({"An": 90, "Em": 50}, round=2)
    )[1]
    assert (two.elected, clashes(two)) == (("An",), ["not_standing"])


def test_the_third_of_the_third_round_in_the_final_is_a_conflict():
    final = outcomes(
        official({"An": 60, "Binh": 55, "Chi": 40}, round=3),
        official({"An": 90, "Chi": 60}, round=4),
    )[1]
    assert (final.elected, clashes(final)) == (("An",), ["not_standing"])


def test_a_round_after_the_decision_is_a_conflict():
    two = outcomes(official({"An": 90, "Binh": 50}), official({"An": 90, "Binh": 50}, round=2))[1]
    assert clashes(two) == ["round_after_decision"]


def test_a_postponed_ballot_is_held_again_without_counting_abstentions():
    first = official({"An": 40, "Binh": 30}, blank=80)
    one, two = outcomes(first, replace(first, round=2))
    assert (one.status, two.status, two.elected) == (Status.POSTPONED, Status.DECIDED, ("An",))


def test_the_special_ballot_fills_the_seats_that_are_left():
    tie = council({"An": 50, "Binh": 40, "Chi": 40, "Dung": 40}, 3)
    special = council({"Binh": 30, "Chi": 60, "Dung": 50}, 3, round=2)
    one, two = outcomes(tie, special)
    assert (one.status, one.elected, one.tied) == (Status.TIED, ("An",), ("Binh", "Chi", "Dung"))
    assert (two.seats, two.elected, clashes(two)) == (2, ("Chi", "Dung"), [])
    assert Step.SPECIAL_BALLOT in [reason.step for reason in two.reasons]


def test_a_special_ballot_for_one_seat_needs_no_majority():
    tie = council({"An": 50, "Binh": 40, "Chi": 40, "Dung": 40}, 2)
    special = council({"Binh": 30, "Chi": 40, "Dung": 35}, 2, round=2)
    assert outcomes(tie, special)[1].elected == ("Chi",)


def test_a_special_ballot_may_tie_again():
    tie = council({"An": 50, "Binh": 40, "Chi": 40}, 2)
    again = outcomes(tie, council({"Binh": 60, "Chi": 60}, 1, round=2))[1]
    assert (again.status, again.tied) == (Status.TIED, ("Binh", "Chi"))
    assert again.reasons[-1].step is Step.SPECIAL_BALLOT_TIED


def test_a_stranger_in_the_special_ballot_is_a_conflict():
    tie = council({"An": 50, "Binh": 40, "Chi": 40}, 2)
    again = outcomes(tie, council({"Binh": 60, "Em": 50}, 1, round=2))[1]
    assert clashes(again) == ["not_standing"]


def test_two_rule_sets_are_never_mixed():
    first = decide_rounds([official({"An": 53, "Binh": 50, "Chi": 53})], ITU)
    with pytest.raises(MixedRuleSetsError, match="row 2: two rule sets mixed: round 1"):
        decide_next(first, official({"An": 53, "Binh": 50}, round=2), SIMPLE_MAJORITY)


def test_four_rounds_to_the_final():
    three = {"An": 60, "Binh": 55, "Chi": 40}
    rounds = outcomes(
        official(three),
        official(three, round=2),
        official(three, round=3),
        official({"An": 70, "Binh": 85}, round=4),
    )
    assert [each.status.value for each in rounds] == ["next_round"] * 3 + ["decided"]
    assert (rounds[2].standing, rounds[3].elected) == (("An", "Binh"), ("Binh",))


def test_a_level_last_round_is_held_once_more_and_then_age_decides():
    level = {"An": 80, "Binh": 80}
    four, five = outcomes(official(level, round=4), official(level, round=5))
    assert [each.reasons[-1].step for each in (four, five)] == [
        Step.TIE_IN_FINAL,
        Step.SPECIAL_BALLOT_TIED,
    ]
    assert (five.status, five.tied) == (Status.TIED, ("An", "Binh"))


def test_the_special_ballot_for_a_place_in_the_last_round_elects_nobody():
    three, four, five = outcomes(
        official({"An": 60, "Binh": 45, "Chi": 45}, round=3),
        official({"Binh": 70, "Chi": 80}, round=4),
        official({"An": 90, "Chi": 65}, round=5),
    )
    assert (three.tied, three.standing) == (("Binh", "Chi"), ("An", "Binh", "Chi"))
    assert (four.status, four.elected, four.standing) == (Status.NEXT_ROUND, (), ("An", "Chi"))
    assert (five.status, five.elected, clashes(five)) == (Status.DECIDED, ("An",), [])


def test_the_special_ballot_for_a_place_may_tie_or_lack_votes():
    third = official({"An": 60, "Binh": 45, "Chi": 45}, round=3)
    tied = outcomes(third, official({"Binh": 70, "Chi": 70}, round=4))[1]
    assert (tied.status, tied.tied, tied.standing) == (
        Status.TIED,
        ("Binh", "Chi"),
        ("An", "Binh", "Chi"),
    )
    unknown = outcomes(third, official({"Binh": 70, "Chi": None}, round=4))[1]
    assert (unknown.status, unknown.standing) == (Status.UNDECIDABLE, ())


def test_three_level_for_two_places():
    three, four = outcomes(
        official({"An": 50, "Binh": 50, "Chi": 50}, round=3),
        official({"An": 40, "Binh": 60, "Chi": 50}, round=4),
    )
    assert three.tied == ("An", "Binh", "Chi")
    assert (four.status, four.standing) == (Status.NEXT_ROUND, ("Binh", "Chi"))
