"""What settles a tie."""

from datetime import date

import pytest

from convoca.standards.general_rules.ballots import BallotError
from convoca.standards.general_rules.deciding import decide
from convoca.standards.general_rules.itu import BALLOTS, ITU
from convoca.standards.general_rules.ties import settle

from .made import council

TIE = decide(council({"An": 50, "Binh": 40, "Chi": 40, "Dung": 40}, 3), ITU)
AGE = BALLOTS.tie_across_last_seat_board
LOT = BALLOTS.tie_across_last_seat_council
BORN = {"Binh": date(1960, 1, 1), "Chi": date(1955, 1, 1), "Dung": date(1970, 1, 1)}


def test_the_older_take_the_seats():
    settled = settle(TIE, AGE, born=BORN)
    assert (settled.elected, settled.rule.grade.value) == (("Chi", "Binh"), "M")


def test_the_lot_takes_the_seats():
    assert settle(TIE, LOT, drawn=["Dung", "Binh"]).elected == ("Dung", "Binh")


def test_nothing_is_guessed():
    with pytest.raises(BallotError, match="the date of birth of Dung is not known"):
        settle(TIE, AGE, born={"Binh": BORN["Binh"], "Chi": BORN["Chi"]})
    twins = BORN | {"Dung": BORN["Binh"]}
    with pytest.raises(BallotError, match="Binh and Dung were born on the same day"):
        settle(TIE, AGE, born=twins)
    with pytest.raises(BallotError, match="An was drawn, but is not among the tied"):
        settle(TIE, LOT, drawn=["An", "Binh"])
    with pytest.raises(BallotError, match="drawn twice"):
        settle(TIE, LOT, drawn=["Binh", "Binh"])
    with pytest.raises(BallotError, match="the lot named 1, but seats left: 2"):
        settle(TIE, LOT, drawn=["Binh"])
    decided = decide(council({"An": 5, "Binh": 4}, 1), ITU)
    with pytest.raises(BallotError, match="decided, not tied"):
        settle(decided, LOT, drawn=["An"])
    with pytest.raises(BallotError, match="the next round follows"):
        settle(TIE, BALLOTS.tie_in_open_round)
