"""Days counted from an opening."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convoca.conferences.due import Standing, counted, due, months_from, standing
from convoca.standards.general_rules.calendar import closing
from convoca.standards.general_rules.itu import ELECTIONS

BUSAN = date(2014, 10, 20)
NOW = datetime(2014, 9, 1, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("amount", "unit", "day"),
    [
        (-12, "months", date(2013, 10, 20)),
        (-8, "months", date(2014, 2, 20)),
        (-4, "months", date(2014, 6, 20)),
        (-1, "months", date(2014, 9, 20)),
        (-28, "days", date(2014, 9, 22)),
        (0, "days", BUSAN),
        (3, "days", date(2014, 10, 23)),
    ],
)
def test_the_days_of_busan_follow_from_its_opening(amount, unit, day):
    assert counted(BUSAN, amount, unit) == day


def test_a_day_that_a_month_does_not_have_is_its_last():
    assert months_from(date(2024, 10, 31), -8) == date(2024, 2, 29)
    assert months_from(date(2023, 3, 31), -1) == date(2023, 2, 28)


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(-600, 600))
def test_so_many_months_on_is_in_that_month(day, months):
    found = months_from(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day <= day.day


def test_candidatures_close_when_the_election_engine_says():
    when = due(BUSAN, amount=-28, unit="days", at=time(23, 59), zone="Europe/Zurich")
    assert when.earliest == closing(BUSAN, ELECTIONS)


def test_without_an_hour_the_whole_day_is_in_time():
    when = due(BUSAN, amount=-1, unit="days", at=None, zone="Asia/Seoul")
    assert when.passes == datetime(2014, 10, 19, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"due_until": NOW + 40 * DAY}, Standing.NOT_DUE),
        ({"due_until": NOW + 30 * DAY}, Standing.DUE),
        ({"due_until": NOW - DAY}, Standing.LATE),
        ({"due_until": NOW}, Standing.LATE),
        ({"due_until": NOW - DAY, "is_done": True}, Standing.DONE),
        ({"due_until": NOW - DAY, "is_over": True}, Standing.PAST),
        ({"due_until": NOW - DAY, "is_over": True, "late": 3}, Standing.LATE),
    ],
)
def test_how_a_step_stands(facts, expected):
    assert standing(**{"is_done": False, "is_over": False, "now": NOW, **facts}) is expected
