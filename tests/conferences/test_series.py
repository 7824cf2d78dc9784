"""Series and editions: who may, what is refused, what follows from a change."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone, translation

from conferences import made
from convoca.conferences import actions, queries
from convoca.conferences.content import RoomFacts
from convoca.conferences.models import CountdownRule, CountdownStep, Edition, Event, Series
from convoca.conferences.writing import Outdated
from convoca.journal.refusals import StateConflict
from convoca.journal.timeline import timeline
from convoca.languages.translated import Translated
from members.made import INSTALLATION

pytestmark = pytest.mark.django_db


def test_the_secretariat_enters_an_edition_and_it_is_in_the_record(world):
    facts = made.edition_facts(key="pp-18", ordinal=20)
    edition = actions.create_edition(by=world.secretariat, series=world.series, facts=facts)
    assert (edition.key, edition.is_public) == ("pp-18", False)
    entries = timeline(subject_kind="edition", subject_uid=edition.uid)
    assert [entry.action for entry in entries] == ["conferences.create_edition"]
    assert entries[0].facts["opens"] == "2014-10-20"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"key": "pp-14"}, "key"),
        ({"ordinal": 19}, "ordinal"),
        ({"closes": date(2014, 10, 19)}, "closes"),
        ({"opens": date(1, 1, 1)}, "opens"),
        ({"opens": date(9999, 12, 1), "closes": date(9999, 12, 2)}, "opens"),
        ({"zone": "Asia/Busan"}, "zone"),
        ({"zone": "../etc/passwd"}, "zone"),
        ({"zone": ""}, "zone"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(world, facts, field):
    with pytest.raises(ValidationError) as refused:
        actions.create_edition(
            by=world.secretariat, series=world.series, facts=made.edition_facts(**facts)
        )
    assert list(refused.value.message_dict) == [field]


def test_two_editors_cannot_overwrite_each_other(world):
    facts = made.edition_facts(key="pp-14", ordinal=19, venue="BEXCO")
    seen = world.edition.version
    actions.edit_edition(by=world.secretariat, edition=world.edition, facts=facts, version=seen)
    with pytest.raises(Outdated):
        actions.edit_edition(
            by=world.secretariat,
            edition=world.edition,
            facts=made.edition_facts(key="pp-14", ordinal=19, venue="Nhà khác"),
            version=seen,
        )
    assert Edition.objects.get(pk=world.edition.pk).venue == "BEXCO"


def test_an_edition_with_content_is_not_deleted_and_the_content_is_named(world):
    actions.withdraw_edition(by=world.secretariat, edition=world.edition)
    made.event(world.edition)
    made.delegation(world.edition, world.state)
    actions.add_delegation(by=world.secretariat, edition=world.edition, body=world.host)
    with pytest.raises(StateConflict) as refused:
        actions.delete_edition(by=world.secretariat, edition=world.edition)
    told = str(refused.value).removeprefix("Kỳ hội nghị còn: ").rstrip(".")
    assert sorted(told.split(", ")) == ["sự kiện (1)", "đoàn đại biểu (1)"]
    assert Edition.objects.filter(pk=world.edition.pk).exists()


def test_members_that_were_only_listed_and_files_looked_at_go_with_an_edition(world):
    actions.withdraw_edition(by=world.secretariat, edition=world.edition)
    actions.list_members(by=world.secretariat, edition=world.edition)
    actions.receive_delegates(
        by=world.secretariat, edition=world.edition, file_name="đoàn.csv", content=b"x"
    )
    assert actions.content_of(world.edition) == {}
    actions.delete_edition(by=world.secretariat, edition=world.edition)
    assert Edition.objects.count() == 0


def test_a_series_goes_with_its_rules_once_it_has_no_edition(world):
    empty = made.series(world.itu, key="wtdc")
    actions.put_rule(by=world.secretariat, series=empty, facts=made.step_facts())
    actions.delete_series(by=world.secretariat, series=empty)
    with pytest.raises(StateConflict):
        actions.delete_series(by=world.secretariat, series=world.series)
    assert list(Series.objects.all()) == [world.series]


def test_a_public_edition_is_not_deleted(world):
    with pytest.raises(StateConflict):
        actions.delete_edition(by=world.secretariat, edition=world.edition)


def test_an_empty_edition_goes_with_its_themes_and_countdown(world):
    actions.withdraw_edition(by=world.secretariat, edition=world.edition)
    actions.put_theme(by=world.secretariat, edition=world.edition, facts=made.theme_facts())
    actions.put_step(by=world.secretariat, edition=world.edition, facts=made.step_facts())
    actions.delete_edition(by=world.secretariat, edition=world.edition)
    assert (Edition.objects.count(), CountdownStep.objects.count()) == (0, 0)


def test_the_countdown_follows_the_opening_day_and_the_rules(world):
    rule = made.step_facts(key="candidatures", amount=-28, unit="days", at=time(23, 59))
    with pytest.raises(ValidationError):
        actions.put_rule(by=world.secretariat, series=world.series, facts=rule)
    rule = made.step_facts(
        key="candidatures", amount=-28, unit="days", at=time(23, 59), zone="Europe/Zurich"
    )
    actions.put_rule(by=world.secretariat, series=world.series, facts=rule)
    assert actions.compute_countdown(by=world.secretariat, edition=world.edition) == 1
    step = world.edition.countdown.get()
    assert step.due_on == date(2014, 9, 22)
    assert step.due_until == datetime(2014, 9, 22, 22, 0, tzinfo=UTC)

    later = made.edition_facts(
        key="pp-14", ordinal=19, opens=date(2014, 11, 24), closes=date(2014, 12, 12)
    )
    actions.edit_edition(by=world.secretariat, edition=world.edition, facts=later)
    step.refresh_from_db()
    # Geneva has left summer time by then: the same hour is another instant.
    assert step.due_until == datetime(2014, 10, 27, 23, 0, tzinfo=UTC)


def test_a_step_that_was_removed_comes_back_only_from_the_rules(world):
    actions.put_rule(by=world.secretariat, series=world.series, facts=made.step_facts(key="a"))
    actions.compute_countdown(by=world.secretariat, edition=world.edition)
    actions.remove_step(by=world.secretariat, step=world.edition.countdown.get())
    later = made.edition_facts(key="pp-14", ordinal=19, opens=date(2014, 10, 21))
    actions.edit_edition(by=world.secretariat, edition=world.edition, facts=later)
    assert world.edition.countdown.count() == 0
    told = timeline(subject_kind="edition", subject_uid=world.edition.uid)
    removed = [one for one in told if one.action == "conferences.remove_step"]
    assert [one.facts["step"] for one in removed] == ["a"]
    assert actions.compute_countdown(by=world.secretariat, edition=world.edition) == 1


def test_a_rule_that_is_removed_leaves_the_steps_of_editions(world):
    rule = actions.put_rule(by=world.secretariat, series=world.series, facts=made.step_facts())
    actions.compute_countdown(by=world.secretariat, edition=world.edition)
    actions.remove_rule(by=world.secretariat, rule=rule)
    assert (world.series.countdown_rules.count(), world.edition.countdown.count()) == (0, 1)


@pytest.mark.parametrize(
    ("amount", "unit", "told"),
    [
        (-8, "months", "8 months before"),
        (-1, "days", "1 day before"),
        (3, "days", "3 days after"),
        (1, "months", "1 month after"),
        (0, "days", "on the opening day"),
    ],
)
def test_a_rule_says_how_far_from_the_opening_day(amount, unit, told):
    with translation.override("en"):
        assert CountdownRule(amount=amount, unit=unit).counted == told


def test_the_days_of_an_edition_do_not_leave_its_events_behind(world):
    made.event(world.edition)
    later = made.edition_facts(
        key="pp-14", ordinal=19, opens=date(2014, 11, 3), closes=date(2014, 11, 7)
    )
    with pytest.raises(StateConflict) as refused:
        actions.edit_edition(by=world.secretariat, edition=world.edition, facts=later)
    assert str(refused.value) == "Các mục sau sẽ nằm ngoài thời gian mới: Lễ khai mạc."


def test_another_zone_moves_the_instants_and_not_the_hours(world):
    event = made.event(world.edition)
    assert event.starts_at == datetime(2014, 10, 20, 1, 30, tzinfo=UTC)
    geneva = made.edition_facts(key="pp-14", ordinal=19, zone="Europe/Zurich")
    actions.edit_edition(by=world.secretariat, edition=world.edition, facts=geneva)
    event = Event.objects.get(pk=event.pk)
    assert (event.starts, event.starts_at) == (
        time(10, 30),
        datetime(2014, 10, 20, 8, 30, tzinfo=UTC),
    )


def test_a_zone_whose_clocks_skip_an_hour_of_an_event_is_refused(world):
    # São Paulo set its clocks forward at midnight before this day.
    made.event(world.edition, day=date(2014, 10, 19), starts=time(0, 30), ends=time(2))
    facts = made.edition_facts(key="pp-14", ordinal=19, zone="America/Sao_Paulo")
    with pytest.raises(StateConflict) as refused:
        actions.edit_edition(by=world.secretariat, edition=world.edition, facts=facts)
    assert str(refused.value) == "Theo múi giờ mới, các mục sau có giờ không tồn tại: Lễ khai mạc."


def test_a_zone_whose_clocks_lay_two_events_over_one_another_is_refused(world):
    # An hour that comes twice holds its room for both: Geneva set its clocks back on this day.
    room = actions.put_room(
        by=world.secretariat, edition=world.edition, facts=RoomFacts(name=Translated(vi="A"))
    )
    day = date(2014, 10, 26)
    made.event(world.edition, day=day, starts=time(1), ends=time(2, 15), room=room)
    made.event(world.edition, day=day, starts=time(2, 30), ends=time(4), room=room)
    facts = made.edition_facts(key="pp-14", ordinal=19, zone="Europe/Zurich")
    with pytest.raises(StateConflict):
        actions.edit_edition(by=world.secretariat, edition=world.edition, facts=facts)
    assert Edition.objects.get(pk=world.edition.pk).zone == "Asia/Seoul"


def test_a_clone_takes_the_countdown_and_leaves_people_and_events(world):
    actions.put_step(by=world.secretariat, edition=world.edition, facts=made.step_facts())
    made.event(world.edition)
    made.delegation(world.edition, world.state)
    facts = made.edition_facts(
        key="pp-18", ordinal=20, opens=date(2018, 10, 29), closes=date(2018, 11, 16)
    )
    copy = actions.clone_edition(by=world.secretariat, source=world.edition, facts=facts)
    assert [step.due_on for step in copy.countdown.all()] == [date(2018, 9, 29)]
    assert (copy.events.count(), copy.delegations.count()) == (0, 0)
    assert copy.cloned_from == world.edition


def test_the_preview_of_a_clone_names_what_goes_along_and_writes_nothing(world):
    actions.put_step(by=world.secretariat, edition=world.edition, facts=made.step_facts())
    plan = actions.clone_plan(by=world.secretariat, source=world.edition)
    assert plan[0].names == ("Trả lời giấy mời",)
    days = actions.cloned_days(world.edition, opens=date(2018, 10, 29))
    assert days == [("Trả lời giấy mời", date(2018, 9, 29))]
    assert Edition.objects.count() == 1


def test_a_step_is_done_once_and_can_be_opened_again(world):
    step = actions.put_step(by=world.secretariat, edition=world.edition, facts=made.step_facts())
    on = date(2014, 9, 18)
    actions.mark_done(by=world.secretariat, step=step, on=on)
    with pytest.raises(StateConflict):
        actions.mark_done(by=world.secretariat, step=step, on=on)
    step = actions.reopen_step(by=world.secretariat, step=step)
    assert step.done_on is None
    with pytest.raises(ValidationError):
        actions.mark_done(by=world.secretariat, step=step, on=date(9999, 1, 1))


def test_what_waits_names_the_day_that_the_countdown_names(world):
    opens = timezone.localdate() + timedelta(days=40)
    facts = made.edition_facts(opens=opens, closes=opens, zone="America/New_York")
    coming = actions.create_edition(by=INSTALLATION, series=world.series, facts=facts)
    facts = made.step_facts(amount=-30, unit="days", at=None, zone="")
    step = actions.put_step(by=INSTALLATION, edition=coming, facts=facts)
    [waits] = queries.waiting_for(by=world.secretariat)
    last = waits.until.astimezone(waits.zone)
    assert (last.date(), last.time()) == (step.due_on, time(23, 59))


def test_a_theme_in_use_is_not_removed(world):
    theme = actions.put_theme(by=world.secretariat, edition=world.edition, facts=made.theme_facts())
    speech = made.speech(made.event(world.edition), made.guest(world.edition), "Kêu gọi.")
    statement = speech.statements.get()
    statement.theme = theme
    statement.save()
    with pytest.raises(StateConflict):
        actions.remove_theme(by=world.secretariat, theme=theme)


def test_whatever_keeps_an_edition_has_its_words_in_vietnamese():
    kept = [one for one in Edition._meta.related_objects if one.on_delete is models.PROTECT]
    named = {one.related_model: str(one.related_model._meta.verbose_name_plural) for one in kept}
    unnamed = [
        model.__name__ for model, words in named.items() if words == f"{model._meta.verbose_name}s"
    ]
    assert len(named) > 10
    assert unnamed == []
