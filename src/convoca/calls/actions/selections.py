"""The narrow choice: shortlist, agreement, approval, forwarding, and the answer from above."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.calls import rules
from convoca.calls.models import (
    Answer,
    Call,
    Contribution,
    ContributionState,
    Forwarding,
    SelectedItem,
    Selection,
    SelectionState,
    SlipStep,
)
from convoca.calls.packaging import package_of
from convoca.calls.queries.selections import items_of, obstacles
from convoca.calls.said import Json
from convoca.calls.signals import announce_forwarding
from convoca.files.actions import store
from convoca.files.kinds import Kind
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict
from convoca.languages.translated import Translated
from convoca.members.models import Body
from convoca.standards.package import write


@transaction.atomic
def begin_selection(*, by: Actor, call: Call, forward_to: Body) -> Selection:
    """Begin a list of a call's contributions for the body above."""
    rules.demand_officer(by, call)
    selection = Selection.objects.create(call=call, forward_to=forward_to)
    _note(by, selection, "begin_selection", to=str(forward_to.uid))
    return selection


@transaction.atomic
def shortlist(
    *, by: Actor, selection: Selection, contributions: Sequence[Contribution], because: str = ""
) -> Selection:
    """Put contributions on the list that are not there yet, in the order given."""
    selection = _locked(selection)
    rules.demand_officer(by, selection.call)
    _demand_state(selection, SelectionState.SHORTLIST)
    there = list(selection.items.values_list("contribution", flat=True))
    wanted = [one.pk for one in contributions if one.pk not in there]
    fresh = Contribution.objects.select_related("reply").in_bulk(wanted)
    new = [fresh[key] for key in wanted if key in fresh]
    received = (
        ContributionState.SUBMITTED,
        ContributionState.IN_REVIEW,
        ContributionState.DECIDED,
    )
    for one in new:
        if one.reply.call_id != selection.call_id or one.state not in received:
            raise StateConflict(_("Only contributions to this call that stand can be chosen."))
    SelectedItem.objects.bulk_create(
        SelectedItem(selection=selection, contribution=one, position=position, because=because)
        for position, one in enumerate(new, start=len(there) + 1)
    )
    _changed(by, selection, added=[str(one.uid) for one in new])
    return selection


@transaction.atomic
def take_off(*, by: Actor, item: SelectedItem) -> Selection:
    """Take an item off a shortlist."""
    selection = _locked(item.selection)
    rules.demand_officer(by, selection.call)
    _demand_state(selection, SelectionState.SHORTLIST)
    item.delete()
    for position, left in enumerate(selection.items.all(), start=1):
        SelectedItem.objects.filter(pk=left.pk).update(position=position)
    _changed(by, selection, taken_off=str(item.contribution.uid))
    return selection


@transaction.atomic
def write_cover(*, by: Actor, selection: Selection, cover_letter: Translated) -> Selection:
    """Write the letter that goes with the list."""
    selection = _locked(selection)
    rules.demand_officer(by, selection.call)
    _demand_state(selection, SelectionState.SHORTLIST)
    rules.refuse_secrets(cover_letter.values())
    selection.cover_letter = cover_letter
    selection.save(update_fields=["cover_letter"])
    _changed(by, selection, cover=True)
    return selection


@transaction.atomic
def submit_selection(*, by: Actor, selection: Selection, remark: str = "") -> Selection:
    """Lay the list before the head. Raises ValidationError while an item lacks something."""
    selection = _locked(selection)
    rules.demand_officer(by, selection.call)
    _demand_state(selection, SelectionState.SHORTLIST)
    _demand_ready(selection)
    return _step(by, selection, "submit", SelectionState.SUBMITTED, remark)


@transaction.atomic
def agree_selection(
    *, by: Actor, selection: Selection, version: int, remark: str = ""
) -> Selection:
    """The head agrees to the list that he has read, `version`."""
    selection = _locked(selection)
    rules.demand(
        rules.heads(by, selection.call), _("Only the head of the department agrees to a list.")
    )
    _demand_state(selection, SelectionState.SUBMITTED)
    _demand_read(selection, version)
    return _step(by, selection, "agree", SelectionState.AGREED, remark)


@transaction.atomic
def approve_selection(
    *, by: Actor, selection: Selection, version: int, remark: str = ""
) -> Selection:
    """The leader approves the list that he has read, `version`; only now may it leave."""
    selection = _locked(selection)
    rules.demand(rules.approves(by, selection.call), _("Only a leader who signs approves a list."))
    _demand_state(selection, SelectionState.AGREED)
    _demand_read(selection, version)
    return _step(by, selection, "approve", SelectionState.APPROVED, remark)


