"""Issuing: into the outbox, read once more, out; taking back; withdrawing what went out."""

import io
from collections.abc import Iterable
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.files.actions import store
from convoca.files.models import StoredFile
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted
from convoca.letters.content import text_of
from convoca.letters.documents import file_name, printed, visuals_of
from convoca.letters.expansion import Reached, reached
from convoca.letters.locks import demand, letter_locked
from convoca.letters.mails import ABOUT, letter_mails, withdrawal_mails
from convoca.letters.models import Letter, Recipient, SignatureState, State
from convoca.letters.rules import may_dispatch
from convoca.letters.signals import announce_dispatch, announce_withdrawal
from convoca.members.periods import today
from convoca.outbox import actions as outbox
from convoca.outbox.models import Mail
from convoca.outbox.models import State as MailState
from convoca.typesetting.documents import visual_pdf

# Late answers are taken until the end of March of the year after.
_LAST_DAY = (3, 31)


def _may(by: Actor, letter: Letter) -> None:
    if not may_dispatch(by, letter):
        raise NotPermitted(_("Only a records clerk of the issuing body issues its letters."))


@transaction.atomic
def prepare(*, by: Actor, letter: Letter, unsigned_accepted: bool = False) -> Letter:
    """Put the letter into the outbox: groups are expanded and frozen under the names of its day.

    Nothing has gone out yet. A letter that nobody signed needs `unsigned_accepted`, which stands
    in the journal.
    """
    letter = letter_locked(letter)
    _may(by, letter)
    demand(letter, State.SIGNED)
    unsigned = letter.signature == SignatureState.UNSIGNED
    if unsigned and not unsigned_accepted:
        raise ValidationError(
            {"unsigned_accepted": _("Nobody has signed this letter. Confirm that it goes out so.")}
        )
    found = reached(letter)
    if not found:
        raise ValidationError(_("The letter reaches nobody: choose groups or bodies first."))
    letter.issued_file = letter.signed_file or _stored(by, printed(letter), file_name(letter))
    letter.state = State.PREPARED
    letter.save(update_fields=["issued_file", "state", "changed_at"])
    recipients = _frozen(letter, found)
    files = [letter.issued_file, *_annexes(by, letter)]
    drafts = [mail for one in recipients for mail in letter_mails(one, files)]
    outbox.queue_many(by=by, drafts=drafts)
    record(
        by=by,
        action="letters.prepare",
        subject_kind="letter",
        subject_uid=letter.uid,
        facts={
            "recipients": len(recipients),
            "mails": len(drafts),
            "sha256": letter.issued_file.sha256,
            "unsigned": unsigned,
        },
    )
    return letter


def _stored(by: Actor, content: bytes, name: str) -> StoredFile:
    return store(by=by, stream=io.BytesIO(content), name=name, made_here=True)


def _annexes(by: Actor, letter: Letter) -> list[StoredFile]:
    """The visuals as files of their own beside a PDF that came from elsewhere."""
    if letter.signed_file is None:
        return []
    visuals = visuals_of(text_of(letter), letter.year)
    return [_stored(by, visual_pdf(one), _("annex") + f"-{one.language}.pdf") for one in visuals]


def _frozen(letter: Letter, found: Iterable[Reached]) -> list[Recipient]:
    expires = link_end(letter)
    rows = Recipient.objects.bulk_create(
        Recipient(
            letter=letter,
            line=one.line,
            kind=one.kind,
            position=position,
            addressed=one.body,
            body=one.body,
            name=one.name,
            emails=list(one.emails),
            language=one.body.main_language if one.body else letter.main_language,
            link_expires_at=expires,
        )
        for position, one in enumerate(found)
    )
    for row in rows:
        row.letter = letter
    return rows


def link_end(letter: Letter) -> datetime:
    """Return when the links of the letter end: with 31 March of the year after it or after today.

    The zone is the installation's.
    """
    year = max(letter.year, today().year) + 1
    zone = ZoneInfo(timezone.get_default_timezone_name())
    last = today().replace(year=year, month=_LAST_DAY[0], day=_LAST_DAY[1])
    return datetime.combine(last, time(23, 59, 59), tzinfo=zone)


@transaction.atomic
def take_back(*, by: Actor, letter: Letter) -> Letter:
    """Take a letter out of the outbox before it has gone; the expansion is undone."""
    letter = letter_locked(letter)
    _may(by, letter)
    demand(letter, State.PREPARED)
    if waiting := waiting_mails(letter):
        outbox.withdraw(by=by, mails=waiting)
    letter.recipients.all().delete()
    letter.issued_file, letter.state = None, State.SIGNED
    letter.save(update_fields=["issued_file", "state", "changed_at"])
    record(by=by, action="letters.take_back", subject_kind="letter", subject_uid=letter.uid)
    return letter


@transaction.atomic
def issue(*, by: Actor, letter: Letter) -> Letter:
    """Let the prepared letter go (Phát hành): its mails are released, upper rooms are told."""
    letter = letter_locked(letter)
    _may(by, letter)
    demand(letter, State.PREPARED)
    letter.state, letter.issued_at = State.ISSUED, timezone.now()
    letter.save(update_fields=["state", "issued_at", "changed_at"])
    if waiting := waiting_mails(letter):
        outbox.release(by=by, mails=waiting)
    record(
        by=by,
        action="letters.issue",
        subject_kind="letter",
        subject_uid=letter.uid,
        facts={"number": letter.number_and_symbol, "mails": len(waiting)},
    )
    announce_dispatch(letter=letter, by=by)
    return letter


def waiting_mails(letter: Letter) -> list[Mail]:
    """Return the mails about the letter's recipients that wait for release."""
    uids = [str(uid) for uid in letter.recipients.values_list("uid", flat=True)]
    return list(
        Mail.objects.filter(about_kind=ABOUT, about_uid__in=uids, state=MailState.WAITING)
        .prefetch_related("attachments__stored")
        .order_by("pk")
    )


@transaction.atomic
def withdraw_letter(*, by: Actor, letter: Letter, reason: str) -> Letter:
    """Withdraw a letter that went out (Decree 30, Art. 18.4); a mail to each waits for release."""
    letter = letter_locked(letter)
    _may(by, letter)
    demand(letter, State.ISSUED)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the letter is withdrawn.")})
    letter.state, letter.withdrawn_at = State.WITHDRAWN, timezone.now()
    letter.withdrawn_reason = reason.strip()
    letter.save(update_fields=["state", "withdrawn_at", "withdrawn_reason", "changed_at"])
    recipients = list(letter.recipients.all())
    for one in recipients:
        one.letter = letter
    outbox.queue_many(by=by, drafts=[mail for one in recipients for mail in withdrawal_mails(one)])
    record(
        by=by,
        action="letters.withdraw",
        subject_kind="letter",
        subject_uid=letter.uid,
        facts={"number": letter.number_and_symbol, "reason": letter.withdrawn_reason},
    )
    announce_withdrawal(letter=letter, by=by)
    return letter
