"""What happened to one subject, in words, from the journal."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from convoca.journal.models import Entry
from convoca.journal.words import words_of


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of a timeline. `actor_name` is empty where it was erased or nobody signed in."""

    seq: int | None
    at: datetime
    actor_kind: str
    actor_uid: str
    actor_name: str
    action: str
    facts: dict[str, Any]

    @property
    def words(self) -> str:
        """What was done, in the reader's language."""
        return words_of(self.action)


def timeline(*, subject_kind: str, subject_uid: UUID | str) -> list[TimelineEntry]:
    """Return what was done to the subject, oldest first; two queries."""
    found = (
        Entry.objects.filter(subject_kind=subject_kind, subject_uid=str(subject_uid))
        .prefetch_related("personal_details")
        .order_by("id")
    )
    return [line(entry) for entry in found]


def recorded() -> QuerySet[Entry]:
    """Return every entry of the chain, the newest first."""
    entries = Entry.objects.filter(seq__isnull=False)
    return entries.prefetch_related("personal_details").order_by("-seq")


def line(entry: Entry) -> TimelineEntry:
    """Return an entry as a line of a timeline."""
    told = json.loads(entry.text)
    names = [one.value for one in entry.personal_details.all() if one.label == "actor"]
    return TimelineEntry(
        seq=entry.seq,
        at=entry.at,
        actor_kind=told["actor"]["kind"],
        actor_uid=told["actor"]["uid"],
        actor_name=names[0] if names else "",
        action=entry.action,
        facts=told["facts"],
    )
