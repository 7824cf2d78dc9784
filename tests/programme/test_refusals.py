"""Nobody but the secretariat of the conference does anything; every action and page is tried."""

from datetime import date

import pytest

from conferences.made import event, guest, world
from conferences.refusing import addresses, answers, let_through
from convoca.conferences.models import Event
from convoca.languages.translated import Translated
from convoca.programme import actions
from convoca.programme.content import ExhibitorFacts, HallFacts, SessionFacts
from convoca.programme.models import Exhibitor, Session, Stand
from convoca.programme.urls import urlpatterns
from programme import made

pytestmark = pytest.mark.django_db
PUBLIC = {
    "list",
    "first_grid",
    "grid",
    "feed",
    "session",
    "session_feed",
    "exhibition",
    "exhibitor",
}


@pytest.fixture
def busan():
    return world()


def test_every_action_refuses_everybody_else_before_it_looks_at_anything(busan):
    edition = busan.edition
    row, calendar = made.session(edition), event(edition)
    person = guest(edition)
    speaker = actions.add_speaker(by=busan.secretariat, session=row, participant=person)
    place, one = made.hall(edition), made.exhibitor(edition)
    stand = actions.give_stand(by=busan.secretariat, exhibitor=one, hall=place, code="A01")
    twice = SessionFacts(organiser=busan.state, organised_by="ITU")
    attempts = {
        "put_session": lambda by: actions.put_session(
            by=by, edition=edition, event=made.workshop(day=date(2014, 12, 1)), facts=twice
        ),
        "describe_event": lambda by: actions.describe_event(by=by, event=calendar, facts=twice),
        "move_session": lambda by: actions.move_session(
            by=by, session=row, day=date(2014, 12, 1), starts=None, ends=None, room=None
        ),
        "remove_session": lambda by: actions.remove_session(by=by, session=row),
        "bring_sessions": lambda by: actions.bring_sessions(by=by, edition=edition, drafts=[]),
        "set_public": lambda by: actions.set_public(by=by, session=row, is_public=False),
        "publish_all": lambda by: actions.publish_all(by=by, edition=edition),
        "add_speaker": lambda by: actions.add_speaker(by=by, session=row, participant=person),
        "remove_speaker": lambda by: actions.remove_speaker(by=by, speaker=speaker),
        "put_hall": lambda by: actions.put_hall(
            by=by, edition=edition, facts=HallFacts(key=place.key, name=Translated(vi="Sảnh"))
        ),
        "remove_hall": lambda by: actions.remove_hall(by=by, hall=place),
        "put_exhibitor": lambda by: actions.put_exhibitor(
            by=by, edition=edition, facts=ExhibitorFacts(name=Translated(vi="Công ty"))
        ),
        "remove_exhibitor": lambda by: actions.remove_exhibitor(by=by, exhibitor=one),
        "give_stand": lambda by: actions.give_stand(by=by, exhibitor=one, hall=place, code="A01"),
        "free_stand": lambda by: actions.free_stand(by=by, stand=stand),
        "bring_exhibitors": lambda by: actions.bring_exhibitors(by=by, edition=edition, drafts=[]),
    }
    assert set(attempts) == set(actions.__all__)
    assert let_through(busan, attempts) == []
    kept = [model.objects.count() for model in (Session, Event, Exhibitor, Stand)]
    assert kept == [1, 2, 1, 1]


def test_every_page_of_editing_refuses_everybody_else(busan, client):
    row = made.session(busan.edition)
    found = addresses(
        "programme", urlpatterns, {"key": "pp-14", "uid": row.uid, "day": row.event.day}
    )
    editing = {name: address for name, address in found.items() if name not in PUBLIC}
    told = answers(client, busan, editing)
    assert told == {name: [403, 403] for name in editing} | {"publish": [405, 403]}


def test_what_is_not_shown_is_found_by_nobody_else(busan, client):
    hidden = made.session(busan.edition, is_public=False)
    exhibitor = made.exhibitor(busan.edition, is_public=False)
    for name, row in (("session", hidden), ("session_feed", hidden), ("exhibitor", exhibitor)):
        known = {"key": "pp-14", "uid": row.uid, "day": date(2014, 10, 21)}
        address = addresses("programme", urlpatterns, known)[name]
        assert client.get(address).status_code == 404
