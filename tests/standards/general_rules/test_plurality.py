"""Several seats: most votes, ties across the cut, missing votes."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convoca.standards.general_rules.ballots import BallotError
from convoca.standards.general_rules.deciding import decide
from convoca.standards.general_rules.itu import ITU
from convoca.standards.general_rules.outcomes import Status, Step

from .made import council

NAMES = ("An", "Binh", "Chi", "Dung", "Em")
VOTES = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 12), min_size=2)


def steps(outcome):
    return [reason.step for reason in outcome.reasons]


def test_most_votes_take_the_seats_without_a_majority():
    outcome = decide(council({"An": 30, "Binh": 71, "Chi": 78, "Dung": 20}, 2), ITU)
    assert (outcome.status, outcome.elected) == (Status.DECIDED, ("Chi", "Binh"))
    assert (outcome.valid, outcome.required) == (199, None)


def test_the_next_by_votes_is_named_for_a_vacancy():
    outcome = decide(council({"An": 30, "Binh": 71, "Chi": 78}, 2), ITU)
    last = outcome.reasons[-1]
    assert (last.step, dict(last.facts)) == (Step.NEXT_BY_VOTES, {"names": ("An",), "votes": 30})
    assert last.rule.article == "CV 8"


def test_as_many_candidates_as_seats_are_all_elected():
    outcome = decide(council({"An": None, "Binh": 3, "Chi": None}, 3), ITU)
    assert (outcome.status, outcome.elected) == (Status.DECIDED, ("Binh", "An", "Chi"))


def test_a_tie_inside_changes_nothing():
    outcome = decide(council({"An": 50, "Binh": 50, "Chi": 20}, 2), ITU)
    assert (outcome.status, outcome.tied) == (Status.DECIDED, ())
    assert Step.TIE_INSIDE in steps(outcome)


def test_a_tie_across_the_last_seat():
    outcome = decide(council({"An": 50, "Binh": 40, "Chi": 40, "Dung": 40, "Em": 1}, 3), ITU)
    assert (outcome.status, outcome.elected) == (Status.TIED, ("An",))
    assert outcome.tied == outcome.standing == ("Binh", "Chi", "Dung")


def test_a_tie_below_the_cut_is_no_tie():
    outcome = decide(council({"An": 50, "Binh": 40, "Chi": 40}, 1), ITU)
    assert (outcome.status, outcome.elected) == (Status.DECIDED, ("An",))


def test_unlisted_names_are_bounded_by_the_papers():
    """PP-10, the Board: 160 papers, two seats, and only those elected were published."""
    strong = council(
        {"Teran": 154, "Zoller": 145},
        2,
        deposited=160,
        votes_complete=False,
        unlisted_possible=True,
    )
    assert decide(strong, ITU).elected == ("Teran", "Zoller")
    weak = council(
        {"Magenta": 98, "Zilinskas": 89},
        2,
        deposited=160,
        votes_complete=False,
        unlisted_possible=True,
    )
    outcome = decide(weak, ITU)
    assert (outcome.status, outcome.elected) == (Status.UNDECIDABLE, ("Magenta",))


def test_fewer_candidates_than_seats_is_refused_when_all_are_listed():
    with pytest.raises(BallotError, match="row 2: fewer candidates than seats: 2 for 3 seats"):
        decide(council({"An": 5, "Binh": 4}, 3), ITU)


def test_impossible_numbers_of_marks_are_conflicts():
    outcome = decide(council({"An": 11, "Binh": 9, "Chi": 9}, 2, deposited=10), ITU)
    told = [(conflict.clash.value, conflict.where) for conflict in outcome.conflicts]
    assert told == [
        ("more_votes_than_papers", "row 2"),
        ("more_marks_than_seats", "rounds row 2"),
    ]


def test_contradicting_figures_bound_nothing():
    ballot = council(
        {"An": 90, "Binh": 80}, 2, deposited=50, votes_complete=False, unlisted_possible=True
    )
    outcome = decide(ballot, ITU)
    assert (outcome.status, outcome.elected) == (Status.UNDECIDABLE, ())
    parts = council({"An": 9, "Binh": 8}, 2, deposited=20, blank=15, invalid=9)
    assert "papers" in [each.clash.value for each in decide(parts, ITU).conflicts]


def test_valid_papers_are_no_conflict_with_marks_when_the_box_shows_that_they_are_papers():
    fits = council({"An": 9, "Binh": 8, "Chi": 1}, 2, deposited=12, blank=1, invalid=1, valid=10)
    assert decide(fits, ITU).conflicts == ()
    alone = council({"An": 9, "Binh": 8, "Chi": 1}, 2, valid=10)
    assert [each.clash.value for each in decide(alone, ITU).conflicts] == ["valid"]


def test_abstentions_postpone_only_when_that_is_certain():
    votes = {"An": 9, "Binh": 8, "Chi": 1}
    assert decide(council(votes, 2, blank=19), ITU).status is Status.POSTPONED
    assert decide(council(votes, 2, blank=15), ITU).status is Status.UNDECIDABLE
    assert decide(council(votes, 2, blank=9), ITU).status is Status.DECIDED
    assert decide(council(votes, 2, deposited=170), ITU).status is Status.DECIDED


@given(VOTES, st.integers(1, 3), st.randoms())
def test_permuting_changes_only_the_display(votes, seats, random):
    seats = min(seats, len(votes))
    if not sum(votes.values()):
        return
    shuffled = list(votes.items())
    random.shuffle(shuffled)
    one, other = decide(council(votes, seats), ITU), decide(council(dict(shuffled), seats), ITU)
    assert (one.status, set(one.elected), set(one.tied)) == (
        other.status,
        set(other.elected),
        set(other.tied),
    )


@given(VOTES, st.integers(1, 3), st.sampled_from(NAMES))
def test_a_vote_more_never_unseats(votes, seats, name):
    seats = min(seats, len(votes))
    if not sum(votes.values()) or name not in votes:
        return
    before = decide(council(votes, seats), ITU)
    after = decide(council(votes | {name: votes[name] + 1}, seats), ITU)
    if name in before.elected:
        assert name in after.elected
    if name in before.tied:
        assert name in after.elected


@given(VOTES, st.integers(1, 3))
def test_seats_are_filled_or_tied(votes, seats):
    seats = min(seats, len(votes))
    if not sum(votes.values()):
        return
    outcome = decide(council(votes, seats), ITU)
    if outcome.status is Status.DECIDED:
        assert len(outcome.elected) == seats
    else:
        assert len(outcome.elected) < seats < len(outcome.elected) + len(outcome.tied)
    assert outcome.valid == sum(votes.values())


def certain_by_force(shown, seats, papers, unlisted):
    """Names elected under every count of the missing votes that the papers allow."""
    missing = [name for name, votes in shown.items() if votes is None]
    strangers = [f"stranger {i}" for i in range(seats + 1)] if unlisted else []
    known = {name: votes for name, votes in shown.items() if votes is not None}
    left = seats * papers - sum(known.values())
    always = set(shown)
    for spread in itertools.product(range(papers + 1), repeat=len(missing) + len(strangers)):
        if sum(spread) > left:
            continue
        votes = known | dict(zip([*missing, *strangers], spread, strict=True))
        ranked = sorted(votes.values(), reverse=True)
        cut = ranked[seats] if len(ranked) > seats else -1
        always &= {name for name in shown if votes[name] > cut}
    return always


@given(
    votes=st.lists(st.integers(0, 4), min_size=2, max_size=4),
    hidden=st.sets(st.integers(0, 3), max_size=2),
    seats=st.integers(1, 2),
    unlisted=st.booleans(),
)
def test_a_name_stands_exactly_when_no_missing_vote_could_unseat_it(votes, hidden, seats, unlisted):
    papers = 4
    if sum(votes) > seats * papers or (not hidden and not unlisted):
        return
    shown = {
        name: None if i in hidden else number
        for i, (name, number) in enumerate(zip(NAMES, votes, strict=False))
    }
    if len(shown) < seats or (all(v is not None for v in shown.values()) and not unlisted):
        return
    outcome = decide(
        council(
            shown,
            seats,
            deposited=papers,
            votes_complete=False,
            unlisted_possible=unlisted,
            later_meeting=True,
        ),
        ITU,
    )
    assert set(outcome.elected) == certain_by_force(shown, seats, papers, unlisted)
    if outcome.status is Status.DECIDED:
        assert len(outcome.elected) == seats
