"""Handing released mail over: claim one, send it, note what came of it.

A claim is committed before the mail is sent and ends with its outcome. A worker that dies in
between leaves a claim that runs out; the mail goes again under the same Message-ID.
"""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from convoca.outbox.addresses import in_ascii
from convoca.outbox.messages import message
from convoca.outbox.models import Mail, MailClass, State
from convoca.outbox.signals import announce
from convoca.outbox.transports import Refused, Transport, TryLater, Unreachable, transport

CLAIM = timedelta(minutes=15)
# Minutes between attempts double up to six hours: official mail is tried for about 33 hours, a
# sign-in code for a quarter of an hour, after which it is of no use.
LONGEST_WAIT = 360
MOST_ATTEMPTS = {MailClass.OFFICIAL: 14, MailClass.SIGN_IN: 5}


def deliver_due() -> int:
    """Hand over all mail that is due, sign-in mail first; return how many were accepted."""
    accepted = 0
    with closing(transport()) as opened:
        while mail := claim(timezone.now()):
            try:
                accepted += deliver(mail, opened)
            except Unreachable:
                break  # the mail keeps its next attempt; the others were not touched
    return accepted


@transaction.atomic
def claim(now: datetime) -> Mail | None:
    """Take one due mail that no other worker has in hand, or None."""
    mail = (
        Mail.objects.select_for_update(no_key=True, skip_locked=True)
        .filter(state=State.RELEASED, next_attempt_at__lte=now)
        .order_by("-mail_class", "next_attempt_at", "pk")
        .first()
    )
    if mail is not None:
        mail.claimed_at, mail.next_attempt_at = now, now + CLAIM
        mail.attempts += 1
        mail.save(update_fields=["claimed_at", "next_attempt_at", "attempts"])
    return mail


def deliver(mail: Mail, opened: Transport) -> bool:
    """Hand a claimed mail over and note the outcome; say whether it was accepted.

    Raises Unreachable, after noting it, where the server cannot be used at all.
    """
    try:
        opened.send(message(mail), to=in_ascii(mail.to), envelope_id=mail.uid.hex)
    except TryLater as error:
        _settle(mail, _postponed, str(error))
        if isinstance(error, Unreachable):
            raise
        return False
    except (Refused, OSError, ValueError) as error:  # a file gone, a head that cannot be written
        _settle(mail, _failed, str(error))
        return False
    return _settle(mail, _accepted, "")


@transaction.atomic
def _settle(claimed: Mail, outcome: Callable[[Mail, datetime], None], words: str) -> bool:
    mail = Mail.objects.select_for_update(no_key=True).get(pk=claimed.pk)
    if mail.state != State.RELEASED or mail.claimed_at != claimed.claimed_at:
        return False  # the claim had run out, and another worker has settled it
    mail.claimed_at = None
    mail.last_error = words[:2000]
    outcome(mail, timezone.now())
    mail.save()
    if mail.state != State.RELEASED:
        announce(mail, before=State.RELEASED)
    return True


def _accepted(mail: Mail, now: datetime) -> None:
    mail.state, mail.accepted_at, mail.next_attempt_at = State.ACCEPTED, now, None
    if mail.mail_class == MailClass.SIGN_IN:
        mail.text = mail.html = ""  # a code is nobody's business once it has gone


def _failed(mail: Mail, now: datetime) -> None:
    mail.state, mail.failed_at, mail.next_attempt_at = State.FAILED, now, None


def _postponed(mail: Mail, now: datetime) -> None:
    if mail.attempts >= MOST_ATTEMPTS[MailClass(mail.mail_class)]:
        _failed(mail, now)
    else:
        mail.next_attempt_at = now + wait_after(mail.attempts)


def wait_after(attempts: int) -> timedelta:
    """Return how long to wait after so many attempts (at least one)."""
    return timedelta(minutes=min(2 ** (attempts - 1), LONGEST_WAIT))
