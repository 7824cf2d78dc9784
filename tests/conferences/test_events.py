"""Events and speeches: days, hours and clocks."""

from datetime import UTC, date, datetime, time

import pytest
from django.core.exceptions import ValidationError

from conferences import made
from convoca.conferences import actions, queries
from convoca.conferences.models import Event
from convoca.conferences.writing import Outdated
from convoca.journal.actors import ANONYMOUS
from convoca.journal.refusals import StateConflict

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"day": date(2014, 10, 12)}, "day"),
        ({"day": date(2014, 11, 8)}, "day"),
        ({"last_day": date(2014, 11, 8)}, "last_day"),
        ({"last_day": date(2014, 10, 19)}, "last_day"),
        ({"day": None}, "day"),
        ({"starts": None, "ends": time(12)}, "ends"),
        ({"ends": time(10, 30)}, "ends"),
        ({"ends": time(9)}, "ends"),
    ],
)
def test_days_outside_and_hours_that_cannot_be_are_refused(world, facts, field):
    with pytest.raises(ValidationError) as refused:
        made.event(world.edition, **facts)
    assert list(refused.value.message_dict) == [field]


def test_councils_meet_in_the_days_before_and_unknown_stays_unknown(world):
    made.event(world.edition, day=date(2014, 10, 18))
    event = made.event(world.edition, starts=None)
    assert (event.starts_at, event.ends_at) == (None, None)
    event = made.event(world.edition, day=None, starts=None)
    assert [one.pk for one in queries.events(world.edition, by=ANONYMOUS)][-1] == event.pk


@pytest.fixture
def geneva(world) -> made.Edition:
    """A conference in Geneva over both changes of the clocks of 2014 would be too long."""
    return made.edition(
        world.series,
        opens=date(2014, 10, 20),
        closes=date(2014, 11, 7),
        zone="Europe/Zurich",
    )


def test_a_night_meeting_over_the_change_of_the_clocks_lasts_an_hour_longer(geneva):
    event = made.event(geneva, day=date(2014, 10, 26), starts=time(1), ends=time(4))
    assert event.starts_at == datetime(2014, 10, 25, 23, 0, tzinfo=UTC)
    assert event.ends_at == datetime(2014, 10, 26, 3, 0, tzinfo=UTC)


def test_an_hour_that_comes_twice_is_taken_whole(geneva):
    event = made.event(geneva, day=date(2014, 10, 26), starts=time(2), ends=time(2, 30))
    assert event.starts_at == datetime(2014, 10, 26, 0, 0, tzinfo=UTC)
    assert event.ends_at == datetime(2014, 10, 26, 1, 30, tzinfo=UTC)


def test_an_hour_that_the_clocks_skip_is_refused(world):
    spring = made.edition(
        world.series, opens=date(2014, 3, 24), closes=date(2014, 4, 11), zone="Europe/Zurich"
    )
    with pytest.raises(ValidationError) as refused:
        made.event(spring, day=date(2014, 3, 30), starts=time(2, 30))
    assert refused.value.message_dict == {
        "starts": ["Ngày này đồng hồ được vặn nhanh: không có 02:30."]
    }


def test_two_editors_of_one_event_cannot_overwrite_each_other(world):
    event = made.event(world.edition)
    facts = made.event_facts(starts=time(11))
    actions.put_event(
        by=world.secretariat, edition=world.edition, facts=facts, event=event, version=1
    )
    with pytest.raises(Outdated):
        actions.put_event(
            by=world.secretariat,
            edition=world.edition,
            facts=made.event_facts(starts=time(9)),
            event=event,
            version=1,
        )
    assert Event.objects.get(pk=event.pk).starts == time(11)


def test_a_speech_needs_somebody_of_this_edition_and_a_text_its_language(world):
    event = made.event(world.edition)
    elsewhere = made.guest(made.edition(world.series))
    with pytest.raises(ValidationError):
        made.speech(event, elsewhere)
    with pytest.raises(ValidationError):
        made.speech(event, made.guest(world.edition), text="Ladies and gentlemen")


def test_an_event_with_speeches_is_not_removed(world):
    event = made.event(world.edition)
    speech = made.speech(event, made.guest(world.edition))
    with pytest.raises(StateConflict):
        actions.remove_event(by=world.secretariat, event=event)
    actions.remove_speech(by=world.secretariat, speech=speech)
    actions.remove_event(by=world.secretariat, event=event)
    assert Event.objects.count() == 0


def test_the_public_does_not_see_what_is_not_shown(world):
    made.event(world.edition, is_public=False)
    assert list(queries.events(world.edition, by=ANONYMOUS)) == []
    assert queries.events(world.edition, by=world.secretariat).count() == 1
