import io
import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from convoca.files.actions import store
from convoca.outbox import actions
from convoca.outbox.delivery import MOST_ATTEMPTS, claim, deliver, deliver_due, wait_after
from convoca.outbox.messages import message
from convoca.outbox.models import Mail, MailboxMessage, MailClass, State
from convoca.outbox.transports import transport
from files import made as files_made
from outbox.made import CLERK, draft
from outbox.sink import Sink

pytestmark = pytest.mark.django_db


def released(**values: object) -> Mail:
    mails = actions.queue_many(by=CLERK, drafts=[draft(**values)])
    return actions.release(by=CLERK, mails=mails)[0]


def now_of(mail: Mail) -> Mail:
    return Mail.objects.get(pk=mail.pk)


def test_a_released_mail_arrives_whole(sink: Sink) -> None:
    annex = store(by=CLERK, stream=io.BytesIO(files_made.docx()), name="Phụ lục.docx")
    mail = released(attachments=[annex], html="<p>Kính gửi</p>", reply_to="htqt@bo.example")
    waiting = actions.queue_many(by=CLERK, drafts=[draft()])[0]
    assert deliver_due() == 1
    assert now_of(mail).state == State.ACCEPTED
    assert now_of(waiting).state == State.WAITING
    got = sink.kept[0]
    assert sink.envelopes == [("vanthu@bo.example", "ubnd@dongthap.example")]
    assert {
        name: str(got[name]) for name in ("From", "To", "Reply-To", "Subject", "Message-ID")
    } == {
        "From": "Bộ <vanthu@bo.example>",
        "To": "UBND tỉnh Đồng Tháp <ubnd@dongthap.example>",
        "Reply-To": "htqt@bo.example",
        "Subject": "Về việc hưởng ứng Ngày Xã hội thông tin thế giới",
        "Message-ID": mail.message_id,
    }
    assert got.get_body(("plain",)).get_content().splitlines() == mail.text.splitlines()
    assert got.get_body(("html",)).get_content().strip() == "<p>Kính gửi</p>"
    [attached] = got.iter_attachments()
    assert attached.get_filename() == "Phụ lục.docx"
    assert attached.get_content() == annex.read()


def test_the_same_bytes_go_at_every_attempt() -> None:
    mail = released()
    assert message(mail).as_bytes() == message(now_of(mail)).as_bytes()


def test_a_second_round_sends_nothing_again(sink: Sink) -> None:
    released()
    assert [deliver_due(), deliver_due()] == [1, 0]
    assert len(sink.kept) == 1


def test_an_address_that_is_refused_for_good_is_given_up(sink: Sink) -> None:
    mail = released()
    sink.answers[mail.to] = "550 5.1.1 no such mailbox"
    other = released(to="so@tinh.example")
    assert deliver_due() == 1
    given_up = now_of(mail)
    assert (given_up.state, given_up.last_error) == (State.FAILED, "550 5.1.1 no such mailbox")
    assert now_of(other).state == State.ACCEPTED


def test_a_mail_put_off_waits_longer_each_time_and_is_given_up_at_last(sink: Sink) -> None:
    mail = released()
    sink.answers[mail.to] = "451 4.7.1 later"
    waits = []
    for _attempt in range(MOST_ATTEMPTS[MailClass.OFFICIAL]):
        before = timezone.now()
        deliver_due()
        left = now_of(mail)
        if left.next_attempt_at:
            waits.append(round((left.next_attempt_at - before).total_seconds() / 60))
            Mail.objects.filter(pk=mail.pk).update(next_attempt_at=before)
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360, 360]
    assert (left.state, left.attempts, left.last_error) == (State.FAILED, 14, "451 4.7.1 later")


def test_what_was_given_up_goes_again_when_asked(sink: Sink) -> None:
    mail = released()
    sink.answers[mail.to] = "550 full"
    deliver_due()
    sink.answers.clear()
    actions.retry(by=CLERK, mails=[mail])
    assert deliver_due() == 1
    assert now_of(mail).state == State.ACCEPTED


def test_a_server_that_cannot_be_reached_costs_one_mail_an_attempt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CONVOCA_MAIL_URL", "smtp://127.0.0.1:9?tls=none")
    first, second = released(), released(to="so@tinh.example")
    assert deliver_due() == 0
    assert [now_of(mail).attempts for mail in (first, second)] == [1, 0]
    assert "refused" in now_of(first).last_error


def test_sign_in_mail_goes_first_and_leaves_no_code_behind(sink: Sink) -> None:
    released()
    code = actions.queue_many(
        by=CLERK, drafts=[draft(mail_class=MailClass.SIGN_IN, text="Mã: 482913", subject="Mã")]
    )[0]
    deliver_due()
    assert [str(mail["Subject"]) for mail in sink.kept] == ["Mã", draft().subject]
    assert sink.kept[0]["Auto-Submitted"] == "auto-generated"
    assert (now_of(code).state, now_of(code).text) == (State.ACCEPTED, "")


def test_a_claim_that_ran_out_is_taken_by_another_under_the_same_name(sink: Sink) -> None:
    mail, now = released(), timezone.now()
    lost = claim(now)
    assert lost is not None
    assert claim(now) is None
    again = claim(now + timedelta(minutes=16))
    assert again is not None
    assert again.message_id == mail.message_id
    opened = transport()
    assert [deliver(lost, opened), deliver(again, opened)] == [False, True]
    opened.close()
    assert now_of(mail).attempts == 2


def test_the_mailbox_keeps_one_of_two_and_takes_no_real_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CONVOCA_MAIL_URL", "mailbox:")
    mail, real = released(), released(to="somebody@itu.int")
    deliver_due()
    assert list(MailboxMessage.objects.values_list("to", "subject")) == [(mail.to, mail.subject)]
    assert now_of(real).state == State.FAILED
    opened = transport()
    opened.send(message(mail), to=mail.to, envelope_id=mail.uid.hex)
    assert MailboxMessage.objects.count() == 1


def test_waits_double_up_to_six_hours() -> None:
    assert [wait_after(n) for n in (1, 2, 3, 30)] == [
        timedelta(minutes=minutes) for minutes in (1, 2, 4, 360)
    ]


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_workers_side_by_side_send_each_mail_once(sink: Sink) -> None:
    mails = actions.queue_many(
        by=CLERK, drafts=[draft(to=f"so{number}@tinh.example") for number in range(20)]
    )
    actions.release(by=CLERK, mails=mails)
    accepted: list[int] = []

    def work() -> None:
        accepted.append(deliver_due())
        connection.close()

    workers = [threading.Thread(target=work) for _number in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sum(accepted) == 20
    assert sorted(to for _sender, to in sink.envelopes) == sorted(mail.to for mail in mails)
