"""Nobody but the secretariat of the conference does anything; every action and page is tried."""

from datetime import date

import pytest

from conferences import made
from conferences.refusing import addresses, answers, let_through
from convoca.conferences import actions
from convoca.conferences.content import (
    AnswerFacts,
    FigureFacts,
    ParticipantFacts,
    RoomFacts,
    SeriesFacts,
    SpeechFacts,
    StatementFacts,
)
from convoca.conferences.models import Answer, Edition
from convoca.conferences.urls import urlpatterns
from convoca.languages.translated import Translated
from convoca.letters.models import Letter
from members.made import INSTALLATION

pytestmark = pytest.mark.django_db
NAME = Translated(vi="Tên", en="Name")
DAY = date(2013, 10, 20)
PUBLIC = {"list", "edition", "days", "day", "event", "countdown", "delegations"}
OWN = {"delegation", "answer", "person_new", "person_edit", "person_remove", "import_preview"}


def of_the_series(world) -> dict:
    edition, facts = world.edition, made.edition_facts(key="pp-14", ordinal=19)
    series = SeriesFacts(name=NAME, every_years=4, languages=[])
    step = actions.put_step(by=INSTALLATION, edition=edition, facts=made.step_facts())
    theme = actions.put_theme(by=INSTALLATION, edition=edition, facts=made.theme_facts())
    number = FigureFacts(key="x", place=1, value=1, at_least=False, name=NAME)
    figure = actions.put_figure(by=INSTALLATION, edition=edition, facts=number)
    rule = made.step_facts()
    kept = actions.put_rule(by=INSTALLATION, series=world.series, facts=rule)
    return {
        "create_series": lambda by: actions.create_series(
            by=by, body=world.itu, key="pp", facts=series
        ),
        "edit_series": lambda by: actions.edit_series(by=by, series=world.series, facts=series),
        "delete_series": lambda by: actions.delete_series(by=by, series=world.series),
        "create_edition": lambda by: actions.create_edition(
            by=by, series=world.series, facts=facts
        ),
        "edit_edition": lambda by: actions.edit_edition(by=by, edition=edition, facts=facts),
        "publish_edition": lambda by: actions.publish_edition(by=by, edition=edition),
        "withdraw_edition": lambda by: actions.withdraw_edition(by=by, edition=edition),
        "delete_edition": lambda by: actions.delete_edition(by=by, edition=edition),
        "clone_edition": lambda by: actions.clone_edition(by=by, source=edition, facts=facts),
        "clone_plan": lambda by: actions.clone_plan(by=by, source=edition),
        "put_theme": lambda by: actions.put_theme(by=by, edition=edition, facts=made.theme_facts()),
        "remove_theme": lambda by: actions.remove_theme(by=by, theme=theme),
        "put_figure": lambda by: actions.put_figure(by=by, edition=edition, facts=number),
        "remove_figure": lambda by: actions.remove_figure(by=by, figure=figure),
        "put_rule": lambda by: actions.put_rule(by=by, series=world.series, facts=rule),
        "put_step": lambda by: actions.put_step(by=by, edition=edition, facts=made.step_facts()),
        "remove_rule": lambda by: actions.remove_rule(by=by, rule=kept),
        "remove_step": lambda by: actions.remove_step(by=by, step=step),
        "mark_done": lambda by: actions.mark_done(by=by, step=step, on=DAY),
        "reopen_step": lambda by: actions.reopen_step(by=by, step=step),
        "compute_countdown": lambda by: actions.compute_countdown(by=by, edition=edition),
    }


def of_the_days(world) -> dict:
    edition = world.edition
    event, guest = made.event(edition), made.guest(edition)
    speech = made.speech(event, guest, "Kêu gọi thu hẹp khoảng cách số.")
    statement = speech.statements.get()
    room = actions.put_room(by=INSTALLATION, edition=edition, facts=RoomFacts(name=NAME))
    outside = made.event_facts(day=date(2014, 12, 1))
    said = StatementFacts(text=NAME)
    return {
        "put_event": lambda by: actions.put_event(by=by, edition=edition, facts=outside),
        "remove_event": lambda by: actions.remove_event(by=by, event=event),
        "put_room": lambda by: actions.put_room(by=by, edition=edition, facts=RoomFacts(name=NAME)),
        "remove_room": lambda by: actions.remove_room(by=by, room=room),
        "put_speech": lambda by: actions.put_speech(
            by=by, event=event, facts=SpeechFacts(speaker=guest, text="No language")
        ),
        "remove_speech": lambda by: actions.remove_speech(by=by, speech=speech),
        "put_statement": lambda by: actions.put_statement(by=by, speech=speech, facts=said),
        "remove_statement": lambda by: actions.remove_statement(by=by, statement=statement),
    }


