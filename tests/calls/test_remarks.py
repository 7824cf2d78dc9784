"""Difficulties and proposals: by each door, beside the answer, refused where they are secret."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.made import user_with
from calls.made import Round, draft, link_of, opened, sent
from convoca.calls.actions.remarks import write_remarks
from convoca.calls.models import Reply
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.journal.timeline import timeline
from members.made import actor

pytestmark = pytest.mark.django_db

HARD = "Thiếu kinh phí cho tổ công nghệ số ở cấp xã."
ASKED = "Đề nghị Bộ hướng dẫn sớm hơn."


def officer(made: Round) -> Client:
    client = Client()
    client.force_login(user_with("specialist", made.house.unit))
    return client


def at_home(made: Round) -> Client:
    client = Client()
    client.force_login(user_with("focal_point", made.reply.body))
    return client


def told(reply: Reply) -> tuple[str, str]:
    reply.refresh_from_db()
    return reply.difficulties, reply.proposals


def test_they_go_with_what_is_sent() -> None:
    made = opened()
    draft(made.reply)
    form = {"version": made.reply.version, "sent_by": "Lan", "difficulties": HARD}
    assert at_home(made).post(reverse("calls:send", args=[made.reply.uid]), form).status_code == 302
    assert told(made.reply) == (HARD, "")
    did = [entry.action for entry in timeline(subject_kind="reply", subject_uid=made.reply.uid)]
    assert sorted(did) == ["calls.send_reply", "calls.write_remarks"]


def test_a_body_with_nothing_to_report_may_have_them_too() -> None:
    made = opened()
    form = {"version": made.reply.version, "sent_by": "Lan", "remark": "", "proposals": ASKED}
    at_home(made).post(reverse("calls:nothing", args=[made.reply.uid]), form)
    assert told(made.reply) == ("", ASKED)
    assert made.reply.state == "nothing"


def test_an_officer_writes_them_with_an_item_on_behalf() -> None:
    made = opened()
    form = {
        "version": made.reply.version,
        "sent_by": "Chuyên viên",
        "title_vi": "Tổ công nghệ số",
        "text_vi": "Mỗi thôn một tổ.",
        "difficulties": HARD,
        "proposals": ASKED,
    }
    officer(made).post(reverse("calls:write", args=[made.reply.uid, "idea"]), form)
    assert told(made.reply) == (HARD, ASKED)
    page = officer(made).get(reverse("calls:reply", args=[made.reply.uid]))
    assert (HARD in page.text, ASKED in page.text) == (True, True)


def test_an_officer_takes_them_from_an_official_letter_without_any_item() -> None:
    made = opened()
    Reply.objects.filter(pk=made.reply.pk).update(official_letter_received_at=timezone.now())
    form = {"version": made.reply.version, "difficulties": HARD, "proposals": ASKED}
    officer(made).post(reverse("calls:remarks", args=[made.reply.uid]), form)
    assert told(made.reply) == (HARD, ASKED)


def test_a_secret_mark_is_refused_beside_its_field() -> None:
    made = opened()
    sent(made.reply)
    form = {"version": made.reply.version, "proposals": "MẬT\nKế hoạch"}
    page = at_home(made).post(reverse("calls:remarks", args=[made.reply.uid]), form)
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["proposals"])


def test_before_the_answer_there_is_nothing_to_add_them_to() -> None:
    made = opened()
    with pytest.raises(StateConflict):
        write_remarks(by=link_of(made.reply), reply=made.reply, difficulties=HARD, proposals="")


def test_what_another_wrote_meanwhile_is_not_overwritten() -> None:
    made = opened()
    sent(made.reply)
    seen, by = made.reply.version, link_of(made.reply)
    write_remarks(by=by, reply=made.reply, difficulties=HARD, proposals="", version=seen)
    with pytest.raises(StateConflict):
        write_remarks(by=by, reply=made.reply, difficulties="", proposals=ASKED, version=seen)
    assert told(made.reply) == (HARD, "")


def test_nobody_else_writes_them() -> None:
    made = opened()
    sent(made.reply)
    by = actor("focal_point", at=made.replies[1].body)
    with pytest.raises(NotPermitted):
        write_remarks(by=by, reply=made.reply, difficulties=HARD, proposals="")
