"""Replies: three doors into one record, and nobody's words lost."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from calls.made import (
    activity_said,
    draft,
    focal_point,
    link_of,
    opened,
    pdf,
    said,
    sent,
)
from convoca.calls.actions.calls import close_call
from convoca.calls.actions.contributions import (
    attach,
    detach,
    save_draft,
    submit_contribution,
    withdraw,
)
from convoca.calls.actions.handling import return_contribution
from convoca.calls.actions.moves import move_to_successor
from convoca.calls.actions.replies import (
    add_reply,
    say_nothing_to_report,
    send_reply,
)
from convoca.calls.models import Activity, Contribution, Reply
from convoca.journal.actors import ANONYMOUS, Actor, ActorKind
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.journal.timeline import timeline
from convoca.languages.translated import Translated
from members.made import actor

pytestmark = pytest.mark.django_db


def test_a_reply_by_link_is_kept_as_a_draft_and_then_sent() -> None:
    reply = opened().reply
    one = draft(reply)
    reply.refresh_from_db()
    assert (reply.state, one.state) == ("drafted", "draft")
    send_reply(by=link_of(reply), reply=reply, version=reply.version, sent_by="Hoàng Thị Lan")
    reply.refresh_from_db()
    one.refresh_from_db()
    assert (reply.state, reply.door, reply.sent_by) == ("received", "link", "Hoàng Thị Lan")
    assert (one.state, one.version, one.author_names["vi"]) == (
        "submitted",
        1,
        "Bộ Khoa học và Công nghệ",
    )
    assert [version.number for version in one.versions.all()] == [1]
    reply.recipient.refresh_from_db()
    assert reply.recipient.replied_at == reply.content_received_at


def test_the_journal_tells_of_sending_and_not_of_drafts() -> None:
    reply = opened().reply
    sent(reply)
    told = timeline(subject_kind="reply", subject_uid=reply.uid)
    assert [entry.action for entry in told] == ["calls.send_reply"]


@pytest.mark.parametrize("kind", [ActorKind.LINK, ActorKind.PERSON, ActorKind.PARTNER])
def test_another_bodys_link_writes_nothing_here(kind: ActorKind) -> None:
    made = opened()
    theirs, ours = made.replies[:2]
    stranger = Actor(kind, str(theirs.recipient.uid), "Người lạ")
    with pytest.raises(NotPermitted):
        save_draft(by=stranger, reply=ours, said=said())
    with pytest.raises(NotPermitted):
        send_reply(by=stranger, reply=ours, version=1, sent_by="x")
    with pytest.raises(NotPermitted):
        say_nothing_to_report(by=ANONYMOUS, reply=ours, version=1, sent_by="x")


@pytest.mark.parametrize("role", ["reviewer", "signer", "clerk", "form_checker"])
def test_other_roles_of_the_caller_write_no_replies(role: str) -> None:
    made = opened()
    with pytest.raises(NotPermitted):
        save_draft(by=actor(role, at=made.house.unit), reply=made.reply, said=said())


def test_a_focal_point_and_an_officer_have_doors_of_their_own() -> None:
    made = opened()
    by_account, on_behalf = made.replies[:2]
    for reply, by in ((by_account, focal_point(by_account)), (on_behalf, made.specialist)):
        submit_contribution(by=by, reply=reply, said=said(), sent_by="Người gửi")
    assert [(one.door, one.state) for one in made.replies[:2]] == [
        ("account", "received"),
        ("on_behalf", "received"),
    ]


def test_two_people_who_send_at_once_lose_nothing() -> None:
    reply = opened().reply
    draft(reply)
    reply.refresh_from_db()
    seen_by_both = reply.version
    draft(reply, title=Translated(vi="Một nội dung nữa, viết sau khi người kia đã xem"))
    with pytest.raises(StateConflict):
        send_reply(by=link_of(reply), reply=reply, version=seen_by_both, sent_by="Người thứ nhất")
    assert [one.state for one in Contribution.objects.all()] == ["draft", "draft"]
    reply.refresh_from_db()
    send_reply(by=link_of(reply), reply=reply, version=reply.version, sent_by="Người thứ hai")
    with pytest.raises(StateConflict):
        send_reply(by=link_of(reply), reply=reply, version=reply.version, sent_by="Người thứ nhất")
    assert [one.state for one in Contribution.objects.all()] == ["submitted", "submitted"]


def test_two_people_who_write_one_draft_are_told() -> None:
    reply = opened().reply
    one = draft(reply)
    reply.refresh_from_db()
    read_by_both = reply.version
    first = said(text=Translated(vi="Bản của người thứ nhất"))
    save_draft(by=link_of(reply), reply=reply, said=first, contribution=one, edition=read_by_both)
    second = said(text=Translated(vi="Bản của người thứ hai"))
    with pytest.raises(StateConflict):
        save_draft(
            by=link_of(reply), reply=reply, said=second, contribution=one, edition=read_by_both
        )
    one.refresh_from_db()
    assert one.text["vi"] == "Bản của người thứ nhất"


def test_nothing_is_sent_twice_and_an_empty_reply_not_at_all() -> None:
    reply = opened().reply
    with pytest.raises(StateConflict):
        send_reply(by=link_of(reply), reply=reply, version=reply.version, sent_by="x")


def test_nothing_to_report_is_an_answer() -> None:
    reply = opened().reply
    say_nothing_to_report(by=link_of(reply), reply=reply, version=1, sent_by="Văn thư")
    reply.refresh_from_db()
    assert (reply.state, reply.is_answered) == ("nothing", True)


def test_who_has_written_something_has_something_to_report() -> None:
    reply = opened().reply
    draft(reply)
    reply.refresh_from_db()
    with pytest.raises(StateConflict):
        say_nothing_to_report(
            by=link_of(reply), reply=reply, version=reply.version, sent_by="Văn thư"
        )


def test_after_the_deadline_the_words_are_clear_and_officers_may_still_enter() -> None:
    made = opened()
    reply = made.reply
    one = draft(reply)
    reply.refresh_from_db()
    with time_machine.travel(made.call.runs_until.passes, tick=False):
        with pytest.raises(StateConflict, match=r"đã hết|has passed"):
            send_reply(by=link_of(reply), reply=reply, version=reply.version, sent_by="x")
        send_reply(by=made.specialist, reply=reply, version=reply.version, sent_by="Chuyên viên")
    one.refresh_from_db()
    assert one.state == "submitted"


def test_in_the_last_instant_of_the_last_minute_it_is_in_time() -> None:
    made = opened()
    draft(made.reply)
    last: datetime = made.call.runs_until.passes - timedelta(microseconds=1)
    reply = made.reply
    with time_machine.travel(last, tick=False):
        send_reply(by=link_of(reply), reply=reply, version=reply.version, sent_by="Văn thư")
    assert made.reply.content_received_at == last


def test_an_activity_has_its_dates_and_nothing_else_has() -> None:
    reply = opened().reply
    made = save_draft(by=link_of(reply), reply=reply, said=activity_said())
    assert Activity.objects.get(contribution=made).reached == 1240
    for wrong in (activity_said(activity=None), said(activity=activity_said().activity)):
        with pytest.raises(ValidationError):
            save_draft(by=link_of(reply), reply=reply, said=wrong)


def test_a_kind_that_is_not_asked_for_is_refused() -> None:
    reply = opened(kinds=["idea"]).reply
    with pytest.raises(ValidationError):
        save_draft(by=link_of(reply), reply=reply, said=said())


def test_what_is_marked_secret_is_refused_with_the_rule() -> None:
    reply, secret = opened().reply, said(text=Translated(vi="TỐI MẬT\nkế hoạch"))
    with pytest.raises(ValidationError, match="29/2018/QH14"):
        save_draft(by=link_of(reply), reply=reply, said=secret)
    assert Contribution.objects.count() == 0


def test_files_belong_to_a_draft_until_it_is_sent(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path
    reply = opened().reply
    one = draft(reply)
    kept = attach(by=link_of(reply), contribution=one, stream=pdf(), name="Báo cáo.pdf")
    gone = attach(by=link_of(reply), contribution=one, stream=pdf("khác"), name="Khác.pdf")
    detach(by=link_of(reply), attachment=gone)
    reply.refresh_from_db()
    send_reply(by=link_of(reply), reply=reply, version=reply.version, sent_by="Văn thư")
    with pytest.raises(StateConflict):
        detach(by=link_of(reply), attachment=kept)
    assert [str(found) for found in one.attachments.all()] == ["Báo cáo.pdf"]


def test_a_file_that_lies_about_its_type_is_refused(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path
    reply = opened().reply
    one = draft(reply)
    with pytest.raises(ValidationError):
        attach(by=link_of(reply), contribution=one, stream=pdf(), name="ảnh.png")
    assert one.attachments.count() == 0


def test_what_is_returned_is_completed_and_sent_again_as_a_new_version() -> None:
    made = opened()
    one = sent(made.reply)
    return_contribution(by=made.specialist, contribution=one, because="Bổ sung số liệu")
    reply = made.reply
    save_draft(
        by=link_of(reply),
        reply=reply,
        said=said(text=Translated(vi="Ba trăm tổ, 1.500 người.")),
        contribution=one,
    )
    reply.refresh_from_db()
    send_reply(by=link_of(reply), reply=reply, version=reply.version, sent_by="Văn thư")
    one.refresh_from_db()
    assert (one.state, one.version, one.returned_because) == ("submitted", 2, "")
    assert [version.said["text"] for version in one.versions.all()] == [
        dict(said().text),
        {"vi": "Ba trăm tổ, 1.500 người."},
    ]


def test_a_draft_is_deleted_and_what_was_sent_is_withdrawn() -> None:
    made = opened()
    withdraw(by=link_of(made.reply), contribution=draft(made.reply))
    assert Contribution.objects.count() == 0
    one = sent(made.reply)
    withdraw(by=link_of(made.reply), contribution=one)
    one.refresh_from_db()
    assert one.state == "withdrawn"


def test_a_body_that_was_not_addressed_is_added_once() -> None:
    made = opened()
    own = add_reply(by=made.specialist, call=made.call, body=made.house.chain.ministry)
    again = add_reply(by=made.specialist, call=made.call, body=made.house.chain.ministry)
    assert (own.pk, own.name) == (again.pk, "Bộ Thông tin và Truyền thông")
    with pytest.raises(NotPermitted):
        add_reply(by=link_of(made.reply), call=made.call, body=made.house.chain.ministry)


def test_open_replies_move_to_the_body_that_answers_now() -> None:
    made = opened()
    first, second = made.replies[1:3]
    sent(first)
    moved = [
        move_to_successor(by=made.specialist, predecessor=one.body, successor=made.reply.body)
        for one in (first, second)
    ]
    assert moved == [0, 1]
    assert [one.body_id for one in made.replies[1:3]] == [first.body_id, made.reply.body_id]


def test_a_closed_call_takes_nothing_more_by_link() -> None:
    made = opened()
    draft(made.reply)
    close_call(by=made.specialist, call=made.call)
    with pytest.raises(StateConflict):
        draft(made.reply)


@pytest.mark.database
@pytest.mark.parametrize(
    "facts",
    [
        {"door": "link"},
        {"nothing_to_report": True},
        {"answered_through_at": datetime(2024, 5, 1)},  # noqa: DTZ001 - refused before its zone
    ],
)
def test_the_database_refuses_a_reply_in_two_minds(facts: dict[str, object]) -> None:
    reply = opened().reply
    facts = {
        name: timezone.make_aware(value) if isinstance(value, datetime) else value
        for name, value in facts.items()
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Reply.objects.filter(pk=reply.pk).update(**facts)
