"""Trình ký: submitting a version, agreeing to it at a desk, giving it back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.letters.checks import problems, refuse_secrets
from convoca.letters.content import fingerprint, frozen, text_of
from convoca.letters.documents import heading_of
from convoca.letters.locks import demand, letter_locked
from convoca.letters.models import Letter, Outcome, SignatureState, State, Step, Version
from convoca.letters.numbers import give_number
from convoca.letters.rules import may_draft
from convoca.letters.workflow import FIRST_DESK, Desk, desk_of, desks_before


@transaction.atomic
def submit(*, by: Actor, letter: Letter) -> Version:
    """Freeze the text as a version and put it on the first desk.

    Raises ValidationError with every point that must be mended before.
    """
    letter = letter_locked(letter)
    if not may_draft(by, letter.drafting_unit):
        raise NotPermitted(_("Only specialists and the head of this unit submit its letters."))
    demand(letter, State.DRAFT)
    text = text_of(letter)
    refuse_secrets(text.all_words())
    if found := problems(text, heading_of(letter)):
        raise ValidationError(found)
    content = frozen(text, issuer=letter.issuer.uid)
    version = Version.objects.create(
        letter=letter,
        number=letter.versions.count() + 1,
        content=content,
        sha256=fingerprint(content),
        submitted_by=by.uid,
        submitted_by_name=by.name,
    )
    letter.state = FIRST_DESK.state
    letter.save(update_fields=["state", "changed_at"])
    record(
        by=by,
        action="letters.submit",
        subject_kind="letter",
        subject_uid=letter.uid,
        facts={"version": version.number, "sha256": version.sha256},
    )
    return version


@transaction.atomic
def agree(*, by: Actor, letter: Letter, version: int, remark: str = "") -> Letter:
    """Agree at the desk where the letter waits; at the signer's desk this signs and numbers it.

    `version` is the one that the actor has read. Raises StateConflict where it is no longer the
    one on the desk, or where its text is not the text that was agreed before.
    """
    letter, desk = _at_desk(by, letter)
    read = _unchanged(letter, desk, version)
    _decide(by, letter, desk, read, Outcome.AGREED, remark)
    letter.state = desk.agreed
    facts: dict[str, int | str] = {"desk": desk.state.value, "version": read.number}
    if desk.agreed == State.SIGNED:
        give_number(letter)
        letter.signature = SignatureState.AGREED
        facts |= {"number": letter.number_and_symbol, "dated": str(letter.dated)}
    letter.save()
    record(
        by=by,
        action="letters.sign" if desk.agreed == State.SIGNED else "letters.agree",
        subject_kind="letter",
        subject_uid=letter.uid,
        facts={**facts, "sha256": read.sha256, "remark": remark},
    )
    return letter


@transaction.atomic
def give_back(*, by: Actor, letter: Letter, version: int, remark: str) -> Letter:
    """Return the letter to its drafter with a remark (Trả lại)."""
    letter, desk = _at_desk(by, letter)
    if not remark.strip():
        raise ValidationError({"remark": _("Say what must be changed.")})
    read = _on_desk(letter, version)
    _decide(by, letter, desk, read, Outcome.RETURNED, remark)
    letter.state = desk.returned
    letter.save(update_fields=["state", "changed_at"])
    record(
        by=by,
        action="letters.give_back",
        subject_kind="letter",
        subject_uid=letter.uid,
        facts={"desk": desk.state.value, "version": read.number, "remark": remark},
    )
    return letter


def _at_desk(by: Actor, letter: Letter) -> tuple[Letter, Desk]:
    letter = letter_locked(letter)
    desk = desk_of(letter.state)
    if desk is None:
        raise StateConflict(
            _("The letter waits at no desk: it is now “%(state)s”.")
            % {"state": letter.get_state_display()}
        )
    if not by.holds(desk.role, desk.lineage(letter)):
        raise NotPermitted(_("The letter waits for another desk: %(who)s.") % {"who": desk.who})
    return letter, desk


def _on_desk(letter: Letter, number: int) -> Version:
    version = letter.versions.order_by("-number").first()
    if version is None or version.number != number:
        raise StateConflict(_("The letter was submitted anew; read the new version first."))
    return version


def _unchanged(letter: Letter, desk: Desk, number: int) -> Version:
    version = _on_desk(letter, number)
    if fingerprint(frozen(text_of(letter), issuer=letter.issuer.uid)) != version.sha256:
        raise StateConflict(
            _("The text is not the one that was submitted; the letter must be returned.")
        )
    agreed = set(version.steps.filter(outcome=Outcome.AGREED).values_list("desk", flat=True))
    if any(before.state.value not in agreed for before in desks_before(desk)):
        raise StateConflict(_("A desk before this one has not agreed to this version."))
    return version


def _decide(
    by: Actor, letter: Letter, desk: Desk, version: Version, outcome: Outcome, remark: str
) -> None:
    Step.objects.create(
        letter=letter,
        version=version,
        desk=desk.state,
        outcome=outcome,
        remark=remark.strip(),
        actor_uid=by.uid,
        actor_name=by.name,
        at=timezone.now(),
    )
