"""The pages: who sees what, how many queries they cost, what a wrong form answers."""

from datetime import date, time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.made import PASSWORD, user_with
from conferences import made
from convoca.conferences import actions
from convoca.conferences.models import Delegation, Edition, Event
from convoca.languages.translated import Translated
from members.made import INSTALLATION

pytestmark = pytest.mark.django_db
SECRETARIAT = {"series_new", "event_new", "manage", "invite", "clone", "import", "step_new"}
PUBLIC = ("edition", "days", "delegations", "countdown")


def at(name: str, *args: object) -> str:
    return reverse(f"conferences:{name}", args=args)


@pytest.mark.parametrize("name", PUBLIC)
def test_everybody_reads_a_public_edition_and_nobody_else_a_draft(world, client, name):
    assert client.get(at(name, "pp-14")).status_code == 200
    actions.withdraw_edition(by=INSTALLATION, edition=world.edition)
    assert client.get(at(name, "pp-14")).status_code == 404


@pytest.mark.parametrize("name", sorted(SECRETARIAT - {"series_new"}))
def test_editing_is_for_the_secretariat(world, client, name):
    assert client.get(at(name, "pp-14")).status_code == 403
    client.force_login(user_with("secretariat", world.itu, password=PASSWORD))
    assert client.get(at(name, "pp-14")).status_code == 200


def test_a_focal_point_sees_its_own_delegation_before_the_edition_is_public(world, client):
    made.delegation(world.edition, world.state)
    made.delegation(world.edition, world.host)
    actions.withdraw_edition(by=INSTALLATION, edition=world.edition)
    client.force_login(user_with("focal_point", world.state, password=PASSWORD))
    assert client.get(at("delegation", "pp-14", "vnm")).status_code == 200
    assert client.get(at("delegation", "pp-14", "kor")).status_code == 404
    assert client.get(at("person_new", "pp-14", "vnm")).status_code == 200
    assert client.get(at("person_new", "pp-14", "kor")).status_code == 403


def test_the_public_sees_the_head_and_no_other_names(world, client):
    row = made.delegation(world.edition, world.state)
    made.person(row, "Nguyễn Thị Bình", place="head", rank="minister")
    made.person(row, "Trần Văn Kín")
    shown = client.get(at("delegation", "pp-14", "vnm")).content.decode()
    assert ("Nguyễn Thị Bình" in shown, "Trần Văn Kín" in shown) == (True, False)


def test_a_focal_point_finds_its_own_delegation_before_it_has_answered(world, client):
    made.delegation(world.edition, world.state, coming=False)
    stranger, own = at("delegations", "pp-14"), at("delegation", "pp-14", "vnm")
    assert own not in client.get(stranger).content.decode()
    client.force_login(user_with("focal_point", world.state, password=PASSWORD))
    assert own in client.get(at("delegations", "pp-14")).content.decode()


def test_only_a_focal_point_of_a_delegation_brings_a_file(world, client):
    client.force_login(user_with("focal_point", world.state, password=PASSWORD))
    assert client.get(at("import", "pp-14")).status_code == 403
    made.delegation(world.edition, world.state)
    assert client.get(at("import", "pp-14")).status_code == 200


def test_the_gender_of_few_is_no_number_for_strangers(world, client):
    row = made.delegation(world.edition, world.state)
    for number in range(4):
        made.person(row, f"Nguyễn Thị {number}", gender="woman")
    shown = at("delegations", "pp-14").replace("/vi/", "/en/")
    assert "named with their gender" not in client.get(shown).content.decode()
    made.person(row, "Trần Văn Năm", gender="man")
    assert "women, of 5 named with their gender" in client.get(shown).content.decode()


def test_a_silent_member_is_a_number_to_the_public_and_a_name_to_the_secretariat(world, client):
    made.delegation(world.edition, world.state, coming=False)
    address = at("delegations", "pp-14")
    assert "Việt Nam" not in client.get(address).content.decode()
    assert client.get(at("delegation", "pp-14", "vnm")).status_code == 404
    client.force_login(user_with("secretariat", world.itu, password=PASSWORD))
    assert "Việt Nam" in client.get(address).content.decode()


def test_an_event_is_entered_and_what_cannot_be_stays_typed(world, secretariat):
    sent = {
        "name_vi": "Phiên họp toàn thể",
        "name_en": "Plenary",
        "kind": "plenary",
        "day": "2014-12-01",
        "starts": "14:30",
        "place": "1",
        "is_public": "on",
    }
    answer = secretariat.post(at("event_new", "pp-14"), sent)
    assert (answer.status_code, "2014-12-01" in answer.content.decode()) == (422, True)
    answer = secretariat.post(at("event_new", "pp-14"), {**sent, "day": "2014-10-20"})
    assert answer.status_code == 302
    event = Event.objects.get()
    assert (event.starts, event.name["vi"]) == (time(14, 30), "Phiên họp toàn thể")


