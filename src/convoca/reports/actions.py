"""The verbs of reports: freeze a dossier, note how it was handed over, draft the report."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from convoca.calls.models import Call, Forwarding, Selection, SelectionState
from convoca.calls.queries.selections import items_of
from convoca.calls.rules import demand_officer, refuse_secrets
from convoca.files.actions import store
from convoca.files.kinds import Kind
from convoca.files.models import StoredFile
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict
from convoca.reports.documents import word
from convoca.reports.dossiers import attachment_paths, digest, document_of, zipped
from convoca.reports.models import Dossier, DossierAttachment, Handover, ReportDraft, Way
from convoca.reports.queries.lists import selection_of
from convoca.reports.queries.numbers import OF_ADDRESSEES, OF_ITEMS, Facts, facts_of
from convoca.typesetting.documents import dossier_docx, dossier_pdf
from convoca.typesetting.errors import BadDocument


@transaction.atomic
def freeze_dossier(*, by: Actor, forwarding: Forwarding) -> Dossier:
    """Freeze the documents of a list in the transaction that sends it.

    Raises StateConflict for a list that was not approved, ValidationError for what cannot be
    printed: nothing of it leaves.
    """
    selection = _selection(forwarding.selection)
    demand_officer(by, selection.call)
    if selection.state not in (SelectionState.APPROVED, SelectionState.FORWARDED):
        raise StateConflict(_("Only an approved list can leave."))
    day = timezone.localdate(forwarding.sent_at)
    try:
        document = document_of(selection, dated=day, is_approved=True)
        printed, written = dossier_pdf(document), dossier_docx(document)
    except BadDocument as bad:
        # Nothing leaves that those who receive it could not read.
        raise ValidationError(bad.words(get_language() or "en"), code="unprintable") from bad
    dossier = Dossier(
        forwarding=forwarding,
        pdf=_stored(by, printed, "dossier.pdf", Kind.PDF),
        docx=_stored(by, written, "dossier.docx", Kind.DOCX),
    )
    dossier.save(force_insert=True)
    DossierAttachment.objects.bulk_create(
        DossierAttachment(dossier=dossier, path=path, stored=file.stored)
        for place, item in enumerate(items_of(selection), start=1)
        for path, file in attachment_paths(place, item)
    )
    dossier.sha256 = digest(zip_of(dossier))
    dossier.save(update_fields=["sha256"])
    _note(by, selection, "freeze_dossier", sha256=dossier.sha256)
    return dossier


def zip_of(dossier: Dossier) -> bytes:
    """Return the whole dossier as one ZIP: documents, senders' files, the machine's package."""
    return zipped(_parts(dossier))


def _parts(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    yield "dossier.pdf", dossier.pdf.read()
    yield "dossier.docx", dossier.docx.read()
    for file in DossierAttachment.objects.filter(dossier=dossier).select_related("stored"):
        yield file.path, file.stored.read()
    package = dossier.forwarding.stored
    yield f"package/{package.original_name}", package.read()


def _stored(by: Actor, content: bytes, name: str, kind: Kind) -> StoredFile:
    return store(by=by, stream=BytesIO(content), name=name, kinds=frozenset({kind}), made_here=True)


def _selection(selection: Selection) -> Selection:
    found = selection_of(selection.uid)
    assert found is not None  # noqa: S101 - its forwarding points at it
    return found


@transaction.atomic
def note_handover(
    *, by: Actor, selection: Selection, on: date, way: str, to_whom: str, remark: str = ""
) -> Handover:
    """Note that the dossier was handed over. Raises StateConflict before the list was sent."""
    selection = _selection(selection)
    demand_officer(by, selection.call)
    forwarding = getattr(selection, "forwarding", None)
    if forwarding is None:
        raise StateConflict(_("Only a list that was approved and sent can be handed over."))
    if way not in Way.values or not to_whom.strip():
        raise ValidationError(_("Say to whom it was handed over, and how."), code="to_whom")
    if on > timezone.localdate() or on < timezone.localdate(forwarding.sent_at):
        raise ValidationError(
            _("It was handed over between the day it was sent and today."), code="on"
        )
    refuse_secrets([to_whom, remark])
    handover = Handover.objects.create(
        forwarding=forwarding,
        on=on,
        way=way,
        to_whom=to_whom.strip(),
        remark=remark,
        noted_by=by.name,
    )
    _note(by, selection, "note_handover", on=on.isoformat(), way=way, remark=remark)
    return handover


@transaction.atomic
def draft_report(*, by: Actor, call: Call) -> ReportDraft:
    """Draft the summary report from the records as they are now, and keep it with its numbers."""
    demand_officer(by, call)
    now, facts = timezone.now(), facts_of(call)
    content = word(facts, dated=timezone.localdate(now))
    report = ReportDraft.objects.create(
        call=call,
        numbers=numbers_of(facts),
        docx=_stored(by, content, f"bao-cao-{call.edition.year}.docx", Kind.DOCX),
        made_at=now,
        made_by=by.name,
    )
    record(
        by=by,
        action="reports.draft_report",
        subject_kind="call",
        subject_uid=call.uid,
        facts={"numbers": report.numbers, "sha256": report.docx.sha256},
    )
    return report


def numbers_of(facts: Facts) -> dict[str, int]:
    """Return every number of the report by its key."""
    keys = (*OF_ADDRESSEES, "uninvited", *OF_ITEMS, "reached")
    return {key: facts.count(key) for key in keys}


def _note(by: Actor, selection: Selection, verb: str, **facts: str) -> None:
    record(
        by=by,
        action=f"reports.{verb}",
        subject_kind="selection",
        subject_uid=selection.uid,
        facts=facts,
    )
