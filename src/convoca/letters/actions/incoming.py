"""Letters received: into the register, to a specialist, dealt with."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.accounts.models import User
from convoca.files.models import StoredFile
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted
from convoca.letters.checks import refuse_secrets
from convoca.letters.locks import incoming_locked, recipient_locked
from convoca.letters.models import (
    IncomingFile,
    IncomingLetter,
    IncomingState,
    Recipient,
    Series,
)
from convoca.letters.numbers import take_number
from convoca.letters.rules import may_keep_register, may_read_incoming
from convoca.letters.signals import announce_arrival
from convoca.members.models import Body
from convoca.members.periods import today


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the records clerk writes down of a letter received."""

    subject: str
    sender_name: str
    sender: Body | None = None
    number_and_symbol: str = ""
    dated: date | None = None
    document_type: str = "Công văn"
    signer_name: str = ""
    arrived_on: date | None = None
    recipient: Recipient | None = None
    unit: Body | None = None
    handler: User | None = None
    due_on: date | None = None
    note: str = ""
    files: Sequence[StoredFile] = field(default_factory=tuple)


@transaction.atomic
def register_incoming(*, by: Actor, body: Body, arrival: Arrival) -> IncomingLetter:
    """Give the letter the next number of the year's register of letters received (Vào sổ).

    Where it answers a letter of ours, its recipient's “official letter received” is set. The year
    is that of the day of arrival.
    """
    if not may_keep_register(by, body):
        raise NotPermitted(_("Only a records clerk of this body registers its letters."))
    _check(arrival)
    arrived = arrival.arrived_on or today()
    register, number = take_number(body=body, year=arrived.year, series=Series.INCOMING)
    given = arrival.unit is not None or arrival.handler is not None
    incoming = IncomingLetter.objects.create(
        register=register,
        number=number,
        arrived_on=arrived,
        sender=arrival.sender,
        sender_name=arrival.sender_name,
        number_and_symbol=arrival.number_and_symbol,
        dated=arrival.dated,
        document_type=arrival.document_type,
        subject=arrival.subject,
        signer_name=arrival.signer_name,
        answers=arrival.recipient.letter if arrival.recipient else None,
        recipient=arrival.recipient,
        state=IncomingState.GIVEN if given else IncomingState.REGISTERED,
        unit=arrival.unit,
        handler=arrival.handler,
        given_at=timezone.now() if given else None,
        due_on=arrival.due_on,
        note=arrival.note,
    )
    _keep_files(incoming, arrival.files)
    _mark_recipient(arrival.recipient)
    record(
        by=by,
        action="letters.register_incoming",
        subject_kind="incoming_letter",
        subject_uid=incoming.uid,
        facts={
            "number": number,
            "year": arrived.year,
            "letter": arrival.number_and_symbol,
            "recipient": str(arrival.recipient.uid) if arrival.recipient else None,
            "files": [one.sha256 for one in arrival.files],
        },
    )
    announce_arrival(incoming=incoming, by=by)
    return incoming


def _check(arrival: Arrival) -> None:
    refuse_secrets("\n".join([arrival.subject, arrival.note, arrival.document_type]))
    if not arrival.subject.strip():
        raise ValidationError({"subject": _("The abstract is missing.")})
    if not arrival.sender_name.strip():
        raise ValidationError({"sender_name": _("Say which body sent the letter.")})
    if arrival.arrived_on and arrival.arrived_on > today():
        raise ValidationError({"arrived_on": _("The date lies in the future.")})


def _keep_files(incoming: IncomingLetter, files: Sequence[StoredFile]) -> None:
    IncomingFile.objects.bulk_create(
        IncomingFile(letter=incoming, file=one, position=position)
        for position, one in enumerate(files)
    )


def _mark_recipient(recipient: Recipient | None) -> None:
    current = recipient
    while current is not None:
        current = recipient_locked(current)
        if current.letter_received_at is None:
            current.letter_received_at = timezone.now()
            current.save(update_fields=["letter_received_at"])
        current = current.parent


@transaction.atomic
def give_incoming(
    *,
    by: Actor,
    incoming: IncomingLetter,
    unit: Body | None = None,
    handler: User | None = None,
    due_on: date | None = None,
) -> IncomingLetter:
    """Give a letter received to a unit or a specialist, with a day until which it is due."""
    incoming = incoming_locked(incoming)
    if not may_keep_register(by, incoming.register.body):
        raise NotPermitted(_("Only a records clerk of this body gives its letters out."))
    if unit is None and handler is None:
        raise ValidationError({"unit": _("Say who takes the letter.")})
    incoming.unit, incoming.handler, incoming.due_on = unit, handler, due_on
    incoming.state, incoming.given_at = IncomingState.GIVEN, timezone.now()
    incoming.save(update_fields=["unit", "handler", "due_on", "state", "given_at"])
    record(
        by=by,
        action="letters.give_incoming",
        subject_kind="incoming_letter",
        subject_uid=incoming.uid,
        facts={
            "unit": str(unit.uid) if unit else None,
            "handler": str(handler.uid) if handler else None,
            "due": due_on.isoformat() if due_on else None,
        },
    )
    return incoming


@transaction.atomic
def finish_incoming(*, by: Actor, incoming: IncomingLetter) -> IncomingLetter:
    """Note that a letter received was dealt with; a second time changes nothing."""
    incoming = incoming_locked(incoming)
    if not may_read_incoming(by, incoming):
        raise NotPermitted(_("This letter is with another unit."))
    if incoming.state != IncomingState.DONE:
        incoming.state = IncomingState.DONE
        incoming.save(update_fields=["state"])
        record(
            by=by,
            action="letters.finish_incoming",
            subject_kind="incoming_letter",
            subject_uid=incoming.uid,
        )
    return incoming