def test_who_comes_second_is_told_and_keeps_what_was_typed(world, secretariat):
    event = made.event(world.edition)
    address = at("event_edit", "pp-14", event.uid)
    sent = {
        "version": event.version,
        "name_vi": "Lễ khai mạc",
        "kind": "ceremony",
        "day": "2014-10-20",
        "starts": "11:00",
        "place": "1",
    }
    assert secretariat.post(address, sent).status_code == 302
    answer = secretariat.post(address, {**sent, "starts": "09:15"})
    page = answer.content.decode()
    assert (answer.status_code, "09:15" in page) == (409, True)
    assert Event.objects.get(pk=event.pk).starts == time(11, 0)
    # Saving once more is a choice: the page now holds the present version.
    version = Event.objects.get(pk=event.pk).version
    assert f'name="version" value="{version}"' in page
    again = secretariat.post(address, {**sent, "version": version, "starts": "09:15"})
    assert again.status_code == 302


@pytest.mark.parametrize("written", ["en", "vi"])
def test_names_in_one_language_will_do(world, secretariat, written):
    sent = {f"name_{written}": "Replies", f"owner_{written}": "States", "amount": "-1"}
    sent |= {"unit": "months", "kind": "other", "key": "replies", "place": "1"}
    assert secretariat.post(at("step_new", "pp-14"), sent).status_code == 302
    step = world.edition.countdown.get()
    assert (step.main_language, dict(step.name)) == (written, {written: "Replies"})


def test_all_required_names_of_a_row_are_in_its_main_language(world, secretariat):
    sent = {"name_en": "Replies", "owner_vi": "Quốc gia thành viên", "amount": "-1"}
    sent |= {"unit": "months", "kind": "other", "key": "replies", "place": "1"}
    answer = secretariat.post(at("step_new", "pp-14").replace("/vi/", "/en/"), sent)
    assert answer.status_code == 422
    assert answer.context["form"].errors == {"owner": ["Write this in English."]}


def test_a_step_and_a_rule_are_removed_when_the_reader_agrees(world, secretariat):
    step = actions.put_step(by=INSTALLATION, edition=world.edition, facts=made.step_facts())
    rule = actions.put_rule(by=INSTALLATION, series=world.series, facts=made.step_facts())
    for where in (at("step_remove", "pp-14", step.uid), at("rule_remove", "pp", rule.key)):
        assert str(step) in secretariat.post(where).content.decode()
        assert secretariat.post(where, {"confirmed": "yes"}).status_code == 302
    assert (world.edition.countdown.count(), world.series.countdown_rules.count()) == (0, 0)


def test_deleting_asks_first_and_names_what_keeps_it(world, secretariat):
    actions.withdraw_edition(by=INSTALLATION, edition=world.edition)
    address = at("delete", "pp-14")
    assert secretariat.get(address).status_code == 200
    made.event(world.edition)
    assert secretariat.post(address, {"confirmed": "yes"}).status_code == 409
    Event.objects.all().delete()
    assert secretariat.post(address, {"confirmed": "yes"}).status_code == 302
    assert Edition.objects.count() == 0


def test_a_clone_is_looked_at_before_it_is_made(world, secretariat):
    actions.put_step(by=INSTALLATION, edition=world.edition, facts=made.step_facts())
    sent = {
        "title_vi": "Hội nghị Dubai 2018",
        "key": "pp-18",
        "ordinal": "20",
        "opens": "2018-10-29",
        "closes": "2018-11-16",
        "zone": "Asia/Dubai",
    }
    preview = secretariat.post(at("clone", "pp-14"), {**sent, "preview": "yes"})
    assert "29 tháng 9 năm 2018" in preview.content.decode()
    assert Edition.objects.count() == 1
    assert secretariat.post(at("clone", "pp-14"), sent).status_code == 302
    assert Edition.objects.get(key="pp-18").countdown.count() == 1


def test_a_file_of_delegates_is_looked_at_and_confirmed(world, secretariat):
    row = made.delegation(world.edition, world.state)
    file = SimpleUploadedFile("đoàn.csv", b"delegation,name\nvnm,An\nxxx,Binh\n")
    answer = secretariat.post(at("import", "pp-14"), {"file": file})
    preview = secretariat.get(answer.url).content.decode()
    assert ("An" in preview, "xxx" in preview) == (True, True)
    assert secretariat.post(answer.url).status_code == 302
    assert [one.name for one in row.members.all()] == ["An"]


