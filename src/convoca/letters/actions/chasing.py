"""Đôn đốc: a reminder to those who have not answered, read before it goes."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.letters.locks import demand, letter_locked
from convoca.letters.mails import reminder_mails
from convoca.letters.models import Letter, LineKind, Recipient, State
from convoca.letters.rules import may_remind, sending_body
from convoca.outbox import actions as outbox
from convoca.outbox.models import Mail


@transaction.atomic
def remind(*, by: Actor, letter: Letter, recipients: Collection[Recipient]) -> list[Mail]:
    """Put a reminder to each of the silent among `recipients` into the outbox; return the mails.

    Who has answered in the meantime is left out. The mails wait until somebody releases them.
    """
    letter = letter_locked(letter)
    if not may_remind(by, letter):
        raise NotPermitted(_("Only the drafting unit and the records clerk remind recipients."))
    demand(letter, State.ISSUED)
    silent = list(
        letter.recipients.filter(
            pk__in=[one.pk for one in recipients],
            kind=LineKind.ADDRESSEE,
            replied_at=None,
            letter_received_at=None,
        )
    )
    for one in silent:
        one.letter = letter
    owner = sending_body(by, letter)
    drafts = [mail for one in silent for mail in reminder_mails(one, owner)]
    if not drafts:
        raise StateConflict(_("Nobody is left to remind: choose silent ones with an address."))
    mails = outbox.queue_many(by=by, drafts=drafts)
    letter.recipients.filter(pk__in=[one.pk for one in silent]).update(reminded_at=timezone.now())
    record(
        by=by,
        action="letters.remind",
        subject_kind="letter",
        subject_uid=letter.uid,
        facts={"recipients": len(silent), "mails": len(mails)},
    )
    return mails
