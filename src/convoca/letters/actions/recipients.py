"""What happens at a recipient: opening, receiving, handing on, answering, new links."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.journal.actors import Actor, ActorKind
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.letters.actions.dispatch import link_end
from convoca.letters.locks import recipient_locked
from convoca.letters.mails import handed_on_mails, new_link_mails
from convoca.letters.models import Recipient, State
from convoca.letters.rules import may_answer_for, may_remind, sending_body
from convoca.letters.signals import announce_handing_on
from convoca.members.models import Body
from convoca.members.periods import today
from convoca.members.queries import mail_addresses
from convoca.outbox import actions as outbox


def link_actor(recipient: Recipient) -> Actor:
    """Return the actor behind a recipient's link: whoever holds it, nobody in person."""
    return Actor(ActorKind.LINK, str(recipient.uid), recipient.name)


def _may(by: Actor, recipient: Recipient) -> None:
    if not may_answer_for(by, recipient):
        raise NotPermitted(_("This page belongs to another recipient of the letter."))


def _note(by: Actor, action: str, recipient: Recipient, **facts: str | int | bool | None) -> None:
    record(
        by=by,
        action=f"letters.{action}",
        subject_kind="recipient",
        subject_uid=recipient.uid,
        facts={"letter": str(recipient.letter.uid), **facts},
    )


@transaction.atomic
def note_opened(*, recipient: Recipient) -> Recipient:
    """Note the first time that a recipient's link was opened; later times change nothing."""
    if recipient.opened_at is not None:
        return recipient
    recipient = recipient_locked(recipient)
    if recipient.opened_at is None:
        recipient.opened_at = timezone.now()
        recipient.save(update_fields=["opened_at"])
        _note(link_actor(recipient), "open_link", recipient)
    return recipient


@transaction.atomic
def confirm_received(*, by: Actor, recipient: Recipient) -> Recipient:
    """Note that the recipient says it has received the letter; a second time changes nothing."""
    recipient = recipient_locked(recipient)
    _may(by, recipient)
    if recipient.received_at is None:
        recipient.received_at = timezone.now()
        recipient.save(update_fields=["received_at"])
        _note(by, "confirm_received", recipient)
    return recipient


@transaction.atomic
def hand_on(
    *, by: Actor, recipient: Recipient, body: Body | None = None, name: str = "", email: str = ""
) -> Recipient:
    """Hand the task on to a body below, or to a unit named by words with an address.

    The unit has its own link; what it answers counts for the recipient too. Its mail waits in
    the outbox. Raises ValidationError for a body that is not below, or words without an address.
    """
    recipient = recipient_locked(recipient)
    _may(by, recipient)
    if recipient.letter.state != State.ISSUED:
        raise StateConflict(_("The letter is not in force; it cannot be handed on."))
    child = _child(recipient, body, name.strip(), email.strip())
    child.save(force_insert=True)
    recipient.handed_on_at = timezone.now()
    recipient.received_at = recipient.received_at or recipient.handed_on_at
    recipient.save(update_fields=["handed_on_at", "received_at"])
    letter = recipient.letter
    files = [letter.issued_file] if letter.issued_file else []
    outbox.queue_many(by=by, drafts=handed_on_mails(child, files))
    _note(by, "hand_on", recipient, to=str(child.uid))
    announce_handing_on(recipient=recipient, child=child, by=by)
    return child


def _child(recipient: Recipient, body: Body | None, name: str, email: str) -> Recipient:
    if body is not None:
        _check_below(recipient, body)
        name = str(body.name.get(recipient.language) or body.name)
        emails = [email] if email else mail_addresses([body], on=today())[body.pk]
    else:
        emails = [email]
        if not name:
            raise ValidationError({"name": _("Name the unit that takes the task over.")})
    if not any(emails):
        raise ValidationError({"email": _("An e-mail address is needed to reach this unit.")})
    for address in emails:
        validate_email(address)
    return Recipient(
        letter=recipient.letter,
        parent=recipient,
        kind=recipient.kind,
        position=recipient.position,
        addressed=body,
        body=body,
        name=name,
        emails=emails,
        language=recipient.language,
        link_expires_at=recipient.link_expires_at,
    )


def _check_below(recipient: Recipient, body: Body) -> None:
    above = recipient.body
    if above is None or above.uid not in body.lineage[1:]:
        raise ValidationError({"body": _("Only a body below this one can take the task over.")})
    if recipient.handed_on_to.filter(addressed=body).exists():
        raise ValidationError({"body": _("The task was already handed on to this body.")})


@transaction.atomic
def mark_replied(*, by: Actor, recipient: Recipient, at: datetime | None = None) -> Recipient:
    """Note that content came from the recipient; it counts for whoever handed the task on too.

    Rooms above call this from an action that has checked the actor.
    """
    recipient = recipient_locked(recipient)
    moment, current = at or timezone.now(), recipient
    _note(by, "reply", recipient)
    while True:
        if current.replied_at is None:
            current.replied_at = moment
            current.save(update_fields=["replied_at"])
        if current.parent is None:
            return recipient
        current = recipient_locked(current.parent)


@transaction.atomic
def renew_link(*, by: Actor, recipient: Recipient) -> Recipient:
    """Revoke the recipient's link and put a mail with a new one into the outbox."""
    recipient = recipient_locked(recipient)
    if not may_remind(by, recipient.letter):
        raise NotPermitted(_("Only the drafting unit and the records clerk renew links."))
    recipient.link_serial += 1
    recipient.link_expires_at = link_end(recipient.letter)
    recipient.save(update_fields=["link_serial", "link_expires_at"])
    outbox.queue_many(by=by, drafts=new_link_mails(recipient, sending_body(by, recipient.letter)))
    _note(by, "renew_link", recipient, serial=recipient.link_serial)
    return recipient
