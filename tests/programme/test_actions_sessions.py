"""Sessions: placed in free rooms only, within the conference, without lost updates."""

import threading
from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import translation

from conferences.made import INSTALLATION, event, event_facts, guest, person, world
from conferences.made import delegation as made_delegation
from convoca.conferences.actions.delegations import remove_participant
from convoca.conferences.actions.events import put_event
from convoca.conferences.models import Event
from convoca.conferences.writing import Outdated
from convoca.journal.models import Entry
from convoca.journal.refusals import StateConflict
from convoca.languages.translated import Translated
from convoca.programme import actions, queries
from convoca.programme.content import SessionFacts
from convoca.programme.models import Session
from programme.made import drafts, room, session, workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def busan():
    return world()


def move(busan, row, **to):
    told = {"day": date(2014, 10, 21), "starts": time(9), "ends": time(10, 30), "room": None}
    return actions.move_session(by=busan.secretariat, session=row, **{**told, **to})


def test_a_session_keeps_what_was_entered(busan):
    about = SessionFacts(
        abstract=Translated(vi="Chia sẻ phổ tần", en="Sharing spectrum"), organiser=busan.state
    )
    row = actions.put_session(
        by=busan.secretariat, edition=busan.edition, event=workshop(), facts=about
    )
    kept = Session.objects.select_related("event").get(pk=row.pk)
    assert (kept.event.kind, kept.event.day) == ("workshop", date(2014, 10, 21))
    assert (kept.abstract["vi"], kept.organiser) == ("Chia sẻ phổ tần", busan.state)
    assert [e.action for e in Entry.objects.order_by("pk")][-2:] == [
        "conferences.add_event",
        "programme.add_session",
    ]


def test_a_taken_room_is_refused_with_what_is_in_the_way(busan):
    hall = room(busan.edition)
    session(busan.edition, room=hall)
    later = session(busan.edition, name=Translated(vi="Phiên khác"), starts=time(14), ends=None)
    with translation.override("vi"), pytest.raises(StateConflict) as refused:
        move(busan, later, starts=time(10), ends=time(11), room=hall)
    told = "Phòng A đã có sự kiện ngày 21/10/2014, 09:00–10:30: Hội thảo phổ tần."
    assert str(refused.value) == told


def test_one_session_may_begin_when_another_ends(busan):
    hall = room(busan.edition)
    session(busan.edition, room=hall)
    after = session(busan.edition, room=hall, starts=time(10, 30), ends=time(12))
    assert after.event.room == hall


def test_an_event_of_the_calendar_holds_its_room_too(busan):
    hall = room(busan.edition)
    event(busan.edition, room=hall, starts=time(10, 30), ends=time(12))
    with pytest.raises(StateConflict):
        session(busan.edition, day=date(2014, 10, 20), room=hall, starts=time(11), ends=time(13))


def test_the_calendar_refuses_a_room_that_a_session_holds(busan):
    hall = room(busan.edition)
    session(busan.edition, room=hall)
    with pytest.raises(StateConflict):
        put_event(
            by=busan.secretariat,
            edition=busan.edition,
            facts=event_facts(day=date(2014, 10, 21), starts=time(9), room=hall),
        )


def test_the_database_refuses_what_no_check_has_seen(busan):
    hall = room(busan.edition)
    first = session(busan.edition, room=hall)
    second = session(busan.edition, starts=time(14), ends=time(15))
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=second.event.pk).update(
            room=hall, starts_at=first.event.starts_at, ends_at=first.event.ends_at
        )


@pytest.mark.parametrize("day", [date(2014, 10, 12), date(2014, 11, 8)])
def test_a_day_outside_the_edition_is_refused(busan, day):
    row = session(busan.edition)
    with pytest.raises(ValidationError) as refused:
        move(busan, row, day=day)
    assert list(refused.value.message_dict) == ["day"]


def test_an_hour_that_the_clocks_skip_is_refused():
    busan = world(zone="Europe/Bucharest", opens=date(2022, 3, 21), closes=date(2022, 4, 8))
    with pytest.raises(ValidationError) as refused:
        session(busan.edition, day=date(2022, 3, 27), starts=time(3, 30), ends=time(5))
    assert list(refused.value.message_dict) == ["starts"]


def test_an_hour_that_comes_twice_holds_the_room_for_both():
    busan = world(zone="Europe/Bucharest", opens=date(2022, 10, 17), closes=date(2022, 11, 4))
    hall = room(busan.edition)
    night = date(2022, 10, 30)
    long = session(busan.edition, day=night, starts=time(2), ends=time(3, 30), room=hall)
    assert long.event.ends_at - long.event.starts_at == timedelta(hours=2, minutes=30)
    with pytest.raises(StateConflict):
        session(busan.edition, day=night, starts=time(3), ends=time(3, 45), room=hall)


def test_the_second_of_two_editors_is_told(busan):
    row = session(busan.edition)
    opened = row.event.version
    move(busan, row, starts=time(11), ends=time(12), version=opened)
    stale = Session.objects.select_related("event").get(pk=row.pk)
    with pytest.raises(Outdated):
        move(busan, stale, starts=time(15), ends=time(16), version=opened)
    assert Event.objects.get(pk=row.event.pk).starts == time(11)


def test_a_body_and_a_name_as_organisers_are_refused(busan):
    with pytest.raises(ValidationError):
        session(busan.edition, about=SessionFacts(organiser=busan.state, organised_by="ITU"))


