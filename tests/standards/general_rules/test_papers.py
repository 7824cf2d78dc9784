"""From marked papers to a count."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convoca.standards.general_rules.ballots import BallotError
from convoca.standards.general_rules.deciding import decide
from convoca.standards.general_rules.itu import ITU
from convoca.standards.general_rules.papers import Invalid, InvalidPaper, ballot_of, count_papers
from convoca.standards.general_rules.plain import PLURALITY
from convoca.standards.general_rules.posts import DIRECTOR_BR

NAMES = ("An", "Binh", "Chi")


def test_papers_are_votes_or_blank_or_invalid_with_the_reason():
    count = count_papers(
        [
            ("", ["An", "Binh"]),
            ("", ["Chi", ""]),
            ("", []),
            ("", ["An", "Binh", "Chi"]),
            ("a mark outside a box", ["An"]),
            ("torn", []),
        ],
        candidates=NAMES,
        seats=2,
        first_row=2,
    )
    assert (count.deposited, count.blank, count.valid, count.marks) == (6, 1, 2, 3)
    assert count.votes == (("An", 1), ("Binh", 1), ("Chi", 1))
    assert count.invalid == (
        InvalidPaper(5, Invalid.TOO_MANY_MARKS, "3 marks, seats: 2"),
        InvalidPaper(6, Invalid.MARK_OUTSIDE, "a mark outside a box"),
        InvalidPaper(7, Invalid.OTHER, "torn"),
    )


def test_no_paper_at_all():
    count = count_papers([], candidates=NAMES, seats=1)
    assert (count.deposited, count.valid, count.votes) == (
        0,
        0,
        (("An", 0), ("Binh", 0), ("Chi", 0)),
    )


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        (["An", "An"], "row 2: An is marked twice on one paper"),
        (["Em"], "row 2: 'Em' is marked, but does not stand"),
        (["Chi"], "row 2: Chi is marked, but was withdrawn"),
    ],
)
def test_slips_are_refused_naming_the_row(marks, told):
    with pytest.raises(BallotError, match=told):
        count_papers(
            [("", ["An"]), ("", marks)], candidates=(*NAMES, "Dung"), withdrawn={"Chi"}, seats=2
        )


@pytest.mark.parametrize(
    ("candidates", "seats", "told"),
    [
        ((), 1, "a region without candidates"),
        (("An", "An"), 1, "An stands twice"),
        (("An", "Binh"), 3, "fewer candidates than seats: 2 for 3 seats"),
        (("An", "Binh"), 0, "seats is 0"),
    ],
)
def test_a_ballot_that_cannot_be_is_refused(candidates, seats, told):
    with pytest.raises(BallotError, match=told):
        count_papers([], candidates=candidates, seats=seats)


def test_a_counted_box_becomes_a_ballot_with_its_four_numbers():
    papers = [("", ["An"]), ("", ["An"]), ("", ["Chi"]), ("", []), ("torn", [])]
    count = count_papers(papers, candidates=NAMES, seats=1)
    outcome = decide(ballot_of(count, DIRECTOR_BR, entitled=9), ITU)
    assert (outcome.elected, outcome.valid, outcome.conflicts) == (("An",), 3, ())
    nothing = count_papers([("", [])], candidates=NAMES, seats=2)
    with pytest.raises(BallotError, match=r"^everyone abstained"):
        decide(ballot_of(nothing, DIRECTOR_BR), PLURALITY)


PAPERS = st.lists(st.lists(st.sampled_from(NAMES), unique=True, max_size=3), max_size=40)


@given(PAPERS, st.integers(1, 3), st.randoms())
def test_sums_balance_and_the_order_of_papers_does_not_matter(papers, seats, random):
    given_papers = [("", marks) for marks in papers]
    count = count_papers(given_papers, candidates=NAMES, seats=seats)
    assert count.deposited == len(papers) == count.valid + count.blank + len(count.invalid)
    assert count.valid <= count.marks <= count.valid * seats
    assert all(votes <= count.valid for _, votes in count.votes)
    plain = Counter(mark for marks in papers if len(marks) <= seats for mark in marks)
    assert dict(count.votes) == {name: plain[name] for name in NAMES}
    shuffled = list(given_papers)
    random.shuffle(shuffled)
    again = count_papers(shuffled, candidates=NAMES, seats=seats)
    assert (again.votes, again.blank, len(again.invalid)) == (
        count.votes,
        count.blank,
        len(count.invalid),
    )
