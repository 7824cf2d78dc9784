"""The programme's pages: nothing of drafts for strangers, nothing stale, a fixed cost."""

import pytest
from django.test import Client

from accounts.made import user_with
from conferences.made import guest, world
from convoca.languages.translated import Translated
from convoca.programme import actions
from programme.made import drafts, room, session

pytestmark = pytest.mark.django_db
LIST, GRID = "/vi/conferences/pp-14/programme/", "/vi/conferences/pp-14/programme/grid/2014-10-21/"
DRAFT = Translated(vi="Phiên chưa công bố", en="Session not yet shown")


@pytest.fixture
def busan():
    return world()


@pytest.fixture
def secretary(busan) -> Client:
    """Somebody of the secretariat who signed in."""
    agent = Client()
    agent.force_login(user_with("secretariat", busan.edition.series.body))
    return agent


@pytest.mark.parametrize("address", [LIST, GRID])
def test_strangers_see_what_is_shown_and_nothing_else_at_once(
    busan, client, secretary, address: str
) -> None:
    session(busan.edition, room=room(busan.edition, "Phòng A"))
    row = session(busan.edition, room=room(busan.edition, "Phòng B"), name=DRAFT, is_public=False)
    for _again in range(2):
        assert DRAFT["vi"] in secretary.get(address).text
        assert DRAFT["vi"] not in client.get(address).text
    actions.set_public(by=busan.secretariat, session=row, is_public=True)
    assert DRAFT["vi"] in client.get(address).text
    row.event.refresh_from_db()
    actions.set_public(by=busan.secretariat, session=row, is_public=False)
    assert DRAFT["vi"] not in client.get(address).text
    assert DRAFT["vi"] in secretary.get(address).text


@pytest.mark.parametrize(("address", "queries"), [(LIST, 6), (GRID, 6)])
def test_a_page_costs_the_same_queries_for_1_and_30_and_then_one(
    busan, client, django_assert_num_queries, address: str, queries: int
) -> None:
    rooms = [room(busan.edition, f"Phòng {number}") for number in range(3)]
    people = [guest(busan.edition, f"Diễn giả {number}") for number in range(3)]
    made = drafts(busan.edition, rooms, people, 61)
    actions.bring_sessions(by=busan.secretariat, edition=busan.edition, drafts=made[30:31])
    with django_assert_num_queries(queries):
        client.get(address)
    others = [*made[:30], *made[31:]]
    actions.bring_sessions(by=busan.secretariat, edition=busan.edition, drafts=others)
    for asked in (queries, 1):
        with django_assert_num_queries(asked):
            assert client.get(address).text.count("Phiên số") >= 30


def test_the_programme_of_500_sessions_weighs_at_most_100_kb(busan, client) -> None:
    rooms = [room(busan.edition, f"Phòng {number}") for number in range(10)]
    people = [guest(busan.edition, f"Diễn giả {number}") for number in range(20)]
    actions.bring_sessions(
        by=busan.secretariat,
        edition=busan.edition,
        drafts=drafts(busan.edition, rooms, people, 500),
    )
    answer = client.get(LIST, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.content) <= 100 * 1024
