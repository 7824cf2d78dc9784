"""Pages of the programme: entered, moved, read as list, grid and calendar, at one cost."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from conferences import made as conferences_made
from convoca.conferences.actions.deleting import delete_edition
from convoca.conferences.actions.series import withdraw_edition
from convoca.conferences.models import Event
from convoca.journal.refusals import StateConflict
from convoca.languages.translated import Translated
from convoca.programme import actions
from convoca.programme.models import Exhibitor, Session, Stand
from members.made import INSTALLATION
from programme import made

pytestmark = pytest.mark.django_db
at = conferences_made.pages_of("programme")
DAY = date(2014, 10, 21)


def sent(**facts) -> dict[str, str]:
    told = {
        "name_vi": "Hội thảo phổ tần",
        "name_en": "Workshop on spectrum",
        "kind": "workshop",
        "day": "2014-10-21",
        "starts": "09:00",
        "ends": "10:30",
        "place": "0",
        "source": "",
        "grade": "",
    }
    return {**told, **facts}


def test_a_session_is_entered_shown_moved_and_removed(world, secretariat, client):
    hall = made.room(world.edition)
    assert secretariat.post(at("session_new"), sent(room=str(hall.pk))).status_code == 302
    row = Session.objects.select_related("event").get()
    assert (row.event.room, row.event.is_public) == (hall, False)
    assert secretariat.post(at("publish", row.uid), {"public": "yes"}).status_code == 302
    move = {
        "version": str(Event.objects.get().version),
        "day": "2014-10-22",
        "starts": "11:00",
        "ends": "12:00",
        "room": str(hall.pk),
    }
    assert secretariat.post(at("move", row.uid), move).status_code == 302
    assert (Event.objects.get().day, Event.objects.get().starts) == (date(2014, 10, 22), time(11))
    # The page that was opened before the move is too old now, and what was typed stays.
    late = secretariat.post(at("move", row.uid), {**move, "starts": "11:45"})
    assert (late.status_code, "11:45" in late.content.decode()) == (409, True)
    assert Event.objects.get().starts == time(11)
    assert secretariat.get(at("session_remove", row.uid)).status_code == 200
    assert secretariat.post(at("session_remove", row.uid), {"confirmed": "yes"}).status_code == 302
    assert (Session.objects.count(), Event.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", "Phòng A đã có sự kiện ngày 21/10/2014, 09:00–10:30: Hội thảo phổ tần."),
        ("en", "Room A is taken on 21 Oct 2014, 09:00–10:30: Workshop on spectrum."),
    ],
)
def test_a_taken_room_is_said_on_the_form_with_what_was_typed(world, secretariat, language, words):
    hall = made.room(world.edition)
    made.session(world.edition, room=hall)
    typed = sent(room=str(hall.pk), starts="10:00", name_vi="Phiên khác")
    answer = secretariat.post(at("session_new", language=language), typed)
    assert answer.status_code == 409
    assert answer.context["form"].non_field_errors() == [words]
    assert "Phiên khác" in answer.content.decode()


def test_who_speaks_is_added_by_name_and_warned_of_elsewhere(world, secretariat):
    first, second = made.session(world.edition), made.session(world.edition)
    person = conferences_made.guest(world.edition, "محمد بن راشد", language="ar")
    actions.add_speaker(by=INSTALLATION, session=first, participant=person)
    chosen = {"participant": str(person.pk), "role": "speaker"}
    answer = secretariat.post(at("speaker_new", second.uid), chosen, follow=True)
    page = answer.content.decode()
    assert "محمد بن راشد also speaks at that time in:" in page
    assert '<bdi lang="ar">محمد بن راشد</bdi>' in page
    assert "محمد بن راشد" in secretariat.get(at("clashes")).content.decode()


def test_the_grid_the_list_and_the_calendar_hold_the_same(world, client):
    hall = made.room(world.edition)
    made.session(world.edition, room=hall)
    made.session(world.edition, room=hall, starts=time(11), ends=time(12), is_public=False)
    assert client.get(at("first_grid")).url == at("grid", DAY)
    for page in (at("list"), at("grid", DAY)):
        shown = client.get(page).content.decode()
        assert shown.count(">Workshop on spectrum<") == 1
    feed = client.get(at("feed"))
    assert feed.headers["Content-Type"] == "text/calendar; charset=utf-8"
    text = feed.content.decode().replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == 1
    # 9:00 in Seoul is midnight by universal time.
    assert "20141021T000000Z" in text or "TZID=Asia/Seoul:20141021T090000" in text
    assert client.get(at("grid", date(2014, 10, 30))).status_code == 404


def test_an_exhibitor_gets_a_stand_that_nobody_else_then_gets(world, secretariat):
    hall = {"key": "h1", "name_vi": "Sảnh 1", "name_en": "Hall 1", "place": "1", "source": ""}
    assert secretariat.post(at("hall_new"), hall).status_code == 302
    one, two = made.exhibitor(world.edition), made.exhibitor(world.edition, "Sao Biển")
    stand = {"hall": str(world.edition.halls.get().pk), "code": "A01"}
    assert secretariat.post(at("stand_give", one.uid), stand).status_code == 302
    refused = secretariat.post(at("stand_give", two.uid), stand)
    assert refused.status_code == 409
    assert "taken by" in refused.context["form"].non_field_errors()[0]
    free = at("stand_free", one.uid, Stand.objects.get().uid)
    assert secretariat.post(free, {"confirmed": "yes"}).status_code == 302
    assert secretariat.post(at("stand_give", two.uid), stand).status_code == 302
    assert Stand.objects.get().exhibitor == two


def test_the_directory_is_searched_without_marks(world, client):
    made.exhibitor(world.edition)
    made.exhibitor(world.edition, "Sao Biển", en="Starfish")
    page = client.get(at("exhibition", language="vi"), {"q": "vien dong"}).content.decode()
    assert ("Công ty Viễn Đông" in page, "Sao Biển" in page) == (True, False)


def test_a_hidden_edition_hides_its_programme_and_exhibition(world, client):
    withdraw_edition(by=INSTALLATION, edition=world.edition)
    for name in ("list", "first_grid", "feed", "exhibition"):
        assert client.get(at(name)).status_code == 404


def test_a_hall_keeps_an_edition_from_being_deleted(world):
    withdraw_edition(by=INSTALLATION, edition=world.edition)
    made.hall(world.edition)
    with pytest.raises(StateConflict):
        delete_edition(by=INSTALLATION, edition=world.edition)


def test_an_event_of_the_calendar_is_described_from_the_programme(world, secretariat):
    event = conferences_made.event(world.edition)
    speaker = conferences_made.guest(world.edition)
    conferences_made.speech(event, speaker, "Kêu gọi thu hẹp khoảng cách số.")
    describe = at("describe", event.uid)
    assert describe in secretariat.get(at("list")).content.decode()
    assert secretariat.post(describe, {"organised_by": "ITU"}).status_code == 302
    page = secretariat.get(at("session", Session.objects.get().uid)).content.decode()
    with translation.override("en"):
        said = reverse("conferences:event", args=["pp-14", event.uid])
    assert (speaker.name in page, said in page) == (True, True)
    assert describe not in secretariat.get(at("list")).content.decode()


def fill(world, numbers: range) -> None:
    """Sessions with a room and a speaker each, and exhibitors with their stands."""
    edition = world.edition
    place = edition.halls.first() or made.hall(edition)
    for number in numbers:
        hall = made.room(edition, f"Phòng {number}", f"Room {number}")
        row = made.session(edition, name=Translated(vi=f"Phiên {number}"), room=hall)
        person = conferences_made.guest(edition, f"Diễn giả {number}")
        actions.add_speaker(by=INSTALLATION, session=row, participant=person)
        one = made.exhibitor(edition, f"Đơn vị {number}")
        actions.give_stand(by=INSTALLATION, exhibitor=one, hall=place, code=f"A{number}")


def test_pages_cost_the_same_number_of_queries_with_one_row_and_with_thirty(world, secretariat):
    def costs() -> dict[str, int]:
        pages = {
            "list": at("list"),
            "kind": at("list") + "?kind=workshop",
            "grid": at("grid", DAY),
            "feed": at("feed"),
            "clashes": at("clashes"),
            "session": at("session", Session.objects.earliest("pk").uid),
            "exhibition": at("exhibition"),
            "exhibitor": at("exhibitor", Exhibitor.objects.earliest("pk").uid),
        }
        found = {}
        for name, address in pages.items():
            with CaptureQueriesContext(connection) as counted:
                assert secretariat.get(address).status_code == 200
            found[name] = len(counted)
        return found

    fill(world, range(1))
    secretariat.get(at("exhibition"))
    few = costs()
    fill(world, range(1, 30))
    assert costs() == few
    assert max(few.values()) <= 16
