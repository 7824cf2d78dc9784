"""Taking in a file of delegates in two steps: it is kept and looked at, then confirmed."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.conferences.imports.planning import planned
from convoca.conferences.imports.reading import MAX_BYTES
from convoca.conferences.models import DelegationImport, Edition, Participant
from convoca.conferences.rules import may_import
from convoca.conferences.writing import take
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted, StateConflict


@transaction.atomic
def receive_delegates(
    *, by: Actor, edition: Edition, file_name: str, content: bytes
) -> DelegationImport:
    """Keep a file for its preview; nobody is named yet. Raises ValidationError over 5 MB."""
    if not may_import(by, edition):
        raise NotPermitted(_("Only the secretariat or a focal point may import delegates."))
    if len(content) > MAX_BYTES:
        raise ValidationError({"file": _("The file is larger than 5 MB.")})
    kept = DelegationImport.objects.create(
        edition=edition, file_name=file_name[:200], content=content, made_by=by.uid
    )
    record(
        by=by,
        action="conferences.receive_delegates",
        subject_kind="edition",
        subject_uid=edition.uid,
        facts={"import": str(kept.uid), "file": kept.file_name, "bytes": len(content)},
    )
    return kept


@transaction.atomic
def confirm_delegates(*, by: Actor, kept: DelegationImport) -> DelegationImport:
    """Name the people of the good lines, all or none; the plan is made anew against today.

    Raises StateConflict for a second confirmation. Only who brought the file confirms it.
    """
    edition = kept.edition
    if by.uid != kept.made_by or not may_import(by, edition):
        raise NotPermitted(_("Only the one who brought the file may confirm it."))
    kept = DelegationImport.objects.select_for_update(no_key=True).get(pk=kept.pk)
    if kept.confirmed_at is not None:
        raise StateConflict(_("This import was already confirmed."))
    plan = planned(by=by, edition=edition, content=bytes(kept.content))
    made = []
    for one in plan.new:
        row = Participant(edition=edition)
        take(row, one.facts)
        made.append(row)
    Participant.objects.bulk_create(made)
    kept.confirmed_at = timezone.now()
    kept.created, kept.refused = len(made), plan.refused
    kept.save(update_fields=["confirmed_at", "created", "refused"])
    record(
        by=by,
        action="conferences.confirm_delegates",
        subject_kind="edition",
        subject_uid=edition.uid,
        facts={"import": str(kept.uid), "created": len(made), "refused": plan.refused},
    )
    return kept
