"""The grid: every session in its column once, no cell over another."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from convoca.programme.grid import hour_words, lines

SEOUL = ZoneInfo("Asia/Seoul")
BEGIN = datetime(2014, 10, 20, 0, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Part:
    room_id: int | None
    starts_at: datetime | None
    ends_at: datetime | None


@st.composite
def plans(draw):
    """Parts one after the other in each of three rooms, some without an end."""
    parts = []
    for room in (1, 2, 3):
        at = 0
        for _number in range(draw(st.integers(0, 5))):
            at += draw(st.integers(0, 4))
            length = draw(st.one_of(st.none(), st.integers(1, 5)))
            starts = BEGIN + timedelta(minutes=15 * at)
            ends = None if length is None else starts + timedelta(minutes=15 * length)
            parts.append(Part(room, starts, ends))
            at += length or 1
    return parts


@given(plans())
def test_every_row_has_every_room_once(parts):
    found = lines(parts, [1, 2, 3], SEOUL)
    open_rows = {1: 0, 2: 0, 3: 0}
    for line in found:
        cells = iter(line.cells)
        for room, left in open_rows.items():
            open_rows[room] = left - 1 if left else next(cells).rows - 1
        assert list(cells) == []
    assert set(open_rows.values()) <= {0}


@given(plans())
def test_every_part_is_there_once(parts):
    cells = [cell.part for line in lines(parts, [1, 2, 3], SEOUL) for cell in line.cells]
    assert sorted(map(repr, filter(None, cells))) == sorted(map(repr, parts))


def test_a_part_spans_the_rows_of_its_hours():
    long = Part(1, BEGIN, BEGIN + timedelta(hours=2))
    short = Part(2, BEGIN + timedelta(hours=1), BEGIN + timedelta(hours=2))
    found = lines([long, short], [1, 2], SEOUL)
    assert [(line.hour, [cell.rows for cell in line.cells]) for line in found] == [
        ("09:00", [2, 1]),
        ("10:00", [1]),
    ]


def test_nothing_gives_no_rows():
    assert lines([], [], SEOUL) == []


def test_an_hour_that_comes_twice_says_which_one_it_is():
    zone = ZoneInfo("Europe/Bucharest")
    first, second = (datetime(2022, 10, 30, hour, 30, tzinfo=UTC) for hour in (0, 1))
    assert hour_words(first, zone) == "03:30 (UTC+03:00)"
    assert hour_words(second, zone) == "03:30 (UTC+02:00)"
