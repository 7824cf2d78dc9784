"""The pages of proceedings: who sees what, how rows are entered, how many queries they cost."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfWriter

from accounts.made import user_with
from conferences import made as conferences_made
from convoca.conferences import actions as conferences_actions
from convoca.proceedings import actions
from convoca.proceedings.content import GroupMemberFacts
from convoca.proceedings.models import AgendaItem, DayNews, Decision, Document, Milestone
from members.made import INSTALLATION
from proceedings import made

pytestmark = pytest.mark.django_db
LISTS = ("agenda", "promises", "news")


def at(name: str, *args: object) -> str:
    return reverse(f"proceedings:{name}", args=args)


@pytest.mark.parametrize("name", LISTS)
def test_a_draft_edition_is_hidden_with_all_it_holds(world, client, name):
    assert client.get(at(name, "pp-14")).status_code == 200
    conferences_actions.withdraw_edition(by=INSTALLATION, edition=world.edition)
    assert client.get(at(name, "pp-14")).status_code == 404


@pytest.mark.parametrize(
    "kind", ["items", "committees", "meetings", "documents", "groups", "commitments"]
)
def test_entering_is_for_the_secretariat(world, client, kind):
    address = at("new", "pp-14", kind)
    assert client.get(address).status_code == 403
    client.force_login(user_with("focal_point", world.state))
    assert client.get(address).status_code == 403
    client.force_login(user_with("secretariat", world.itu))
    assert client.get(address).status_code == 200
    assert client.post(address, {"source": ""}).status_code == 422


def test_an_item_is_entered_changed_and_removed(world, secretariat):
    sent = {"number": "1", "name_vi": "Khai mạc", "place": "1"}
    assert secretariat.post(at("new", "pp-14", "items"), sent).status_code == 302
    item = AgendaItem.objects.get()
    changed = {**sent, "version": item.version, "name_vi": "Khai mạc và tổ chức"}
    assert secretariat.post(at("change", "pp-14", "items", item.uid), changed).status_code == 302
    late = secretariat.post(at("change", "pp-14", "items", item.uid), changed)
    assert late.status_code == 409
    address = at("remove", "pp-14", "items", item.uid)
    assert "Khai mạc và tổ chức" in secretariat.get(address).content.decode()
    assert secretariat.post(address, {"confirmed": "yes"}).status_code == 302
    assert AgendaItem.objects.count() == 0


def test_a_row_of_another_edition_is_not_found_under_this_one(world, secretariat):
    other = conferences_made.edition(world.series)
    item = made.item(other)
    assert secretariat.get(at("change", "pp-14", "items", item.uid)).status_code == 404


def test_decisions_members_and_milestones_hang_on_their_pages(world, secretariat):
    meeting = made.meeting(world.edition, made.committee(world.edition))
    group, promise = made.group(world.edition), made.commitment(world.edition, world.host)
    below = [
        ("meetings", meeting, "decisions", {"text_vi": "Thông qua", "place": "1"}),
        ("groups", group, "members", {"body": world.state.pk, "role": "member"}),
        ("commitments", promise, "milestones", {"name_vi": "Bước một", "place": "1"}),
    ]
    for above, row, kind, sent in below:
        address = at("new_below", "pp-14", above, row.uid, kind)
        assert secretariat.get(address).status_code == 200
        assert secretariat.post(address, sent).status_code == 302
    assert (Decision.objects.count(), Milestone.objects.count()) == (1, 1)
    assert [one.body for one in group.members.all()] == [world.state]
    pages = [
        at("meeting", "pp-14", meeting.uid),
        at("group", "pp-14", group.key),
        at("commitment", "pp-14", promise.key),
    ]
    assert [secretariat.get(page).status_code for page in pages] == [200, 200, 200]


def test_a_document_is_handed_out_to_those_who_may_see_it(world, secretariat, client):
    paper = BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(paper)
    sent = {
        "title_vi": "Tài liệu 1",
        "kind": "report",
        "upload": SimpleUploadedFile("tai-lieu.pdf", paper.getvalue()),
    }
    assert secretariat.post(at("new", "pp-14", "documents"), sent).status_code == 302
    document = Document.objects.get()
    address = at("file", "pp-14", document.uid)
    answer = secretariat.get(address)
    assert answer["Content-Type"] == "application/pdf"
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    client.logout()
    assert (document.is_public, client.get(address).status_code) == (False, 404)


def test_the_news_goes_from_draft_by_a_person_to_the_public(world, secretariat, client):
    conferences_made.event(world.edition)
    sent = {"day": "2014-10-20"}
    assert secretariat.post(at("news_draft", "pp-14"), sent).status_code == 302
    news = DayNews.objects.get()
    page = at("day_news", "pp-14", news.day)
    assert secretariat.post(at("news_publish", "pp-14", news.day)).status_code == 409
    wording = {"version": news.version, "title_vi": "Khai mạc", "body_vi": "Đã khai mạc."}
    assert secretariat.post(at("news_edit", "pp-14", news.day), wording).status_code == 302
    assert secretariat.post(at("news_edit", "pp-14", news.day), wording).status_code == 409
    assert secretariat.post(at("news_publish", "pp-14", news.day)).status_code == 302
    client.logout()
    assert "Đã khai mạc." in client.get(page).content.decode()


def test_a_group_that_is_not_public_is_for_the_secretariat(world, client):
    group = made.group(world.edition, is_public=False)
    page = at("group", "pp-14", group.key)
    assert client.get(page).status_code == 404
    client.force_login(user_with("secretariat", world.itu))
    assert client.get(page).status_code == 200


def fill(world: conferences_made.World, numbers: range) -> None:
    """So many items, committees, meetings with decisions, groups, promises, documents."""
    for number in numbers:
        committee = made.committee(world.edition, f"com{number}")
        item = made.item(world.edition, f"{number + 10}")
        made.item(world.edition, f"{number + 10}.1", parent=item, committee=committee)
        made.decision(made.meeting(world.edition, committee, item))
        group = made.group(world.edition, f"nhom-{number}")
        state = conferences_made.state(f"g{number:02d}", "Nước", "State", union=world.itu)
        facts = GroupMemberFacts(body=state)
        actions.put_group_member(by=INSTALLATION, group=group, facts=facts)
        made.commitment(world.edition, world.host, group=group)


def test_pages_cost_the_same_number_of_queries_with_one_row_and_with_thirty(world, client):
    def costs() -> dict[str, int]:
        found = {}
        for name in LISTS:
            client.get(at(name, "pp-14"))
            with CaptureQueriesContext(connection) as counted:
                assert client.get(at(name, "pp-14")).status_code == 200
            found[name] = len(counted)
        return found

    fill(world, range(1))
    few = costs()
    fill(world, range(1, 30))
    assert costs() == few
    assert max(few.values()) <= 10
