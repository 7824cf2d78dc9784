"""Closing, first election, order."""

from datetime import UTC, date, datetime, timedelta

import pytest

from convoca.standards.general_rules.calendar import (
    closing,
    first_election_day,
    in_time,
    next_ballot_from,
    open_posts,
    sittings,
)
from convoca.standards.general_rules.itu import ELECTIONS


@pytest.mark.parametrize(
    ("opening", "closes", "first"),
    [
        (date(2006, 11, 6), date(2006, 10, 9), date(2006, 11, 9)),
        (date(2010, 10, 4), date(2010, 9, 6), date(2010, 10, 7)),
        (date(2014, 10, 20), date(2014, 9, 22), date(2014, 10, 23)),
        (date(2018, 10, 29), date(2018, 10, 1), date(2018, 11, 1)),
        (date(2022, 9, 26), date(2022, 8, 29), date(2022, 9, 29)),
    ],
)
def test_five_conferences(opening, closes, first):
    close = closing(opening, ELECTIONS)
    assert (close.date(), close.hour, close.minute) == (closes, 23, 59)
    assert first_election_day(opening, ELECTIONS) == first


def test_geneva_time_and_the_end_of_the_minute():
    close = closing(date(2014, 10, 20), ELECTIONS)
    assert close.astimezone(UTC) == datetime(2014, 9, 22, 21, 59, tzinfo=UTC)
    assert in_time(close + timedelta(seconds=59), date(2014, 10, 20), ELECTIONS)
    assert not in_time(close + timedelta(seconds=60), date(2014, 10, 20), ELECTIONS)


def test_the_order_of_the_elections():
    assert [each.posts for each in sittings(ELECTIONS)] == [
        ("Secretary-General",),
        ("Deputy Secretary-General",),
        ("Director BR", "Director TSB", "Director BDT"),
        ("RRB", "Council"),
    ]
    assert open_posts(frozenset(), ELECTIONS) == ("Secretary-General",)
    filled = frozenset({"Secretary-General", "Deputy Secretary-General", "Director TSB"})
    assert open_posts(filled, ELECTIONS) == ("Director BR", "Director BDT")
    everything = frozenset(post for each in sittings(ELECTIONS) for post in each.posts)
    assert open_posts(everything, ELECTIONS) == ()


def test_hours_between_rounds():
    ended = datetime(2014, 10, 23, 10, 30, tzinfo=UTC)
    assert next_ballot_from(ended, 6) == datetime(2014, 10, 23, 16, 30, tzinfo=UTC)
    assert next_ballot_from(ended, None) == ended
