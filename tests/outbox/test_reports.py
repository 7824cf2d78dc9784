import pytest

from convoca.journal.actors import Actor, ActorKind
from convoca.journal.models import Entry
from convoca.journal.refusals import NotPermitted
from convoca.outbox import actions
from convoca.outbox.delivery import deliver_due
from convoca.outbox.models import Mail, State
from convoca.outbox.reports import Action, NoReportError, Outcome, outcomes
from outbox.made import CLERK, OUTSIDER, draft
from outbox.sink import Sink

COMMAND = Actor(kind=ActorKind.COMMAND, uid="outbox report", name="")


def report(
    action: str, *, envelope: str = "", message_id: str = "", status: str = "5.1.1"
) -> bytes:
    """Return a report as a mail server writes it."""
    named = f"Original-Envelope-Id: {envelope}\r\n" if envelope else ""
    return (
        "From: MAILER-DAEMON@mx.example\r\nTo: vanthu@bo.example\r\nSubject: Report\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; "
        'boundary="B"\r\n\r\n--B\r\n\r\nThe mail could not be brought.\r\n'
        f"--B\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n"
        f"{named}\r\nFinal-Recipient: rfc822; UBND@dongthap.example\r\nAction: {action}\r\n"
        f"Status: {status}\r\nDiagnostic-Code: smtp; 550 5.1.1 no\r\n  such mailbox\r\n\r\n"
        f"--B\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {message_id}\r\n\r\n--B--\r\n"
    ).encode()


def test_a_report_is_read() -> None:
    assert outcomes(report("Failed", envelope="ab12", message_id="<x@y>")) == [
        Outcome(
            action=Action.FAILED,
            recipient="ubnd@dongthap.example",
            status="5.1.1",
            diagnostic="550 5.1.1 no such mailbox",
            envelope_id="ab12",
            message_id="<x@y>",
        )
    ]


@pytest.mark.parametrize("raw", [b"", b"Subject: hello\r\n\r\nhello", b"\xff\xfe\x00", b"\r\n" * 9])
def test_what_is_no_report_is_said_to_be_none(raw: bytes) -> None:
    with pytest.raises(NoReportError):
        outcomes(raw)


@pytest.fixture
def accepted(db: None, sink: Sink) -> Mail:
    mails = actions.queue_many(by=CLERK, drafts=[draft()])
    actions.release(by=CLERK, mails=mails)
    deliver_due()
    return Mail.objects.get()


@pytest.mark.parametrize(
    ("told", "after"),
    [
        (["delivered"], State.DELIVERED),
        (["failed"], State.BOUNCED),
        (["delivered", "failed"], State.BOUNCED),
        (["failed", "delivered"], State.BOUNCED),
        (["delayed"], State.ACCEPTED),
        (["relayed"], State.ACCEPTED),
        (["delivered", "delivered"], State.DELIVERED),
    ],
)
@pytest.mark.parametrize("by_envelope", [True, False])
def test_a_report_moves_its_mail(
    accepted: Mail, told: list[str], after: State, by_envelope: bool
) -> None:
    named = {"envelope": accepted.uid.hex} if by_envelope else {"message_id": accepted.message_id}
    for action in told:
        actions.record_delivery_report(by=COMMAND, raw=report(action, **named))
    assert Mail.objects.get().state == after


def test_a_bounce_keeps_the_servers_words_and_writes_an_entry(accepted: Mail) -> None:
    actions.record_delivery_report(by=COMMAND, raw=report("failed", envelope=accepted.uid.hex))
    assert Mail.objects.get().last_error == "5.1.1 550 5.1.1 no such mailbox"
    assert Entry.objects.latest("id").action == "outbox.delivery_report"


def test_anothers_report_changes_nothing(accepted: Mail) -> None:
    raw = report("failed", envelope="ab12", message_id="<x@y>")
    assert actions.record_delivery_report(by=COMMAND, raw=raw) == []


def test_a_report_is_noted_by_those_who_send_for_the_body(accepted: Mail) -> None:
    with pytest.raises(NotPermitted):
        actions.record_delivery_report(by=OUTSIDER, raw=report("failed", envelope=accepted.uid.hex))
