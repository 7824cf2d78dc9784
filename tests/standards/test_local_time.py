from datetime import UTC, date, datetime, time

from convoca.standards.local_time import Clock, LocalTime

GENEVA = "Europe/Zurich"


def test_a_deadline_passes_at_the_end_of_its_minute() -> None:
    close = LocalTime(date(2014, 9, 22), time(23, 59), GENEVA)
    assert close.clock is Clock.ORDINARY
    assert close.passes == datetime(2014, 9, 22, 22, 0, tzinfo=UTC)


def test_an_hour_that_comes_twice_gives_the_later_one_to_whoever_is_in_a_hurry() -> None:
    # Geneva set its clocks back on 26 October 2014, during the conference of Busan.
    twice = LocalTime(date(2014, 10, 26), time(2, 30), GENEVA)
    assert twice.clock is Clock.TWICE
    assert twice.earliest == datetime(2014, 10, 26, 0, 30, tzinfo=UTC)
    assert twice.latest == datetime(2014, 10, 26, 1, 30, tzinfo=UTC)


def test_an_hour_that_is_skipped_is_known_as_such() -> None:
    skipped = LocalTime(date(2014, 3, 30), time(2, 30), GENEVA)
    assert skipped.clock is Clock.SKIPPED
    assert skipped.latest == datetime(2014, 3, 30, 1, 30, tzinfo=UTC)


def test_the_same_wall_time_is_another_instant_after_the_change() -> None:
    before = LocalTime(date(2014, 10, 25), time(9, 0), GENEVA).earliest
    after = LocalTime(date(2014, 10, 27), time(9, 0), GENEVA).earliest
    assert (before.hour, after.hour) == (7, 8)
