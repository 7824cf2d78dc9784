import pytest
from django.core.exceptions import ValidationError
from procrastinate.contrib.django.models import ProcrastinateJob

from convoca.journal.models import Entry
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.outbox import actions
from convoca.outbox.models import Mail, MailClass, State
from convoca.outbox.signals import MailStateChanged, mail_state_changed
from outbox.made import CLERK, MINISTRY, OUTSIDER, draft

pytestmark = pytest.mark.django_db


def test_official_mail_waits_and_wakes_nobody() -> None:
    mail = actions.queue_many(by=CLERK, drafts=[draft()])[0]
    assert (mail.state, mail.released_at, mail.owner) == (State.WAITING, None, [MINISTRY])
    assert ProcrastinateJob.objects.count() == 0


def test_sign_in_mail_goes_at_once() -> None:
    mail = actions.queue_many(by=CLERK, drafts=[draft(mail_class=MailClass.SIGN_IN)])[0]
    assert mail.state == State.RELEASED
    assert [job.task_name for job in ProcrastinateJob.objects.all()] == ["outbox.deliver"]
    assert not Entry.objects.exists()


def test_release_lets_all_go_with_one_entry_for_the_letter() -> None:
    mails = actions.queue_many(by=CLERK, drafts=[draft(to=f"so{n}@tinh.example") for n in range(3)])
    actions.release(by=CLERK, mails=mails)
    assert list(Mail.objects.values_list("state", flat=True)) == [State.RELEASED] * 3
    assert list(Entry.objects.order_by("id").values_list("action", "subject_kind")) == [
        ("outbox.queue", "letter"),
        ("outbox.release", "letter"),
    ]
    assert ProcrastinateJob.objects.count() == 1


def test_release_is_for_those_who_send_for_the_body() -> None:
    mails = actions.queue_many(by=CLERK, drafts=[draft()])
    with pytest.raises(NotPermitted):
        actions.release(by=OUTSIDER, mails=mails)


def test_release_of_one_that_no_longer_waits_releases_none() -> None:
    mails = actions.queue_many(by=CLERK, drafts=[draft(), draft()])
    actions.release(by=CLERK, mails=mails[:1])
    with pytest.raises(StateConflict):
        actions.release(by=CLERK, mails=mails)
    assert Mail.objects.get(pk=mails[1].pk).state == State.WAITING


def test_withdrawn_mail_does_not_come_back() -> None:
    mails = actions.queue_many(by=CLERK, drafts=[draft()])
    withdrawn = actions.withdraw(by=CLERK, mails=mails)
    assert withdrawn[0].state == State.WITHDRAWN
    with pytest.raises(StateConflict):
        actions.retry(by=CLERK, mails=mails)


def test_each_change_is_announced_in_the_transaction() -> None:
    heard: list[MailStateChanged] = []

    def hear(change: MailStateChanged, **_: object) -> None:
        heard.append(change)

    mail_state_changed.connect(hear)
    try:
        mails = actions.queue_many(by=CLERK, drafts=[draft()])
        actions.release(by=CLERK, mails=mails)
    finally:
        mail_state_changed.disconnect(hear)
    assert [(change.mail.pk, change.before, change.after) for change in heard] == [
        (mails[0].pk, State.WAITING, State.RELEASED)
    ]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"subject": "Mời\r\nBcc: tat-ca@nuoc.example"}, "mail-line-break"),
        ({"subject": "Mời\u2028Bcc: tat-ca@nuoc.example"}, "mail-line-break"),
        ({"to": "a@b.example\nBcc: c@d.example"}, "invalid"),
        ({"to_name": "Sở\nBcc: c@d.example"}, "mail-line-break"),
        ({"reply_to": "a@b.example\r\nX: y"}, "invalid"),
        ({"to": ""}, "mail-recipient"),
        ({"subject": "  "}, "mail-subject"),
    ],
)
def test_nothing_slips_into_the_head(values: dict[str, str], code: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        actions.queue_many(by=CLERK, drafts=[draft(), draft(**values)])
    assert refusal.value.code == code
    assert Mail.objects.count() == 0
