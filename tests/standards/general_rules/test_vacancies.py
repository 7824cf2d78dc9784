"""Seats that fall vacant between conferences."""

from datetime import date

import pytest

from convoca.standards.general_rules import posts
from convoca.standards.general_rules.deciding import decide
from convoca.standards.general_rules.itu import ELECTIONS, ITU
from convoca.standards.general_rules.vacancies import Way, council_seat, other_seat

from .made import council

VOTES = {"An": 101, "Binh": 100, "Chi": 83, "Dung": 83}
OUTCOME = decide(council(VOTES, 1), ITU)


def test_the_next_by_votes_in_the_region():
    found = council_seat(OUTCOME, VOTES, ELECTIONS)
    assert (found.way, found.names, found.rule.article) == (Way.NEXT_BY_VOTES, ("Binh",), "CV 8")


def test_the_next_may_be_tied_or_missing():
    tied = council_seat(OUTCOME, VOTES, ELECTIONS, unavailable={"Binh"})
    assert (tied.way, tied.names) == (Way.TIED_FOR_NEXT, ("Chi", "Dung"))
    nobody = council_seat(OUTCOME, VOTES, ELECTIONS, unavailable={"Binh", "Chi", "Dung"})
    assert (nobody.way, nobody.rule.article) == (Way.BY_CORRESPONDENCE, "CV 9")


def test_unknown_votes_name_nobody():
    votes = VOTES | {"Chi": None}
    with pytest.raises(ValueError, match="the votes of Chi are not known"):
        council_seat(OUTCOME, votes, ELECTIONS)
    tie = decide(council({"An": 5, "Binh": 5}, 1), ITU)
    with pytest.raises(ValueError, match="not decided"):
        council_seat(tie, VOTES, ELECTIONS)


def test_board_and_secretary_general():
    day = date(2016, 1, 4)
    soon = other_seat(posts.BOARD, ELECTIONS, vacant_on=day, next_council_session=date(2016, 4, 3))
    late = other_seat(posts.BOARD, ELECTIONS, vacant_on=day, next_council_session=date(2016, 4, 4))
    never = other_seat(posts.BOARD, ELECTIONS, vacant_on=day, next_council_session=None)
    assert [soon.way, late.way, never.way] == [
        Way.COUNCIL_ELECTS,
        Way.STATE_NAMES,
        Way.STATE_NAMES,
    ]
    deputy = other_seat(
        posts.SECRETARY_GENERAL,
        ELECTIONS,
        vacant_on=day,
        next_council_session=None,
        deputy="Malcolm Johnson",
    )
    assert (deputy.way, deputy.names) == (Way.DEPUTY_SUCCEEDS, ("Malcolm Johnson",))
    director = other_seat(posts.DIRECTOR_BR, ELECTIONS, vacant_on=day, next_council_session=None)
    assert director.way is Way.NO_RULE_READ
    with pytest.raises(ValueError, match="use council_seat"):
        other_seat(posts.COUNCIL, ELECTIONS, vacant_on=day, next_council_session=None)
