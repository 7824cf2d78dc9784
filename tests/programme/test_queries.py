"""The word of each day is another one exactly when something of that day's list is."""

from datetime import date, time

import pytest

from conferences.made import guest, world
from convoca.conferences.actions import put_participant
from convoca.conferences.actions.events import put_room
from convoca.conferences.content import ParticipantFacts, RoomFacts
from convoca.conferences.models import Place
from convoca.languages.translated import Translated
from convoca.programme import actions
from convoca.programme.queries import on_days, programme, stamps_of_days
from programme.made import room, session

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY = date(2014, 10, 20), date(2014, 10, 21)


@pytest.fixture
def busan():
    return world()


@pytest.fixture
def days(busan):
    """A session on Monday, and one on Tuesday in a room and with a speaker."""
    hall, speaker = room(busan.edition), guest(busan.edition, "Đặng Thị Phương Thảo")
    first = session(busan.edition, day=MONDAY)
    second = session(busan.edition, day=TUESDAY, room=hall)
    actions.add_speaker(by=busan.secretariat, session=second, participant=speaker)
    return first, second, hall, speaker


def changed(busan, before: dict) -> set:
    after = stamps_of_days(busan.edition)
    return {day for day in before | after if before.get(day) != after.get(day)}


def test_nothing_done_is_nothing_changed(busan, days) -> None:
    assert changed(busan, stamps_of_days(busan.edition)) == set()


def test_two_sessions_that_change_places_change_both_days(busan, days) -> None:
    first, second, _hall, _speaker = days
    before = stamps_of_days(busan.edition)
    at = {"by": busan.secretariat, "starts": time(9), "ends": time(10), "room": None}
    actions.move_session(**at, session=first, day=TUESDAY)
    actions.move_session(**at, session=second, day=MONDAY)
    assert changed(busan, before) == {MONDAY, TUESDAY}


def test_a_room_s_new_name_changes_the_days_that_show_it(busan, days) -> None:
    hall, before = days[2], stamps_of_days(busan.edition)
    renamed = RoomFacts(name=Translated(vi="Phòng Haeundae", en="Haeundae"), place=hall.place)
    put_room(by=busan.secretariat, edition=busan.edition, facts=renamed, room=hall)
    assert changed(busan, before) == {TUESDAY}


def test_a_speaker_s_new_name_changes_the_days_that_show_it(busan, days) -> None:
    speaker, before = days[3], stamps_of_days(busan.edition)
    renamed = ParticipantFacts(name="Đặng Phương Thảo", place=Place.GUEST)
    put_participant(by=busan.secretariat, edition=busan.edition, facts=renamed, participant=speaker)
    assert changed(busan, before) == {TUESDAY}


def test_one_more_speaker_changes_the_day(busan, days) -> None:
    first, _second, _hall, speaker = days
    before = stamps_of_days(busan.edition)
    actions.add_speaker(by=busan.secretariat, session=first, participant=speaker)
    assert changed(busan, before) == {MONDAY}


def test_a_session_taken_out_takes_its_day_along(busan, days) -> None:
    before = stamps_of_days(busan.edition)
    actions.remove_session(by=busan.secretariat, session=days[0])
    assert changed(busan, before) == {MONDAY}


def test_days_are_in_order_and_what_has_no_day_comes_last(busan, days) -> None:
    session(busan.edition, day=None, starts=None, ends=None)
    order = list(stamps_of_days(busan.edition))
    assert order[-1] is None
    assert order[:-1] == sorted(order[:-1])


def test_what_has_no_day_can_be_asked_for_too(busan, days) -> None:
    undated = session(busan.edition, day=None, starts=None, ends=None)
    seen = programme(busan.edition, by=busan.secretariat)
    assert set(seen.filter(on_days([None]))) == {undated.event}
    assert set(seen.filter(on_days([MONDAY, None]))) == {days[0].event, undated.event} | set(
        seen.filter(day=MONDAY)
    )
    assert list(seen.filter(on_days([]))) == []
