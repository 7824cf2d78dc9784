"""Every page of calls: who sees it, what it says, how many queries it takes."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from io import BytesIO
from uuid import uuid4

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from accounts.made import user_with
from calls.made import (
    FIRST_WORDS,
    Round,
    activity_said,
    approved,
    draft,
    drafted,
    focal_point,
    link_of,
    opened,
    pdf,
    reviewers,
    said,
    sent,
)
from calls.whole import officer_pages, whole_round
from convoca.accounts.models import User
from convoca.calls.actions.calls import close_call
from convoca.calls.actions.contributions import attach, save_draft
from convoca.calls.actions.replies import send_reply
from convoca.calls.actions.reviews import assign
from convoca.calls.actions.selections import forward
from convoca.calls.models import Call, Contribution, Review, Selection
from convoca.languages.translated import Translated
from convoca.standards.local_time import LocalTime
from files.made import docx

pytestmark = pytest.mark.django_db
HERE = "http://localhost:8000"
ALERT = '<script>alert("1")</script>'


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def as_role(made: Round, role: str) -> Client:
    at = made.house.unit if role in ("specialist", "head_of_unit") else made.house.chain.ministry
    return signed_in(user_with(role, at))


def as_focal_point(made: Round) -> Client:
    return signed_in(user_with("focal_point", made.reply.body))


def rows_of(response: HttpResponse) -> int:
    """How many rows a page of addressees, contributions or activities lists."""
    context = response.context
    return context["page"].paginator.count if "page" in context else len(context["activities"])


def statuses(client: Client, pages: list[str]) -> dict[str, int]:
    return {page: client.get(page).status_code for page in pages}


def test_the_officer_sees_every_page() -> None:
    made = whole_round()
    pages = officer_pages(made)
    assert statuses(as_role(made, "specialist"), pages) == dict.fromkeys(pages, 200)


def test_each_number_of_a_call_leads_to_as_many_rows() -> None:
    made = whole_round()
    officer = as_role(made, "specialist")
    numbers = officer.get(f"/en/calls/{made.call.uid}/").context["figures"]
    rows = {figure.label: rows_of(officer.get(figure.url)) for figure in numbers}
    assert rows == {figure.label: figure.value for figure in numbers}


def test_strangers_are_led_to_the_sign_in() -> None:
    pages = officer_pages(whole_round())
    assert statuses(Client(), pages) == dict.fromkeys(pages, 302)


@pytest.mark.parametrize(("language", "written"), [("vi", "1.240"), ("en", "1,240")])
def test_people_reached_are_grouped_in_the_readers_way(language: str, written: str) -> None:
    made = opened()
    item = save_draft(by=link_of(made.reply), reply=made.reply, said=activity_said())
    made.reply.refresh_from_db()
    send_reply(
        by=link_of(made.reply), reply=made.reply, version=made.reply.version, sent_by="Vũ Thị Hà"
    )
    officer = as_role(made, "specialist")
    with override(language):
        pages = [
            reverse("calls:activities", args=[made.call.uid]),
            reverse("calls:contribution", args=[item.uid]),
        ]
    assert [written in officer.get(page).content.decode() for page in pages] == [True, True]


@pytest.mark.parametrize("role", ["focal_point", "reviewer", "specialist"])
def test_others_have_no_working_pages(role: str) -> None:
    made = whole_round()
    elsewhere = signed_in(user_with(role, made.house.chain.itu))
    pages = [page for page in officer_pages(made) if page not in ("/en/calls/", "/en/calls/new/")]
    assert statuses(elsewhere, pages) == dict.fromkeys(pages, 403)


@pytest.mark.parametrize(
    "name",
    ["call", "reply", "contribution", "selection", "review", "attachment", "answer", "send"],
)
def test_forged_ids_lead_nowhere(name: str) -> None:
    made = opened()
    client = as_role(made, "specialist")
    assert client.get(reverse(f"calls:{name}", args=[uuid4()])).status_code == 404


def test_the_public_page_shows_the_day_and_its_published_activities() -> None:
    made = whole_round()
    edition = made.edition
    page = Client().get(reverse("calls:edition", args=["wtisd", edition.year]))
    text = page.content.decode()
    assert page.status_code == 200
    assert "Digital innovation for sustainable development" in text
    assert "Ngày hội kỹ năng số" in text
    assert Client().get("/vi/observances/").status_code == 200
    assert Client().get("/vi/observances/wtisd/1900/").status_code == 404


@pytest.mark.parametrize(
    ("form", "start"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF")]
)
def test_the_visual_can_be_taken_away_in_each_language(form: str, start: bytes) -> None:
    made = opened()
    for code in ("vi", "en"):
        page = Client().get(reverse("calls:visual", args=["wtisd", made.edition.year, code, form]))
        assert page.content.startswith(start)
    gone = reverse("calls:visual", args=["wtisd", made.edition.year, "fr", form])
    assert Client().get(gone).status_code == 404


def test_the_calendar_can_be_taken_away() -> None:
    made = whole_round()
    told = Client().get(reverse("calls:calendar", args=["wtisd", made.edition.year]))
    lines = told.content.decode().split("\r\n")
    assert told["Content-Type"] == "text/calendar; charset=utf-8"
    assert [line for line in lines if line.startswith(("DTSTART", "LOCATION"))] == [
        f"DTSTART;VALUE=DATE:{made.edition.year}0517",
        "DTSTART;VALUE=DATE:20240517",
        "LOCATION:Nhà văn hóa huyện",
    ]


def test_what_is_not_published_is_on_no_public_page() -> None:
    made = opened()
    reply = made.reply
    save_draft(by=link_of(reply), reply=reply, said=activity_said())
    reply.refresh_from_db()
    send_reply(by=link_of(reply), reply=reply, version=reply.version, sent_by="Văn thư")
    page = Client().get(reverse("calls:edition", args=["wtisd", made.edition.year]))
    assert "Ngày hội kỹ năng số" not in page.content.decode()


def first_page(**changes: str) -> dict[str, str]:
    return {**FIRST_WORDS, **changes}


def test_one_thing_a_page_from_the_first_word_to_sent() -> None:
    made = opened()
    client = as_focal_point(made)
    add = reverse("calls:add", args=[made.reply.uid, "good_practice"])
    assert client.get(add).status_code == 200
    what = client.post(add, first_page())
    item = Contribution.objects.get()
    assert what["Location"] == reverse("calls:edit", args=[item.uid, "topics"])
    topics = client.post(what["Location"], {"version": made.reply.version, "sdgs": ["9", "10"]})
    assert topics["Location"] == reverse("calls:edit", args=[item.uid, "consent"])
    consent = client.post(
        topics["Location"], {"version": made.reply.version, "consent_public": "on"}
    )
    assert consent["Location"] == reverse("calls:send", args=[made.reply.uid])
    assert "Tổ công nghệ số" in client.get(consent["Location"]).content.decode()
    done = client.post(
        consent["Location"], {"version": made.reply.version, "sent_by": "Hoàng Thị Lan"}
    )
    assert done["Location"] == reverse("calls:reply", args=[made.reply.uid])
    item.refresh_from_db()
    assert (item.state, item.sdgs, item.consent_public) == ("submitted", [9, 10], True)
    assert made.reply.state == "received"


def test_a_form_with_an_error_keeps_what_was_typed() -> None:
    made = opened()
    client = as_focal_point(made)
    page = client.post(reverse("calls:add", args=[made.reply.uid, "idea"]), first_page(title_vi=""))
    assert page.status_code == 422
    assert "Mỗi thôn một tổ." in page.content.decode()
    assert Contribution.objects.count() == 0


def test_a_secret_mark_is_refused_beside_its_field() -> None:
    made = opened()
    page = as_focal_point(made).post(
        reverse("calls:add", args=[made.reply.uid, "idea"]), first_page(text_vi="MẬT\nNội dung")
    )
    assert page.status_code == 422
    assert "29/2018/QH14" in page.content.decode()


def test_the_second_to_send_reads_what_the_first_did() -> None:
    made = opened()
    client = as_focal_point(made)
    draft(made.reply)
    seen = made.reply.version
    draft(made.reply, title=Translated(vi="Viết sau"))
    page = client.post(
        reverse("calls:send", args=[made.reply.uid]), {"version": seen, "sent_by": "Một người"}
    )
    assert page.status_code == 409
    assert "Viết sau" in page.content.decode()
    assert "Một người" in page.content.decode()


def test_nobody_overwrites_a_draft_that_another_changed() -> None:
    made = opened()
    client = as_focal_point(made)
    one = draft(made.reply)
    seen = made.reply.version
    save_draft(
        by=link_of(made.reply),
        reply=made.reply,
        said=said(text=Translated(vi="Bản của người kia")),
        contribution=one,
    )
    page = client.post(
        reverse("calls:edit", args=[one.uid, "what"]),
        first_page(text_vi="Bản của tôi", version=str(seen)),
    )
    assert page.status_code == 422
    assert "Bản của tôi" in page.content.decode()
    assert "Bản của người kia" in page.content.decode()
    one.refresh_from_db()
    assert one.text["vi"] == "Bản của người kia"


def test_a_file_comes_with_the_first_page() -> None:
    made = opened()
    client = as_focal_point(made)
    upload = pdf()
    upload.name = "Báo cáo.pdf"
    client.post(
        reverse("calls:add", args=[made.reply.uid, "publication"]),
        {**FIRST_WORDS, "uploads": upload},
    )
    found = Contribution.objects.get().attachments.get()
    given = client.get(reverse("calls:attachment", args=[found.uid]))
    assert given.status_code == 200
    assert b"".join(given.streaming_content).startswith(b"%PDF")
    elsewhere = signed_in(user_with("focal_point", made.replies[1].body))
    assert elsewhere.get(reverse("calls:attachment", args=[found.uid])).status_code == 403


def test_a_file_that_lies_is_refused_and_the_draft_is_kept_on_the_page() -> None:
    made = opened()
    client = as_focal_point(made)
    upload = pdf()
    upload.name = "ảnh.png"
    page = client.post(
        reverse("calls:add", args=[made.reply.uid, "publication"]),
        {**FIRST_WORDS, "uploads": upload},
    )
    assert page.status_code == 422
    assert "Mỗi thôn một tổ." in page.content.decode()


def whole_form(**changes: object) -> dict[str, object]:
    return {
        **FIRST_WORDS,
        "sdgs": ["9"],
        "action_lines": ["C4"],
        "consent_agencies": "on",
        "sent_by": "Đầu mối",
        "version": "1",
        **changes,
    }


def test_the_whole_on_one_page_is_sent_at_once() -> None:
    made = opened()
    page = as_focal_point(made).post(
        reverse("calls:write", args=[made.reply.uid, "idea"]), whole_form()
    )
    assert page.status_code == 302
    assert [(one.state, one.kind) for one in Contribution.objects.all()] == [("submitted", "idea")]


def test_submitting_one_contribution_takes_few_queries(
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    made = opened()
    client = as_focal_point(made)
    where = reverse("calls:write", args=[made.reply.uid, "idea"])
    with django_assert_max_num_queries(30):
        assert client.post(where, whole_form()).status_code == 302


def test_an_activity_asks_for_its_day() -> None:
    made = opened()
    client = as_focal_point(made)
    where = reverse("calls:add", args=[made.reply.uid, "activity"])
    assert client.post(where, first_page()).status_code == 422
    wrong = first_page(starts_on="2024-05-18", ends_on="2024-05-17")
    assert client.post(where, wrong).status_code == 422
    right = first_page(starts_on="2024-05-17", place="Hà Nội", reached="350", result="Tốt")
    assert client.post(where, right).status_code == 302
    held = Contribution.objects.get().activity
    assert (held.ends_on, held.reached, dict(held.result)) == (
        date(2024, 5, 17),
        350,
        {"vi": "Tốt"},
    )


def test_after_the_deadline_the_page_says_so_and_what_to_do() -> None:
    made = opened(deadline=LocalTime(date(2030, 5, 31), time(17, 0), "Asia/Ho_Chi_Minh"))
    client = as_focal_point(made)
    draft(made.reply)
    with time_machine.travel(made.call.runs_until.passes, tick=False):
        client = as_focal_point(made)
        page = client.get(reverse("calls:reply", args=[made.reply.uid]))
        assert "The time for answers has passed" in page.content.decode()
        late = client.get(reverse("calls:add", args=[made.reply.uid, "idea"]))
        assert late.status_code == 409
        assert "it can reopen the reply" in late.content.decode()


def test_nothing_to_report_takes_one_page() -> None:
    made = opened()
    client = as_focal_point(made)
    where = reverse("calls:nothing", args=[made.reply.uid])
    assert client.get(where).status_code == 200
    assert client.post(where, {"version": "1", "sent_by": "Văn thư"}).status_code == 302
    assert made.reply.state == "nothing"


def test_scripts_in_names_stay_text() -> None:
    made = opened()
    one = sent(made.reply, title=Translated(vi=ALERT), text=Translated(vi=ALERT))
    client = as_role(made, "specialist")
    pages = [
        reverse("calls:contribution", args=[one.uid]),
        reverse("calls:reply", args=[made.reply.uid]),
        reverse("calls:contributions", args=[made.call.uid]),
        reverse("calls:scores", args=[made.call.uid]),
    ]
    assert [ALERT in client.get(page).content.decode() for page in pages] == [False] * 4


def test_a_reviewer_scores_on_one_page() -> None:
    made = opened()
    one = sent(made.reply)
    user = reviewers(made, 1)[0]
    review = assign(by=made.specialist, contributions=[one], reviewers=[user])[0]
    client = signed_in(user)
    where = reverse("calls:review", args=[review.uid])
    assert client.get(reverse("calls:reviews")).status_code == 200
    assert client.get(where).status_code == 200
    assert client.post(where, {"points_relevance": "9"}).status_code == 422
    points = {f"points_{key}": "4" for key in ("relevance", "results", "replicability")}
    points |= {"points_sustainability": "3", "points_clarity": "5"}
    assert client.post(where, points).status_code == 302
    assert Review.objects.get().total == 20


def test_the_sender_reads_what_became_of_each_item() -> None:
    made = whole_round()
    client = signed_in(user_with("focal_point", made.replies[1].body))
    text = client.get(reverse("calls:reply", args=[made.replies[1].uid])).content.decode()
    assert "Published in the reference library for everyone" in text
    assert "Sent to the union; no answer yet" in text


def test_the_list_goes_from_desk_to_desk() -> None:
    made = opened()
    one = sent(made.reply)
    specialist = as_role(made, "specialist")
    specialist.post(
        reverse("calls:english", args=[one.uid]),
        {"title": "Teams", "text": "A team in each village.", "checked": "on"},
    )
    specialist.post(reverse("calls:begin_selection", args=[made.call.uid]))
    selection = Selection.objects.get()
    assert selection.forward_to == made.house.chain.itu
    specialist.post(reverse("calls:choose", args=[selection.uid]), {"item": [one.uid]})
    selection.refresh_from_db()
    for role, did in (("specialist", "submit"), ("head_of_unit", "agree"), ("signer", "approve")):
        client = as_role(made, role)
        page = client.get(reverse("calls:selection", args=[selection.uid]))
        assert page.status_code == 200
        done = client.post(
            reverse("calls:step", args=[selection.uid, did]), {"version": selection.version}
        )
        assert done.status_code == 302
    specialist.post(
        reverse("calls:step", args=[selection.uid, "forward"]), {"version": selection.version}
    )
    package = specialist.get(reverse("calls:package", args=[selection.uid]))
    assert b"".join(package.streaming_content).startswith(b"PK")


def test_a_list_that_lacks_something_says_what() -> None:
    made = opened()
    one = sent(made.reply)
    client = as_role(made, "specialist")
    client.post(reverse("calls:begin_selection", args=[made.call.uid]))
    selection = Selection.objects.get()
    client.post(reverse("calls:choose", args=[selection.uid]), {"item": [one.uid]})
    page = client.post(reverse("calls:step", args=[selection.uid, "submit"]), {"version": "1"})
    assert page.status_code == 422
    assert "nobody has checked the English text" in page.content.decode()


@pytest.mark.parametrize("name", ["addressees", "contributions", "scores", "activities", "call"])
def test_pages_take_as_many_queries_at_30_rows_as_at_1(
    name: str, django_assert_max_num_queries: Callable[..., object]
) -> None:
    made = opened()
    sent(made.reply)
    client = as_role(made, "specialist")
    page = reverse(f"calls:{name}", args=[made.call.uid])
    client.get(page)
    counted = _queries(client, page)
    reply = made.replies[1]
    for number in range(29):
        save_draft(
            by=link_of(reply),
            reply=reply,
            said=activity_said(title=Translated(vi=f"Hoạt động {number}")),
        )
    reply.refresh_from_db()
    send_reply(by=link_of(reply), reply=reply, version=reply.version, sent_by="Văn thư")
    assert _queries(client, page) <= counted + 1


def _queries(client: Client, page: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as caught:
        assert client.get(page).status_code == 200
    return len(caught)


def test_drafting_a_call_on_its_page() -> None:
    at, edition, call = drafted()
    letter = call.letter
    call.delete()
    client = signed_in(user_with("specialist", at.unit))
    page = client.post(
        reverse("calls:draft"),
        {
            "edition": edition.pk,
            "letter": letter.pk,
            "title_vi": "Hưởng ứng Ngày 17/5",
            "kinds": ["idea", "activity"],
            "deadline_date": "2030-05-31",
            "deadline_time": "17:00",
        },
    )
    assert page.status_code == 302
    letter.refresh_from_db()
    assert (letter.call.kinds, letter.call.deadline) == (
        ["idea", "activity"],
        LocalTime(date(2030, 5, 31), time(17, 0), timezone.get_default_timezone_name()),
    )


def test_a_body_may_be_reopened_and_entered_for() -> None:
    made = opened()
    client = as_role(made, "specialist")
    client.post(reverse("calls:close", args=[made.call.uid]), {"confirmed": "yes"})
    done = client.post(
        reverse("calls:reopen", args=[made.reply.uid]),
        {"until_date": "2099-01-01", "until_time": "17:00", "because": "Bão lũ"},
    )
    assert done.status_code == 302
    assert made.reply.reopened_because == "Bão lũ"
    chosen = client.post(
        reverse("calls:on_behalf", args=[made.call.uid]), {"body": made.house.chain.ministry.pk}
    )
    assert chosen.status_code == 302


def test_focal_points_find_their_calls() -> None:
    made = opened()
    page = as_focal_point(made).get(reverse("calls:replies"))
    assert page["Location"] == reverse("calls:reply", args=[made.reply.uid])
    assert focal_point(made.reply).bodies("focal_point") == frozenset({made.reply.body.uid})


def test_a_draft_file_can_be_taken_off() -> None:
    made = opened()
    one = draft(made.reply)
    found = attach(by=link_of(made.reply), contribution=one, stream=pdf(), name="a.pdf")
    client = as_focal_point(made)
    client.post(reverse("calls:detach", args=[found.uid]))
    assert one.attachments.count() == 0
    asked = client.post(reverse("calls:withdraw", args=[one.uid]))
    assert asked.status_code == 200
    client.post(reverse("calls:withdraw", args=[one.uid]), {"confirmed": "yes"})
    assert Contribution.objects.count() == 0


def test_a_file_with_a_secret_mark_is_refused_beside_its_field() -> None:
    made = opened()
    upload = BytesIO(docx("MẬT"))
    upload.name = "Kế hoạch.docx"
    page = as_focal_point(made).post(
        reverse("calls:add", args=[made.reply.uid, "publication"]),
        {**FIRST_WORDS, "uploads": upload},
    )
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["uploads"])
    assert Contribution.objects.count() == 0


def test_an_approved_list_waits_for_the_specialist_to_send_it() -> None:
    made = opened()
    specialist = as_role(made, "specialist")
    selection = approved(made, sent(made.reply))
    assert "Send the approved list" in specialist.get("/en/").content.decode()
    forward(by=made.specialist, selection=selection, installation=HERE)
    assert "Send the approved list" not in specialist.get("/en/").content.decode()


def test_a_closed_call_names_no_day_until_which_it_takes_answers() -> None:
    made = opened()
    close_call(by=made.specialist, call=made.call)
    officer, body = as_role(made, "specialist"), as_focal_point(made)
    for client, name, args in (
        (officer, "call", [made.call.uid]),
        (body, "reply", [made.reply.uid]),
    ):
        text = client.get(reverse(f"calls:{name}", args=args)).content.decode()
        assert ("closed on" in text, "answers until" in text) == (True, False)


def test_a_call_closed_after_midnight_here_closed_on_that_day() -> None:
    made = opened()
    close_call(by=made.specialist, call=made.call)
    late = datetime(2026, 5, 31, 18, 30, tzinfo=UTC)  # 01:30 on 1 June in Ha Noi
    Call.objects.filter(pk=made.call.pk).update(closed_at=late)
    text = as_focal_point(made).get(reverse("calls:reply", args=[made.reply.uid])).content.decode()
    assert "closed on Monday 1 June 2026" in text


def test_a_file_that_is_no_package_is_refused_in_words_alone() -> None:
    made = opened()
    given = {"body": made.reply.body.pk, "package": BytesIO(b"PK no package")}
    address = reverse("calls:take_package", args=[made.call.uid])
    answer = as_role(made, "specialist").post(address, given)
    assert answer.status_code == 422
    [told] = answer.context["form"].errors["package"]
    assert told == "This file is no package of Convoca, or it is damaged."