@transaction.atomic
def return_selection(*, by: Actor, selection: Selection, remark: str) -> Selection:
    """Give the list back to the specialist with a remark."""
    selection = _locked(selection)
    at_desk = {
        SelectionState.SUBMITTED: rules.heads,
        SelectionState.AGREED: rules.approves,
        SelectionState.APPROVED: rules.approves,
    }.get(SelectionState(selection.state))
    if at_desk is None:
        raise StateConflict(_("This list lies on nobody's desk."))
    rules.demand(at_desk(by, selection.call), _("This list lies on somebody else's desk."))
    if not remark.strip():
        raise ValidationError(_("Say why the list goes back."), code="remark")
    return _step(by, selection, "return", SelectionState.SHORTLIST, remark)


def _step(
    by: Actor, selection: Selection, did: str, after: SelectionState, remark: str
) -> Selection:
    selection.state = after
    selection.save(update_fields=["state"])
    SlipStep.objects.create(
        selection=selection, did=did, actor_uid=by.uid, actor_name=by.name, remark=remark
    )
    _note(by, selection, f"{did}_selection", version=selection.version, remark=remark)
    return selection


@transaction.atomic
def forward(*, by: Actor, selection: Selection, installation: str) -> Forwarding:
    """Freeze the approved list as a package and note that it left.

    `installation` is the address of this one. Raises StateConflict unless approved, and
    ValidationError where an item lost its consent or its checked English since.
    """
    selection = _locked(selection)
    rules.demand_officer(by, selection.call)
    _demand_state(selection, SelectionState.APPROVED)
    _demand_ready(selection)
    forwarding = Forwarding(selection=selection, sent_at=timezone.now(), sent_by=by.name)
    package = package_of(selection, uid=forwarding.uid, installation=installation)
    content = write(package)
    forwarding.stored = store(
        by=by,
        stream=BytesIO(content),
        name=f"convoca-package-{forwarding.uid}.zip",
        kinds=frozenset({Kind.ZIP}),
    )
    forwarding.sha256 = forwarding.stored.sha256
    forwarding.versions = {str(one.uid): one.version for one in package.contributions}
    forwarding.save(force_insert=True)
    selection.state = SelectionState.FORWARDED
    selection.save(update_fields=["state"])
    _note(
        by,
        selection,
        "forward",
        package=str(forwarding.uid),
        sha256=forwarding.sha256,
        versions=forwarding.versions,
    )
    announce_forwarding(forwarding, by)
    return forwarding


@transaction.atomic
def record_answer(
    *, by: Actor, item: SelectedItem, answer: str, words: str = "", on: date
) -> SelectedItem:
    """Note what the body above made of an item; its sender sees it."""
    item = (
        SelectedItem.objects.select_for_update(no_key=True, of=("self",))
        .select_related("selection__call__unit", "selection__call__body", "contribution")
        .get(pk=item.pk)
    )
    rules.demand_officer(by, item.selection.call)
    _demand_state(item.selection, SelectionState.FORWARDED)
    if answer not in Answer.values or answer == Answer.WAITING:
        raise ValidationError(_("Choose the answer that came."), code="answer")
    item.answer, item.answer_words, item.answered_at = answer, words, on
    item.save(update_fields=["answer", "answer_words", "answered_at"])
    record(
        by=by,
        action="calls.record_answer",
        subject_kind="contribution",
        subject_uid=item.contribution.uid,
        facts={"answer": answer, "on": on.isoformat(), "remark": words},
    )
    return item


def _locked(selection: Selection) -> Selection:
    return (
        Selection.objects.select_for_update(no_key=True, of=("self",))
        .select_related("call__unit", "call__body", "call__edition", "forward_to")
        .get(pk=selection.pk)
    )


def _demand_state(selection: Selection, state: SelectionState) -> None:
    if selection.state != state:
        raise StateConflict(
            _("This list is not in that state any more: %(state)s.")
            % {"state": selection.get_state_display()}
        )


def _demand_read(selection: Selection, version: int) -> None:
    if selection.version != version:
        raise StateConflict(_("The list was changed after you read it. Read it once more."))


def _demand_ready(selection: Selection) -> None:
    items = items_of(selection)
    if not items:
        raise ValidationError(_("The list is empty."), code="empty")
    missing = [f"{item.contribution}: {why}" for item in items for why in obstacles(item)]
    if missing:
        raise ValidationError(missing, code="not-ready")


def _changed(by: Actor, selection: Selection, **facts: Json) -> None:
    selection.version += 1
    selection.save(update_fields=["version"])
    _note(by, selection, "shortlist", **facts)


def _note(by: Actor, selection: Selection, verb: str, **facts: Json) -> None:
    record(
        by=by,
        action=f"calls.{verb}",
        subject_kind="selection",
        subject_uid=selection.uid,
        facts=facts,
    )
