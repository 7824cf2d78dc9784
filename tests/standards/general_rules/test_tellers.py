"""Several tellers."""

import pytest

from convoca.standards.general_rules.ballots import BallotError
from convoca.standards.general_rules.tellers import Difference, compare_tellers


def test_equal_counts_have_no_difference():
    count = {"An": 5, "blank": 1}
    assert compare_tellers({"A": count, "B": dict(count)}) == ()


def test_each_difference_is_named_with_who_counted_what():
    found = compare_tellers(
        {"A": {"An": 5, "blank": 1}, "B": {"An": 6}, "C": {"An": 5, "blank": 1}}
    )
    assert found == (
        Difference("An", (("A", 5), ("B", 6), ("C", 5))),
        Difference("blank", (("A", 1), ("B", None), ("C", 1))),
    )


def test_one_teller_is_nothing_to_compare():
    with pytest.raises(BallotError, match="at least two tellers"):
        compare_tellers({"A": {"An": 5}})