def test_removed_with_its_event(busan):
    row = session(busan.edition)
    actions.remove_session(by=busan.secretariat, session=row)
    assert (Session.objects.count(), Event.objects.count()) == (0, 0)


def test_drafts_are_published_together(busan):
    session(busan.edition, is_public=False)
    session(busan.edition, starts=time(11), ends=time(12), is_public=False)
    assert actions.publish_all(by=busan.secretariat, edition=busan.edition) == 2
    assert Event.objects.filter(is_public=False).count() == 0


def test_an_event_enters_the_programme_once(busan):
    held = event(busan.edition)
    actions.describe_event(by=busan.secretariat, event=held, facts=SessionFacts())
    with pytest.raises(StateConflict):
        actions.describe_event(by=busan.secretariat, event=held, facts=SessionFacts())


def test_a_speaker_of_another_edition_is_refused_and_nobody_speaks_twice(busan):
    row = session(busan.edition)
    speaker = guest(busan.edition)
    actions.add_speaker(by=busan.secretariat, session=row, participant=speaker)
    with pytest.raises(StateConflict):
        actions.add_speaker(by=busan.secretariat, session=row, participant=speaker)
    assert queries.speakers_elsewhere(row, speaker) == []


def test_who_speaks_twice_at_one_time_is_shown_with_why(busan):
    first = session(busan.edition)
    second = session(busan.edition, starts=time(10), ends=time(11), name=Translated(vi="B"))
    member = person(made_delegation(busan.edition, busan.state))
    for row in (first, second):
        actions.add_speaker(by=busan.secretariat, session=row, participant=member)
    [clash] = queries.clashes(busan.edition)
    assert (clash.why, clash.what, clash.is_certain) == ("speaker", member.name, True)
    assert (clash.first, clash.second) == (first.event, second.event)
    assert queries.clashes_of(second) == [clash]
    assert queries.speakers_elsewhere(first, member) == [second.event]


def test_a_room_may_clash_where_an_end_is_not_known(busan):
    hall = room(busan.edition)
    first = session(busan.edition, room=hall, ends=None)
    second = session(busan.edition, room=hall, starts=time(11), ends=time(12))
    [clash] = queries.clashes(busan.edition)
    assert (clash.why, clash.what, clash.is_certain) == ("room", "Phòng A", False)
    assert (clash.first, clash.second) == (first.event, second.event)


def test_five_hundred_sessions_enter_in_few_statements(busan, django_assert_max_num_queries):
    rooms = [room(busan.edition, f"Phòng {n}", f"Room {n}") for n in range(10)]
    people = [guest(busan.edition, f"Diễn giả {n}") for n in range(20)]
    told = drafts(busan.edition, rooms, people, 500)
    with django_assert_max_num_queries(20):
        actions.bring_sessions(by=INSTALLATION, edition=busan.edition, drafts=told)
    assert Session.objects.count() == 500


def test_many_sessions_are_all_kept_or_none(busan):
    rooms = [room(busan.edition)]
    told = drafts(busan.edition, rooms, [], 3)
    with pytest.raises(StateConflict):
        actions.bring_sessions(by=INSTALLATION, edition=busan.edition, drafts=[*told, told[0]])
    assert Event.objects.count() == 0


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_editors_at_once_cannot_place_two_sessions_in_one_room():
    """Real threads: whoever commits first has the room, the other one is told by whom."""
    busan = world()
    hall = room(busan.edition)
    rows = [
        session(busan.edition, name=Translated(vi=f"Phiên {n}"), starts=time(6 + n), ends=None)
        for n in range(4)
    ]
    started = threading.Barrier(len(rows))
    told: list[str] = []

    def place(pk: int) -> None:
        row = Session.objects.select_related("event__edition__series__body").get(pk=pk)
        started.wait()
        try:
            move(busan, row, starts=time(14), ends=time(15), room=hall)
            told.append("placed")
        except StateConflict:
            told.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=place, args=[row.pk]) for row in rows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["placed", "refused", "refused", "refused"]
    assert Event.objects.filter(room=hall).count() == 1


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_editors_at_once_cannot_both_change_one_session():
    busan = world()
    row = session(busan.edition)
    opened = row.event.version
    started = threading.Barrier(2)
    told: list[str] = []

    def change(hour: int) -> None:
        own = Session.objects.select_related("event__edition__series__body").get(pk=row.pk)
        started.wait()
        try:
            move(busan, own, starts=time(hour), ends=None, version=opened)
            told.append("changed")
        except Outdated:
            told.append("told")
        finally:
            connection.close()

    threads = [threading.Thread(target=change, args=[hour]) for hour in (11, 15)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["changed", "told"]
    assert Event.objects.get(pk=row.event.pk).version == opened + 1


def test_one_who_has_a_part_in_a_session_is_not_removed(busan):
    speaker = guest(busan.edition)
    row = session(busan.edition, kind="workshop")
    actions.add_speaker(by=busan.secretariat, session=row, participant=speaker)
    with pytest.raises(StateConflict):
        remove_participant(by=busan.secretariat, participant=speaker)
    actions.remove_speaker(by=busan.secretariat, speaker=row.speakers.get())
    remove_participant(by=busan.secretariat, participant=speaker)
    assert busan.edition.participants.count() == 0
