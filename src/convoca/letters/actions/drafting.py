"""Drafting: new, from an earlier letter, changing the text, dropping a draft."""

from django.db import transaction
from django.utils.translation import gettext as _

from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.letters.carrying import Edition, carried_over
from convoca.letters.checks import refuse_secrets
from convoca.letters.content import LetterText, LineText, text_of
from convoca.letters.issuers import issuer_for
from convoca.letters.locks import demand, letter_locked
from convoca.letters.models import AddressLine, Letter, LineKind, State
from convoca.letters.models.letter import DISPATCHED
from convoca.letters.rules import may_draft, may_edit, may_read
from convoca.members.models import Body
from convoca.members.periods import today


@transaction.atomic
def draft_letter(
    *,
    by: Actor,
    unit: Body,
    text: LetterText,
    year: int = 0,
    source_text: str = "",
    based_on: Letter | None = None,
    replaces: Letter | None = None,
) -> Letter:
    """Begin a letter of the unit; the body above it that has its own numbers issues it.

    `year` is the one printed before there is a date (0: this year). Raises ValidationError,
    naming the law, for a text that carries a mark of state secrecy.
    """
    if not may_draft(by, unit):
        raise NotPermitted(_("Only specialists and the head of this unit draft its letters."))
    refuse_secrets("\n".join([text.all_words(), source_text]))
    letter = Letter(
        issuer=issuer_for(unit),
        drafting_unit=unit,
        year=year or today().year,
        source_text=source_text,
        based_on=based_on,
        replaces=replaces,
        drafted_by=by.uid,
        drafted_by_name=by.name,
    )
    _write(letter, text)
    record(
        by=by,
        action="letters.draft",
        subject_kind="letter",
        subject_uid=letter.uid,
        facts={
            "unit": str(unit.uid),
            "based_on": str(based_on.uid) if based_on else None,
            "replaces": str(replaces.uid) if replaces else None,
        },
    )
    return letter


def _write(letter: Letter, text: LetterText) -> None:
    for name, value in text.columns().items():
        setattr(letter, name, value)
    letter.save()
    letter.lines.all().delete()
    AddressLine.objects.bulk_create(
        [
            *_rows(letter, LineKind.ADDRESSEE, text.addressees),
            *_rows(letter, LineKind.COPY, text.copies_to),
        ]
    )


def _rows(letter: Letter, kind: LineKind, lines: tuple[LineText, ...]) -> list[AddressLine]:
    return [
        AddressLine(
            letter=letter,
            kind=kind,
            position=position,
            text=line.text,
            group_id=line.group,
            body_id=line.body,
            email=line.email,
        )
        for position, line in enumerate(lines)
    ]


@transaction.atomic
def draft_from_earlier(
    *, by: Actor, earlier: Letter, to: Edition, unit: Body | None = None
) -> Letter:
    """Begin this year's letter from an earlier one; the facts of the edition are changed."""
    if not may_read(by, earlier):
        raise NotPermitted(_("You may not read the letter that this one would be made from."))
    text, _changes = carried_over(text_of(earlier), year=earlier.year, to=to)
    return draft_letter(
        by=by, unit=unit or earlier.drafting_unit, text=text, year=to.year, based_on=earlier
    )


@transaction.atomic
def draft_correction(*, by: Actor, letter: Letter) -> Letter:
    """Begin a letter that replaces one that went out (Decree 30, Art. 18.3: of equal form)."""
    letter = letter_locked(letter)
    demand(letter, *DISPATCHED)
    return draft_letter(by=by, unit=letter.drafting_unit, text=text_of(letter), replaces=letter)


@transaction.atomic
def keep_text(*, by: Actor, letter: Letter, text: LetterText) -> Letter:
    """Keep the text of a draft as it is being written; no entry in the journal."""
    letter = letter_locked(letter)
    if not may_draft(by, letter.drafting_unit):
        raise NotPermitted(_("Only specialists and the head of this unit draft its letters."))
    if not may_edit(by, letter):
        raise StateConflict(
            _("The letter is on its way; it can be changed when it has been returned.")
        )
    refuse_secrets(text.all_words())
    _write(letter, text)
    return letter


@transaction.atomic
def drop_draft(*, by: Actor, letter: Letter) -> Letter:
    """Give a draft up; it stays in the list of dropped letters."""
    letter = letter_locked(letter)
    if not may_draft(by, letter.drafting_unit):
        raise NotPermitted(_("Only specialists and the head of this unit draft its letters."))
    demand(letter, State.DRAFT)
    letter.state = State.DROPPED
    letter.save(update_fields=["state", "changed_at"])
    record(by=by, action="letters.drop", subject_kind="letter", subject_uid=letter.uid)
    return letter