def of_the_delegations(world) -> dict:
    edition = world.edition
    row = made.delegation(edition, world.host)
    made.delegation(edition, world.state, coming=False)
    person = made.person(row)
    coming = AnswerFacts(answer=Answer.ACCEPTED, answered_on=DAY, announced_women=3)
    facts = ParticipantFacts(name="Lê Văn Tám", delegation=row)
    kept = actions.receive_delegates(
        by=world.secretariat, edition=edition, file_name="đoàn.csv", content=b"delegation,name\n"
    )
    return {
        "list_members": lambda by: actions.list_members(by=by, edition=edition),
        "add_delegation": lambda by: actions.add_delegation(
            by=by, edition=edition, body=world.host
        ),
        "link_invitation": lambda by: actions.link_invitation(
            by=by, edition=edition, letter=Letter()
        ),
        "draft_invitation": lambda by: actions.draft_invitation(by=by, edition=edition),
        "remove_delegation": lambda by: actions.remove_delegation(by=by, delegation=row),
        "note_invited": lambda by: actions.note_invited(by=by, delegation=row, on=DAY),
        "note_all_invited": lambda by: actions.note_all_invited(by=by, edition=edition, on=DAY),
        "record_answer": lambda by: actions.record_answer(by=by, delegation=row, facts=coming),
        "put_participant": lambda by: actions.put_participant(by=by, edition=edition, facts=facts),
        "remove_participant": lambda by: actions.remove_participant(by=by, participant=person),
        "receive_delegates": lambda by: actions.receive_delegates(
            by=by, edition=edition, file_name="x.csv", content=b""
        ),
        "confirm_delegates": lambda by: actions.confirm_delegates(by=by, kept=kept),
    }


def test_every_action_refuses_everybody_else_before_it_looks_at_anything(world):
    attempts = of_the_series(world) | of_the_days(world) | of_the_delegations(world)
    # Reads of what the pages show before they ask.
    assert set(attempts) == set(actions.__all__) - {"content_of", "cloned_days"}
    # A focal point of one member brings a file of its own delegates, whose lines are checked.
    assert let_through(world, attempts) == [("receive_delegates", world.focal_point.name)]
    assert Edition.objects.count() == 1


def test_every_page_of_editing_refuses_everybody_else(world, client):
    made.delegation(world.edition, world.host, coming=False)
    known = {"key": "pp-14", "body_key": "kor", "day": DAY}
    found = addresses("conferences", urlpatterns, known)
    found |= addresses("conferences", _of_series(), {"key": "pp", "rule_key": "x"})
    editing = {name: where for name, where in found.items() if name not in PUBLIC | OWN}
    refused = {name: [403, 403] for name in editing} | {name: [405, 403] for name in SENT_ONLY}
    # Whoever is the secretariat of a body may begin a series of its own.
    refused["series_new"] = [403, 422]
    assert answers(client, world, editing) == refused


SENT_ONLY = {"compute", "invite_draft", "list_members", "publish", "step_reopen", "withdraw"}


def _of_series() -> list:
    names = {
        "series_edit",
        "series_delete",
        "rules",
        "rule_new",
        "rule_edit",
        "rule_remove",
        "edition_new",
    }
    return [one for one in urlpatterns if one.name in names]


def test_a_delegation_of_others_is_closed_to_everybody_but_the_secretariat(world, client):
    row = made.delegation(world.edition, world.host)
    person = made.person(row)
    known = {"key": "pp-14", "body_key": "kor", "uid": person.uid}
    names = OWN - {"delegation", "import_preview"}
    wanted = [one for one in urlpatterns if one.name in names]
    told = answers(client, world, addresses("conferences", wanted, known))
    assert told == {name: [403, 403] for name in names}
