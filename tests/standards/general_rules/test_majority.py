"""One seat: majority, rounds, ties, abstentions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convoca.standards.general_rules.ballots import BallotError
from convoca.standards.general_rules.deciding import decide
from convoca.standards.general_rules.itu import ITU
from convoca.standards.general_rules.known_votes import required
from convoca.standards.general_rules.outcomes import Status, Step
from convoca.standards.general_rules.plain import PLURALITY, SIMPLE_MAJORITY

from .made import official

NAMES = ("An", "Binh", "Chi", "Dung", "Em")


def steps(outcome):
    return [reason.step for reason in outcome.reasons]


def test_more_than_half_of_the_valid_votes_elects():
    outcome = decide(official({"An": 90, "Binh": 67}, blank=0), ITU)
    assert (outcome.status, outcome.elected) == (Status.DECIDED, ("An",))
    assert (outcome.valid, outcome.required) == (157, 79)
    assert steps(outcome) == [
        Step.VALID_COUNTED,
        Step.REQUIRED,
        Step.ABSTENTIONS_WITHIN,
        Step.ELECTED_BY_MAJORITY,
    ]


def test_exactly_half_is_not_enough():
    outcome = decide(official({"An": 78, "Binh": 40, "Chi": 38}), ITU)
    assert (outcome.status, outcome.elected) == (Status.NEXT_ROUND, ())
    assert outcome.standing == ("An", "Binh", "Chi")


def test_every_reason_has_its_article_source_and_grade():
    outcome = decide(official({"An": 90, "Binh": 67}), ITU)
    assert all(r.rule.article and r.rule.source and r.rule.grade for r in outcome.reasons)


def test_single_candidate_is_voted_on_and_needs_the_majority():
    assert decide(official({"An": 151}), ITU).elected == ("An",)
    against_published = decide(official({"An": 60}, votes_complete=False, valid=151), ITU)
    assert against_published.status is Status.NEXT_ROUND


@pytest.mark.parametrize("round_", [1, 2])
def test_a_tie_in_an_open_round_decides_nothing(round_):
    outcome = decide(official({"An": 53, "Binh": 50, "Chi": 53}, round=round_), ITU)
    assert (outcome.status, outcome.tied) == (Status.NEXT_ROUND, ())
    assert outcome.order == ("An", "Chi", "Binh")
    assert Step.TIE_DECIDES_NOTHING in steps(outcome)


def test_after_the_third_round_the_best_two_go_on():
    outcome = decide(official({"An": 60, "Binh": 55, "Chi": 40}, round=3), ITU)
    assert (outcome.status, outcome.standing) == (Status.NEXT_ROUND, ("An", "Binh"))


def test_a_tie_for_the_place_in_the_final_needs_a_special_ballot():
    outcome = decide(official({"An": 60, "Binh": 45, "Chi": 45}, round=3), ITU)
    assert (outcome.status, outcome.tied) == (Status.TIED, ("Binh", "Chi"))
    assert outcome.standing == ("An", "Binh", "Chi")


def test_two_level_before_the_third_go_to_the_final():
    outcome = decide(official({"An": 60, "Binh": 60, "Chi": 45}, round=3), ITU)
    assert (outcome.status, outcome.standing) == (Status.NEXT_ROUND, ("An", "Binh"))


def test_a_tie_in_the_final_is_a_tie():
    outcome = decide(official({"An": 80, "Binh": 80}, round=4), ITU)
    assert (outcome.status, outcome.tied) == (Status.TIED, ("An", "Binh"))


def test_the_last_round_without_a_majority_and_without_a_tie_goes_on():
    alone = decide(official({"An": 60}, votes_complete=False, valid=151, round=4), ITU)
    assert (alone.status, alone.standing) == (Status.NEXT_ROUND, ("An",))


def test_simple_majority_has_no_last_round():
    outcome = decide(official({"An": 60, "Binh": 55, "Chi": 40}, round=7), SIMPLE_MAJORITY)
    assert (outcome.status, outcome.standing) == (Status.NEXT_ROUND, ("An", "Binh", "Chi"))


def test_simple_majority_does_not_know_several_seats():
    ballot = official({"An": 60, "Binh": 55, "Chi": 40})
    several = type(ballot)(ballot.post, 2, ballot.tallies)
    outcome = decide(several, SIMPLE_MAJORITY)
    assert (outcome.status, steps(outcome)) == (
        Status.UNDECIDABLE,
        [Step.METHOD_NOT_SUPPORTED],
    )


def test_plurality_gives_one_seat_to_the_most_votes():
    assert decide(official({"An": 60, "Binh": 55, "Chi": 40}), PLURALITY).elected == ("An",)


def test_abstentions_above_half_postpone():
    outcome = decide(official({"An": 40, "Binh": 30}, blank=71), ITU)
    assert (outcome.status, outcome.standing) == (Status.POSTPONED, ("An", "Binh"))
    assert decide(official({"An": 40, "Binh": 30}, blank=70), ITU).status is Status.DECIDED


def test_everyone_abstains():
    assert decide(official({"An": 0, "Binh": 0}, blank=9), ITU).status is Status.POSTPONED
    with pytest.raises(BallotError, match="row 2: everyone abstained"):
        decide(official({"An": 0, "Binh": 0}, blank=9), SIMPLE_MAJORITY)
    with pytest.raises(BallotError, match="row 2: everyone abstained"):
        decide(official({"An": 0, "Binh": 0}), ITU)


def test_unexplained_papers_leave_a_postponement_open():
    outcome = decide(official({"An": 40, "Binh": 30}, deposited=180), ITU)
    assert (outcome.status, outcome.elected) == (Status.UNDECIDABLE, ())
    told = decide(official({"An": 40, "Binh": 30}, deposited=180, invalid=110, blank=0), ITU)
    assert told.elected == ("An",)


def test_a_later_meeting_does_not_count_abstentions():
    outcome = decide(official({"An": 40, "Binh": 30}, blank=99, later_meeting=True), ITU)
    assert outcome.elected == ("An",)


def test_the_published_majority_stands_in_for_missing_numbers():
    outcome = decide(official({"An": 104, "Binh": None}, required=85), ITU)
    assert (outcome.status, outcome.elected, outcome.required) == (Status.DECIDED, ("An",), 85)


def test_papers_in_the_box_bound_the_majority():
    outcome = decide(official({"An": 104, "Binh": None}, deposited=180), ITU)
    assert (outcome.status, outcome.elected, outcome.required) == (Status.DECIDED, ("An",), None)
    short = decide(official({"An": 90, "Binh": None}, deposited=180), ITU)
    assert (short.status, short.elected) == (Status.UNDECIDABLE, ())


def test_the_only_missing_vote_follows_from_the_valid_ones():
    outcome = decide(official({"An": 70, "Binh": None}, valid=168), ITU)
    assert (outcome.status, outcome.elected) == (Status.DECIDED, ("Binh",))
    assert outcome.missing == ("Binh",)


def test_a_missing_vote_that_could_elect_somebody_leaves_it_open():
    outcome = decide(official({"An": 50, "Binh": None, "Chi": None}, valid=168), ITU)
    assert (outcome.status, outcome.missing) == (Status.UNDECIDABLE, ("Binh", "Chi"))


def test_nobody_can_reach_the_majority_although_votes_are_missing():
    outcome = decide(official({"An": 84, "Binh": 10, "Chi": None, "Dung": None}, valid=168), ITU)
    assert outcome.status is Status.NEXT_ROUND


def test_contradicting_figures_decide_nothing():
    outcome = decide(official({"An": 104, "Binh": 90, "Chi": None}, valid=168), ITU)
    assert outcome.status is Status.UNDECIDABLE
    assert [conflict.clash.value for conflict in outcome.conflicts] == ["more_votes_than_valid"]


def test_published_figures_are_compared():
    outcome = decide(
        official({"An": 81, "Binh": 47, "Chi": 29}, valid=158, required=80, deposited=150), ITU
    )
    assert outcome.elected == ("An",)
    told = [(conflict.clash.value, conflict.where) for conflict in outcome.conflicts]
    assert told == [
        ("valid", "rounds row 2"),
        ("required_majority", "rounds row 2"),
        ("papers", "rounds row 2"),
    ]


def test_more_votes_than_may_vote_are_told_where_the_papers_are_not_known():
    outcome = decide(official({"An": 81, "Binh": 74}, blank=1, entitled=155), ITU)
    told = [(conflict.clash.value, dict(conflict.facts)) for conflict in outcome.conflicts]
    assert told == [("more_papers_than_entitled", {"deposited": 156, "entitled": 155})]


@pytest.mark.parametrize(
    ("votes", "told"),
    [
        ({}, "without candidates"),
        ({"An": -1, "Binh": 2}, "row 2: the votes of An are -1, a negative number"),
        ({" ": 1}, "row 2: neither a candidate nor a Member State"),
    ],
)
def test_bad_ballots_are_refused(votes, told):
    with pytest.raises(BallotError, match=told):
        decide(official(votes), ITU)


def test_a_name_twice_is_refused():
    ballot = official({"An": 1, "Binh": 2})
    twice = type(ballot)(ballot.post, 1, (*ballot.tallies, ballot.tallies[0]))
    with pytest.raises(BallotError, match=r"row 2: An stands twice .* \(first in row 2\)"):
        decide(twice, ITU)


def test_a_vote_missing_among_complete_votes_is_refused():
    with pytest.raises(BallotError, match="row 3: the votes of Binh are missing"):
        decide(official({"An": 1, "Binh": None}, votes_complete=True), ITU)


def possible_outcomes(known, missing, unlisted, valid, most, round_):
    """Every outcome that some count of the missing votes would give, by brute force."""
    names = (*missing, *(("somebody",) if unlisted else ()))
    found = []
    for spread in spreads(len(names), valid, most, sum(known.values())):
        votes = known | {n: v for n, v in zip(names, spread, strict=True) if n in missing or v}
        if sum(votes.values()):
            found.append(decide(official(votes, round=round_), ITU).elected)
        else:
            found.append(())
    return found


def spreads(length, valid, most, known):
    """All ways to give votes to so many names; the total is `valid`, or at most `most`."""
    if length == 0:
        return [()] if valid in (None, known) else []
    import itertools

    limit = (valid if valid is not None else most) - known
    return [
        spread
        for spread in itertools.product(range(max(limit, -1) + 1), repeat=length)
        if (sum(spread) == limit if valid is not None else sum(spread) <= limit)
    ]


@given(
    votes=st.lists(st.integers(0, 5), min_size=1, max_size=4),
    hidden=st.sets(st.integers(0, 3), min_size=1, max_size=2),
    unlisted=st.booleans(),
    tell_valid=st.booleans(),
    spare=st.integers(0, 2),
    round_=st.integers(1, 2),
)
def test_an_outcome_stands_exactly_when_no_missing_vote_could_change_it(
    votes, hidden, unlisted, tell_valid, spare, round_
):
    names = NAMES[: len(votes)]
    shown = {
        n: None if i in hidden else v for i, (n, v) in enumerate(zip(names, votes, strict=True))
    }
    known = {n: v for n, v in shown.items() if v is not None}
    missing = tuple(n for n, v in shown.items() if v is None)
    valid = sum(votes) if tell_valid else None
    most = sum(votes) + spare
    if not sum(votes):
        return
    outcome = decide(
        official(
            shown,
            round=round_,
            votes_complete=False,
            unlisted_possible=unlisted,
            valid=valid,
            deposited=most,
            invalid=spare if tell_valid else None,
            later_meeting=True,
        ),
        ITU,
    )
    possible = possible_outcomes(known, missing, unlisted, valid, most, round_)
    if not possible:
        return
    winners = set(possible)
    assert (outcome.status is Status.UNDECIDABLE) == (len(winners) > 1)
    if len(winners) == 1:
        assert {outcome.elected} == winners


@given(st.dictionaries(st.sampled_from(NAMES), st.integers(0, 200), min_size=1), st.randoms())
def test_permuting_candidates_changes_only_the_display(votes, random):
    if not sum(votes.values()):
        return
    shuffled = list(votes.items())
    random.shuffle(shuffled)
    one, other = decide(official(votes), ITU), decide(official(dict(shuffled)), ITU)
    assert (one.status, one.elected, one.valid, one.required) == (
        other.status,
        other.elected,
        other.valid,
        other.required,
    )
    assert (set(one.standing), set(one.tied)) == (set(other.standing), set(other.tied))


@given(st.dictionaries(st.sampled_from(NAMES), st.integers(0, 200), min_size=1))
def test_sums_balance_and_at_most_one_reaches_the_majority(votes):
    if not sum(votes.values()):
        return
    outcome = decide(official(votes), ITU)
    assert outcome.valid == sum(votes.values())
    reached = [name for name in votes if votes[name] >= required(sum(votes.values()))]
    assert list(outcome.elected) == reached
    assert 2 * outcome.required > outcome.valid >= 2 * outcome.required - 2
