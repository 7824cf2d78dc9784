"""Calendars: read back by another program, folded and escaped as RFC 5545 asks."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar as Read

from convoca.standards.icalendar import Calendar, Entry, changes, folded, text, written

SEOUL = ZoneInfo("Asia/Seoul")
MADE = datetime(2014, 10, 1, 12, tzinfo=UTC)


def calendar(*entries: Entry, zone: str = "Asia/Seoul") -> Calendar:
    return Calendar(name="Busan", zone=zone, language="vi", made_at=MADE, entries=entries)


def read(*entries: Entry, zone: str = "Asia/Seoul"):
    found = Read.from_ical(written(calendar(*entries, zone=zone)))
    return found, list(found.walk("VEVENT"))


LAUNCH = Entry(
    uid="1@convoca.example",
    starts=datetime(2014, 10, 21, 8, 0, tzinfo=UTC),
    ends=datetime(2014, 10, 21, 8, 30, tzinfo=UTC),
    summary="Khởi động kỷ niệm 150 năm ITU; bạn, tôi \\ và họ",
    description="Dòng một\nDòng hai",
    location="Phòng A, BEXCO",
    url="https://convoca.example/vi/",
    category="sự kiện bên lề",
    sequence=2,
)


def test_an_entry_comes_back_as_it_was():
    _whole, [event] = read(LAUNCH)
    assert event["SUMMARY"] == LAUNCH.summary
    assert event["DESCRIPTION"] == LAUNCH.description
    assert event["LOCATION"] == LAUNCH.location
    assert event["URL"] == LAUNCH.url
    assert event["SEQUENCE"] == 2
    assert event["UID"] == LAUNCH.uid


def test_hours_are_written_by_the_clocks_of_the_conference():
    _whole, [event] = read(LAUNCH)
    assert event["DTSTART"].dt == datetime(2014, 10, 21, 17, 0, tzinfo=SEOUL)
    assert event["DTEND"].dt == datetime(2014, 10, 21, 17, 30, tzinfo=SEOUL)
    assert b"DTSTART;TZID=Asia/Seoul:20141021T170000\r\n" in written(calendar(LAUNCH))


def test_seoul_has_one_offset_all_year():
    whole, _events = read(LAUNCH)
    [zone] = whole.walk("VTIMEZONE")
    assert [(part.name, part["TZOFFSETTO"].to_ical()) for part in zone.subcomponents] == [
        ("STANDARD", "+0900")
    ]


def test_a_zone_whose_clocks_change_says_when():
    """Bucharest set its clocks back on 30 October 2022 at 4:00."""
    entry = Entry(
        uid="2", starts=datetime(2022, 10, 30, 5, 0, tzinfo=UTC), summary="Sau khi đổi giờ"
    )
    whole, [event] = read(entry, zone="Europe/Bucharest")
    [zone] = whole.walk("VTIMEZONE")
    onsets = [(part.name, part["DTSTART"].dt) for part in zone.subcomponents]
    assert onsets[-1] == ("STANDARD", datetime(2022, 10, 30, 4, 0))  # noqa: DTZ001 - a local time
    assert event["DTSTART"].dt == datetime(2022, 10, 30, 7, tzinfo=ZoneInfo("Europe/Bucharest"))


def test_the_second_of_two_equal_hours_is_written_in_utc():
    second = datetime(2022, 10, 30, 1, 30, tzinfo=UTC)
    content = written(calendar(Entry("3", second, "x"), zone="Europe/Bucharest"))
    assert b"DTSTART:20221030T013000Z\r\n" in content


def test_a_day_whose_hour_is_not_known_is_a_whole_day():
    entry = Entry("4", date(2014, 10, 20), "Triển lãm", ends=date(2014, 10, 23))
    _whole, [event] = read(entry)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2014, 10, 20), date(2014, 10, 24))


def test_an_end_that_is_not_known_is_not_made_up():
    _whole, [event] = read(Entry("5", datetime(2014, 10, 20, tzinfo=UTC), "Phiên toàn thể"))
    assert "DTEND" not in event


@given(st.text(max_size=300))
def test_no_line_is_longer_than_75_octets_and_nothing_is_lost(words):
    line = "SUMMARY:" + text(words)
    parts = folded(line)
    assert max(len(part.encode()) for part in parts) <= 75
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=120))
def test_any_words_come_back(words):
    _whole, [event] = read(Entry("6", datetime(2014, 10, 20, tzinfo=UTC), words))
    assert str(event["SUMMARY"]) == words


@pytest.mark.parametrize("zone", ["Asia/Seoul", "Europe/Zurich", "America/Mexico_City"])
def test_changes_are_found_to_the_second(zone):
    begin = datetime(2014, 1, 1, tzinfo=UTC)
    for change in changes(ZoneInfo(zone), begin, begin + timedelta(days=365)):
        before, after = change - timedelta(seconds=1), change
        local = [one.astimezone(ZoneInfo(zone)).utcoffset() for one in (before, after)]
        assert local[0] != local[1]
        assert change.time() == time(change.hour, 0)
