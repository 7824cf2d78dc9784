"""Erasing personal details from the journal: the chain stays whole, the detail is gone."""

from uuid import UUID

from django.db import transaction

from convoca.journal.actors import Actor
from convoca.journal.models import Entry, PersonalDetail
from convoca.journal.record import record


@transaction.atomic
def erase(*, by: Actor, entry_uid: UUID, label: str, reason: str) -> int:
    """Erase the detail `label` of an entry and record that; return how many rows went (0 or 1).

    Who may ask for it is the calling room's rule. Raises Entry.DoesNotExist.
    """
    entry = Entry.objects.get(uid=entry_uid)
    gone, _ = PersonalDetail.objects.filter(entry=entry, label=label).delete()
    record(
        by=by,
        action="journal.erase",
        subject_kind="entry",
        subject_uid=entry_uid,
        facts={"label": label, "reason": reason, "rows": gone},
    )
    return gone