def test_a_file_that_is_wrong_from_end_to_end_makes_a_short_page(world, secretariat):
    made.delegation(world.edition, world.state)
    file = SimpleUploadedFile("x.csv", b"delegation,name,rank\n" + b"vnm,An,nobody\n" * 1000)
    answer = secretariat.post(at("import", "pp-14"), {"file": file})
    page = secretariat.get(answer.url).content.decode()
    assert (page.count("<tr>"), "1000 dòng" in page) == (201, True)


@pytest.mark.parametrize("name", ["edition_edit", "theme_new", "guest_new", "room_new"])
def test_every_form_opens_and_refuses_emptiness(world, secretariat, name):
    assert secretariat.get(at(name, "pp-14")).status_code == 200
    assert secretariat.post(at(name, "pp-14"), {"source": ""}).status_code == 422


def fill(world: made.World, numbers: range) -> None:
    """So many States with delegations and heads, steps, events and speeches."""
    for number in numbers:
        key = f"s{number:02d}"
        state = made.state(key, f"Nước {number}", f"State {number}", union=world.itu)
        row = made.delegation(world.edition, state)
        made.person(row, f"Trưởng đoàn {number}", place="head", rank="minister")
        silent = made.state(f"t{number:02d}", f"Lặng {number}", f"T {number}", union=world.itu)
        Delegation.objects.create(edition=world.edition, body=silent)
        actions.put_step(by=INSTALLATION, edition=world.edition, facts=made.step_facts())
        event = made.event(world.edition)
        made.speech(event, made.guest(world.edition, f"Khách {number}"), "Đã nói.")
        made.edition(world.series)
        name = Translated(vi=f"Chủ đề {number}")
        theme = made.theme_facts(f"chu-de-{number}", name=name)
        actions.put_theme(by=INSTALLATION, edition=world.edition, facts=theme)


PAGES = [
    ("list", ()),
    ("edition", ("pp-14",)),
    ("days", ("pp-14",)),
    ("day", ("pp-14", date(2014, 10, 20))),
    ("delegations", ("pp-14",)),
    ("countdown", ("pp-14",)),
]


def test_pages_cost_the_same_number_of_queries_with_one_row_and_with_thirty(world, client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def costs() -> dict[str, int]:
        found = {}
        for name, args in PAGES:
            address = at(name, *args)
            client.get(address)
            with CaptureQueriesContext(connection) as counted:
                assert client.get(address).status_code == 200
            found[name] = len(counted)
        return found

    fill(world, range(1))
    few = costs()
    fill(world, range(1, 30))
    assert costs() == few
    assert max(few.values()) <= 12


def test_a_name_written_from_right_to_left_turns_nothing_else_around(world, client):
    row = made.delegation(world.edition, world.state)
    made.person(row, "محمد بن راشد", place="head", language="ar")
    page = client.get(at("delegation", "pp-14", "vnm")).content.decode()
    assert '<bdi lang="ar">محمد بن راشد</bdi>' in page
    client.force_login(user_with("secretariat", world.itu))
    form = client.get(at("person_new", "pp-14", "vnm")).content.decode()
    field = next(one for one in form.split("<input") if 'name="name"' in one)
    assert 'dir="auto"' in field


@pytest.mark.parametrize(
    ("name", "args", "current"),
    [
        ("conferences:edition", (), "conferences:edition"),
        ("conferences:day", (date(2014, 10, 20),), "conferences:days"),
        ("conferences:event", ("event",), "conferences:days"),
        ("programme:list", (), "programme:list"),
        ("elections:overview", (), "elections:overview"),
    ],
)
def test_the_tab_of_a_page_is_marked(world, client, name, args, current):
    event = made.event(world.edition)
    given = [event.uid if one == "event" else one for one in args]
    page = client.get(reverse(name, args=["pp-14", *given])).content.decode()
    tabs = page[page.index('<nav class="tabs"') :]
    marked = f'<a href="{reverse(current, args=["pp-14"])}" aria-current="page">'
    assert (tabs.count('aria-current="page"', 0, tabs.index("</nav>")), marked in tabs) == (1, True)


def test_letters_that_are_there_already_can_be_the_invitation_only_by_a_reader(world, secretariat):
    page = secretariat.get(at("invite", "pp-14"))
    assert list(page.context["form"].fields["letter"].queryset) == []
