"""The pages of bodies: what they show and do, who is refused, how many queries they ask."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from accounts.made import user, user_with
from convoca.languages.translated import Translated
from convoca.members import actions, queries
from convoca.members.models import AddressGroup, Body, Contact
from convoca.members.periods import today
from members import made

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def address(name: str, *args, **query) -> str:
    with translation.override("vi"):
        found = reverse(f"members:{name}", args=args)
    return found + (
        "?" + "&".join(f"{key}={value}" for key, value in query.items()) if query else ""
    )


@pytest.fixture
def chain():
    return made.ministry_of_2024()


@pytest.fixture
def administrator(chain, client):
    client.force_login(user_with("administrator", chain.itu, with_sub_bodies=True))


def read_pages(chain) -> list[str]:
    group = made.group(chain.ministry, chain.science)
    return [
        address("directory"),
        address("directory", q="thong tin"),
        address("states"),
        address("suggest", parent="bo"),
        address("body", chain.ministry.uid),
        address("groups"),
        address("group", group.uid),
    ]


def write_pages(chain) -> list[str]:
    group = made.group(chain.ministry, chain.science)
    contact, post = made.contact(chain.ministry), made.post(chain.ministry)
    person = made.person(chain.ministry)
    term = actions.appoint(by=made.INSTALLATION, person=person, post=post)
    uid = chain.ministry.uid
    return [
        address("add"),
        address("upload"),
        *(address(name, uid) for name in ("edit", "rename", "move", "merge", "split")),
        address("state", chain.state.uid),
        *(address(name, uid) for name in ("contact_add", "post_add", "group_add")),
        address("group_edit", group.uid),
        address("contact_end", contact.uid),
        address("appoint", post.uid),
        address("term_end", term.uid),
    ]


def test_a_visitor_is_led_to_the_sign_in(client, chain):
    for page in [*read_pages(chain), *write_pages(chain)]:
        answer = client.get(page)
        assert (page, answer.status_code) == (page, 302)
        assert answer["Location"].startswith("/vi/sign-in/?next=")


def test_anyone_signed_in_reads_and_nobody_writes_without_a_role(client, chain):
    client.force_login(user_with("reviewer", chain.ministry))
    for page in read_pages(chain):
        assert (page, client.get(page).status_code) == (page, 200)
    for page in write_pages(chain):
        assert (page, client.get(page).status_code) == (page, 403)


def test_a_clerk_of_another_body_changes_nothing_here(client, chain):
    client.force_login(user_with("clerk", chain.science, with_sub_bodies=True))
    for page in write_pages(chain):
        assert (page, client.get(page).status_code) == (page, 403)


def test_a_clerk_of_the_body_keeps_contacts_posts_and_groups_only(client, chain):
    client.force_login(user_with("clerk", chain.ministry))
    answers = [client.get(page).status_code for page in write_pages(chain)]
    assert answers == [403] * 8 + [200] * 7


def test_an_administrator_opens_every_page(client, chain, administrator):
    for page in [*read_pages(chain), *write_pages(chain)]:
        assert (page, client.get(page).status_code) == (page, 200)
        english = page.replace("/vi/", "/en/")
        assert (english, client.get(english).status_code) == (english, 200)


def test_a_body_is_added_below_one_that_is_named_by_a_part(client, chain, administrator):
    answer = client.post(
        address("add"),
        {
            "name_vi": "Cục Viễn thông",
            "name_en": "",
            "kind": "department",
            "key": "vn-btttt-cvt",
            "parent": "thong tin va truyen",
            "sort_order": "0",
        },
    )
    body = queries.by_key("vn-btttt-cvt")
    assert (answer.status_code, body.parent) == (302, chain.ministry)
    assert (body.name, body.main_language) == (Translated(vi="Cục Viễn thông"), "vi")


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("khong co", "khong co"), ("bộ", "vn-bkhcn"), ("Tên nào đó (khong-co)", "khong-co")],
)
def test_a_body_that_is_not_clear_is_asked_again(client, chain, administrator, typed, hint):
    answer = client.post(
        address("move", chain.office.uid), {"parent": typed, "valid_from": "2025-03-01"}
    )
    (error,) = answer.context["form"].errors["parent"]
    assert (answer.status_code, hint in error) == (422, True)


def test_a_body_is_renamed_moved_and_corrected(client, chain, administrator):
    uid = chain.office.uid
    client.post(
        address("rename", uid),
        {
            "name_vi": "Văn phòng",
            "name_en": "Office",
            "main_language": "vi",
            "abbreviation": "VP",
            "valid_from": "01/03/2025",
        },
    )
    client.post(address("move", uid), {"parent": "BKHCN", "valid_from": "2025-03-01"})
    client.post(address("edit", uid), {"email": "vp@vn.example", "sort_order": "7"})
    body = Body.objects.get(uid=uid)
    assert (body.name["vi"], body.parent, body.email, body.sort_order) == (
        "Văn phòng",
        chain.science,
        "vp@vn.example",
        7,
    )


def test_a_states_region_and_order_are_edited(client, chain, administrator):
    client.post(
        address("state", chain.state.uid),
        {"region": "A", "region_status": "confirmed", "french_order": "1"},
    )
    state = Body.objects.get(pk=chain.state.pk)
    assert (state.region, state.region_status, state.french_order) == ("A", "confirmed", 1)
    assert client.get(address("state", chain.ministry.uid)).status_code == 404


def test_a_merger_shows_first_what_would_move(client, chain, administrator):
    facts = {"successor": "vn-bkhcn", "on": "2025-03-01"}
    page = address("merge", chain.ministry.uid)
    preview = client.post(page, facts).context["preview"]
    assert preview.below == [chain.office, chain.department]
    assert Body.objects.get(pk=chain.ministry.pk).valid_to is None
    client.post(page, {**facts, "confirmed": "yes"})
    assert queries.successors(chain.ministry, on=today()) == [chain.science]
    assert client.get(address("body", chain.ministry.uid)).status_code == 200
    again = client.post(page, {**facts, "confirmed": "yes"})
    assert again.status_code == 422


def test_a_body_that_cannot_follow_is_refused_before_the_preview(client, chain, administrator):
    itself = {"successor": chain.ministry.key, "on": "2025-03-01"}
    answer = client.post(address("merge", chain.ministry.uid), itself)
    assert answer.status_code == 422
    told = answer.context["form"].non_field_errors()
    assert told == ["Một cơ quan không thể kế thừa chính mình."]


def test_a_split_names_at_least_two(client, chain, administrator):
    page = address("split", chain.ministry.uid)
    one = client.post(page, {"into": "vn-bkhcn", "on": "2025-03-01", "confirmed": "yes"})
    assert one.status_code == 422
    facts = {"into": "vn-bkhcn\nvn-chinh-phu", "on": "2025-03-01"}
    assert client.post(page, facts).context["preview"].stay == [chain.office, chain.department]
    unchosen = client.post(page, {**facts, "confirmed": "yes"})
    assert (unchosen.status_code, chain.ministry.successions.count()) == (422, 0)
    client.post(page, {**facts, "confirmed": "yes", "tasks_to": str(chain.government.uid)})
    assert queries.successors(chain.ministry, on=today()) == [chain.science, chain.government]
    assert chain.ministry.successions.get(takes_tasks=True).successor == chain.government


def test_a_contact_is_added_and_ended(client, chain):
    client.force_login(user_with("specialist", chain.ministry))
    page = address("contact_add", chain.ministry.uid)
    lost = client.post(page, {"name": "Văn thư", "language": "vi", "receives_letters": "on"})
    assert (lost.status_code, list(lost.context["form"].errors)) == (422, ["email"])
    client.post(page, {"name": "Văn thư", "language": "vi", "email": "vt@vn.example"})
    contact = Contact.objects.get()
    client.post(address("contact_end", contact.uid), {"last_day": today().isoformat()})
    assert Contact.objects.get().valid_to == today()


def test_a_person_is_appointed_to_a_new_post_and_the_term_ends(client, chain):
    client.force_login(user_with("clerk", chain.ministry))
    client.post(address("post_add", chain.ministry.uid), {"title_vi": "Thứ trưởng"})
    post = chain.ministry.posts.get()
    facts = {"name": "Trần Văn Bình", "language": "vi", "valid_from": "2024-01-01"}
    client.post(address("appoint", post.uid), facts)
    term = post.terms.get()
    client.post(address("term_end", term.uid), {"last_day": "2024-12-31"})
    term.refresh_from_db()
    assert (term.person.name, term.valid_to.isoformat()) == ("Trần Văn Bình", "2024-12-31")


def test_a_group_is_made_and_changed_with_bodies_by_line_and_a_rule(client, chain):
    client.force_login(user_with("specialist", chain.ministry))
    ha_noi, dak_lak, an_giang = made.provinces(chain.government)
    made_page = client.post(
        address("group_add", chain.ministry.uid),
        {"name_vi": "UBND các tỉnh", "key": "ubnd", "members": "đắk lắk\n\nhà nội (khong-co)"},
    )
    assert made_page.status_code == 422
    client.post(
        address("group_add", chain.ministry.uid),
        {"name_vi": "UBND các tỉnh", "key": "ubnd", "members": "đắk lắk\nhà nội"},
    )
    group = AddressGroup.objects.get()
    assert queries.expand(group=group, on=today()) == [dak_lak, ha_noi]
    client.post(
        address("group_edit", group.uid),
        {
            "name_vi": "UBND các tỉnh",
            "members": f"{an_giang} ({an_giang.key})",
            "rule_kinds": ["province"],
            "rule_under": "vn-chinh-phu",
        },
    )
    group.refresh_from_db()
    assert queries.expand(group=group, on=today()) == [an_giang, ha_noi, dak_lak]
    half = client.post(
        address("group_edit", group.uid), {"name_vi": "UBND", "rule_kinds": ["province"]}
    )
    assert (half.status_code, list(half.context["form"].errors)) == (422, ["rule_under"])


def test_a_group_is_shown_as_it_stood_on_a_day(client, chain):
    client.force_login(user())
    group = made.group(chain.government, chain.ministry)
    actions.rename_body(
        by=made.INSTALLATION,
        body=chain.ministry,
        name=Translated(vi="Bộ Số"),
        valid_from=made.DAY_OF_THE_MERGER,
    )
    page = address("group", group.uid)
    old = client.get(page + "?on=2024-05-10").context["rows"]
    new = client.get(page + "?on=chưa-rõ").context["rows"]
    assert [name["vi"] for _body, name, _emails in old + new] == [
        "Bộ Thông tin và Truyền thông",
        "Bộ Số",
    ]


def test_a_file_is_uploaded_looked_at_and_confirmed(client, chain, administrator):
    text = "key,kind,parent,name_vi\nvn-x,unit,vn-btttt,Đơn vị X\nvn-y,unit,khong-co,Y\n"
    file = SimpleUploadedFile("co-quan.csv", text.encode())
    page = client.post(address("upload"), {"file": file})["Location"]
    plan = client.get(page).context["plan"]
    assert (len(plan.new), plan.refused, Body.objects.filter(key="vn-x").count()) == (1, 1, 0)
    assert "khong-co" in client.get(f"{page}refused.csv").content.decode()
    assert client.post(f"{page}confirm/").status_code == 302
    assert client.get(page).status_code == 200
    assert client.post(f"{page}confirm/").status_code == 409
    told = client.get(address("body", queries.by_key("vn-x").uid)).context["entries"]
    assert [entry.action for entry in told] == ["members.confirm_import"]


def test_another_administrator_does_not_see_the_file(client, chain, administrator):
    file = SimpleUploadedFile("co-quan.csv", b"key,kind,parent,name_vi\n")
    page = client.post(address("upload"), {"file": file})["Location"]
    client.force_login(user_with("administrator", chain.itu, with_sub_bodies=True))
    assert [client.get(page).status_code, client.post(f"{page}confirm/").status_code] == [403, 403]


def test_a_directory_of_crowds_stays_short(client, chain):
    client.force_login(user())
    for number in range(40):
        made.body(f"dn-{number}", kind="company", parent=chain.ministry)
    answer = client.get(address("directory"))
    (itu,) = answer.context["nodes"]
    ministry = itu.parts[0].parts[0].parts[0]
    crowd, *nodes = ministry.parts
    assert (crowd.kind, crowd.count) == ("company", 40)
    assert [node.body for node in nodes] == [chain.office, chain.department]


@pytest.mark.parametrize("many", [1, 30])
@pytest.mark.parametrize(
    ("page", "most"),
    [("directory", 6), ("states", 6), ("found", 8), ("body", 28), ("group", 14), ("groups", 6)],
)
def test_pages_ask_as_much_for_thirty_rows_as_for_one(
    many, page, most, client, chain, django_assert_max_num_queries
):
    client.force_login(user_with("clerk", chain.ministry))
    bodies = [
        made.body(f"quoc-gia-{number}", kind="member_state", parent=chain.itu, french_order=number)
        for number in range(1, many + 1)
    ]
    group = made.group(chain.ministry, *bodies)
    for number in range(many):
        made.contact(chain.ministry, f"Văn thư {number}")
        made.body(parent=chain.ministry)
        post = made.post(chain.ministry, f"Chức vụ {number}")
        person = made.person(chain.ministry)
        actions.appoint(by=made.INSTALLATION, person=person, post=post)
        made.group(chain.ministry, bodies[0])
        actions.rename_body(
            by=made.INSTALLATION,
            body=chain.ministry,
            name=Translated(vi=f"Bộ {number}"),
            valid_from=today() - (40 - number) * DAY,
        )
    pages = {
        "directory": address("directory"),
        "states": address("states"),
        "found": address("directory", q="quoc gia", kind="member_state"),
        "body": address("body", chain.ministry.uid),
        "group": address("group", group.uid),
        "groups": address("groups"),
    }
    with django_assert_max_num_queries(most):
        assert client.get(pages[page]).status_code == 200
