"""Calls: drafted with their letter, opened by its dispatch, closed and reopened."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from calls.made import asked, drafted, opened
from convoca.calls.actions.calls import change_call, close_call, open_call, reopen_for
from convoca.calls.models import Call, CallState, Observance, Reply
from convoca.calls.queries.calls import addressees
from convoca.journal.actors import ANONYMOUS
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.standards.local_time import LocalTime
from members.made import actor

ZONE = "Asia/Ho_Chi_Minh"
pytestmark = pytest.mark.django_db


def test_a_call_opens_with_a_reply_for_each_addressee() -> None:
    made = opened()
    assert made.call.state == CallState.OPEN
    assert [reply.name for reply in made.replies] == [
        "Bộ Khoa học và Công nghệ",
        "Ủy ban nhân dân thành phố Hà Nội",
        "Ủy ban nhân dân tỉnh Đắk Lắk",
        "Ủy ban nhân dân tỉnh An Giang",
    ]
    assert {reply.state for reply in made.replies} == {"silent"}


def test_a_call_opens_only_with_its_letter_and_only_once() -> None:
    at, _edition, call = drafted()
    with pytest.raises(StateConflict):
        open_call(by=at.clerk, call=call)


def test_without_a_deadline_it_runs_to_the_end_of_the_editions_year() -> None:
    _at, edition, call = drafted(year=2024)
    assert call.deadline is None
    assert call.runs_until == LocalTime(date(2024, 12, 31), time(23, 59), ZONE)
    assert edition.year == 2024


def test_a_letter_sent_after_the_editions_year_runs_to_the_end_of_its_own() -> None:
    _at, _edition, call = drafted(year=2024)
    call.opened_at = datetime(2026, 12, 31, 23, 30, tzinfo=ZoneInfo(ZONE))
    assert call.runs_until == LocalTime(date(2026, 12, 31), time(23, 59), ZONE)


def test_a_deadline_passes_at_the_end_of_its_minute_in_its_zone() -> None:
    made = opened(deadline=LocalTime(date(2030, 5, 31), time(17, 0), ZONE))
    at_five = datetime(2030, 5, 31, 17, 0, tzinfo=ZoneInfo(ZONE))
    assert made.call.takes_replies(at_five + timedelta(seconds=59, microseconds=999999)) is True
    assert made.call.takes_replies(at_five + timedelta(minutes=1)) is False


@pytest.mark.parametrize("role", ["focal_point", "clerk", "reviewer", "signer", "form_checker"])
def test_only_its_officers_change_a_call(role: str) -> None:
    made = opened()
    for stranger in (actor(role, at=made.house.unit), ANONYMOUS):
        with pytest.raises(NotPermitted):
            change_call(by=stranger, call=made.call, asked=asked())
        with pytest.raises(NotPermitted):
            close_call(by=stranger, call=made.call)


def test_an_officer_of_another_ministry_is_no_officer_here() -> None:
    made = opened()
    with pytest.raises(NotPermitted):
        close_call(by=actor("specialist", at=made.house.chain.science), call=made.call)


def test_what_the_letter_asked_for_stays_asked_for() -> None:
    made = opened()
    with pytest.raises(StateConflict):
        change_call(by=made.specialist, call=made.call, asked=asked(kinds=["idea"]))


@pytest.mark.parametrize("facts", [{"kinds": ["novel"]}, {"sdgs": [18]}, {"action_lines": ["C12"]}])
def test_what_does_not_exist_is_not_asked_for(facts: dict[str, object]) -> None:
    at, _edition, call = drafted()
    with pytest.raises(ValidationError):
        change_call(by=at.specialist, call=call, asked=asked(**facts))


def test_a_closed_call_can_be_reopened_for_one_body() -> None:
    made = opened()
    close_call(by=made.specialist, call=made.call)
    later = timezone.localdate() + timedelta(days=7)
    until = LocalTime(later, time(17, 0), ZONE)
    reply = reopen_for(by=made.specialist, reply=made.reply, until=until, because="Bão lũ")
    now = timezone.now()
    assert [one.is_open(now) for one in Reply.objects.select_related("call__edition")] == [
        True,
        False,
        False,
        False,
    ]
    assert reply.reopened_until == until.passes
    assert reply.last_minute == until.latest
    past = LocalTime(date(2024, 1, 1), time(8, 0), ZONE)
    with pytest.raises(StateConflict):
        reopen_for(by=made.specialist, reply=reply, until=past, because="")


@pytest.mark.database
@pytest.mark.parametrize(
    "facts",
    [
        {"state": "open", "opened_at": None},
        {"state": "closed", "closed_at": None},
        {"deadline_date": date(2024, 5, 1)},
        {"title": {"en": "no Vietnamese"}},
    ],
)
def test_the_database_refuses_a_call_in_two_minds(facts: dict[str, object]) -> None:
    made = opened()
    with pytest.raises(IntegrityError), transaction.atomic():
        Call.objects.filter(pk=made.call.pk).update(**facts)


@pytest.mark.database
def test_the_database_knows_the_calendar() -> None:
    made = opened()
    with pytest.raises(IntegrityError), transaction.atomic():
        Observance.objects.filter(pk=made.edition.observance_id).update(month=13)


def test_an_addressee_is_found_by_the_name_of_its_day_and_by_that_of_its_successor() -> None:
    made = opened()
    *_others, daklak, angiang = made.replies
    Reply.objects.filter(pk=daklak.pk).update(body=angiang.body)
    found = {
        words: [one.name for one in addressees(made.call, words=words)]
        for words in ("dak lak", "An Giang", "nowhere")
    }
    assert found == {
        "dak lak": [daklak.name],
        "An Giang": [daklak.name, angiang.name],
        "nowhere": [],
    }
