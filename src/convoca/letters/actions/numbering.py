"""Numbers that came from elsewhere, signed copies, and numbers that fall through."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.files.models import StoredFile
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted
from convoca.letters.checks import problems
from convoca.letters.content import text_of
from convoca.letters.documents import heading_of
from convoca.letters.locks import demand, letter_locked
from convoca.letters.models import Letter, RegisterEntry, SignatureState, State
from convoca.letters.numbers import with_same_number
from convoca.letters.rules import may_dispatch
from convoca.letters.workflow import BEFORE_NUMBER
from convoca.members.periods import today


def _may(by: Actor, letter: Letter) -> None:
    if not may_dispatch(by, letter):
        raise NotPermitted(_("Only a records clerk of the issuing body does this."))


@transaction.atomic
def enter_number(
    *, by: Actor, letter: Letter, number: int, dated: date, signed_file: StoredFile | None = None
) -> Letter:
    """Enter the number and date that the body's own document system gave, with the signed PDF.

    The file's hash stands in the journal. The number takes no place in our register; the same
    number, symbol and issuer twice in a year is refused.
    """
    letter = letter_locked(letter)
    _may(by, letter)
    demand(letter, *BEFORE_NUMBER)
    _check_number(letter, number, dated)
    letter.number, letter.dated, letter.year = number, dated, dated.year
    letter.is_numbered_elsewhere, letter.state = True, State.SIGNED
    letter.signed_at = timezone.now()
    letter.signature = SignatureState.UNSIGNED
    if signed_file is not None:
        letter.signed_file, letter.signature = signed_file, SignatureState.UPLOADED
    if found := problems(text_of(letter), heading_of(letter)):
        raise ValidationError(found)
    letter.save()
    record(
        by=by,
        action="letters.enter_number",
        subject_kind="letter",
        subject_uid=letter.uid,
        facts={
            "number": letter.number_and_symbol,
            "dated": dated.isoformat(),
            "sha256": signed_file.sha256 if signed_file else None,
        },
    )
    return letter


def _check_number(letter: Letter, number: int, dated: date) -> None:
    if number < 1:
        raise ValidationError({"number": _("A number starts at 1 each year.")})
    if dated > today():
        raise ValidationError({"dated": _("The date lies in the future.")})
    if with_same_number(letter, number, dated).exists():
        raise ValidationError(
            {"number": _("This body has already issued this number and symbol in this year.")}
        )


@transaction.atomic
def attach_signed_copy(*, by: Actor, letter: Letter, signed_file: StoredFile) -> Letter:
    """Put the signed PDF on file; it is what goes out in place of ours."""
    letter = letter_locked(letter)
    _may(by, letter)
    demand(letter, State.SIGNED)
    letter.signed_file, letter.signature = signed_file, SignatureState.UPLOADED
    letter.save(update_fields=["signed_file", "signature", "changed_at"])
    record(
        by=by,
        action="letters.attach_signed_copy",
        subject_kind="letter",
        subject_uid=letter.uid,
        facts={"sha256": signed_file.sha256},
    )
    return letter


@transaction.atomic
def void_number(*, by: Actor, letter: Letter, reason: str) -> Letter:
    """Let a number fall through that was given but never went out; it stays in the register."""
    letter = letter_locked(letter)
    _may(by, letter)
    demand(letter, State.SIGNED)
    reason = reason.strip()
    if not reason:
        raise ValidationError({"reason": _("Say why the number falls through.")})
    letter.state, letter.void_reason = State.VOID, reason
    letter.save(update_fields=["state", "void_reason", "changed_at"])
    RegisterEntry.objects.filter(letter=letter).update(is_void=True, void_reason=reason)
    record(
        by=by,
        action="letters.void_number",
        subject_kind="letter",
        subject_uid=letter.uid,
        facts={"number": letter.number_and_symbol, "reason": reason},
    )
    return letter
