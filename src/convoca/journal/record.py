"""Writing an entry, in the transaction of the action that it records."""

import secrets
from collections.abc import Mapping
from uuid import UUID

from django.db import connection
from django.utils import timezone

from convoca.journal.actors import Actor
from convoca.journal.chain import Json, canonical, instant, personal_hash
from convoca.journal.models import Entry, PersonalDetail


class OutsideTransactionError(Exception):
    """An entry must stand or fall with the action that it records."""


def record(
    *,
    by: Actor,
    action: str,
    subject_kind: str,
    subject_uid: UUID | str,
    facts: Mapping[str, Json] | None = None,
    personal: Mapping[str, str] | None = None,
) -> Entry:
    """Write one entry. `action` is `"<room>.<verb>"`; `facts` are JSON values without floats.

    What names or reaches a private person goes into `personal`, which can be erased later.
    Raises OutsideTransactionError outside a transaction, TypeError for facts without one text.
    """
    if not connection.in_atomic_block:
        raise OutsideTransactionError(f"{action} was recorded outside a transaction")
    # The actor's name is personal: it stands where it can be erased, the uid in the text.
    told = {**(personal or {}), **({"actor": by.name} if by.name else {})}
    salts = {label: secrets.token_bytes(16) for label in told}
    at = timezone.now()
    text = canonical(
        {
            "action": action,
            "actor": {"kind": str(by.kind), "uid": by.uid},
            "at": instant(at),
            "facts": dict(facts or {}),
            "personal": {label: personal_hash(salts[label], told[label]) for label in told},
            "subject": {"kind": subject_kind, "uid": str(subject_uid)},
        }
    )
    entry = Entry.objects.create(
        text=text, action=action, subject_kind=subject_kind, subject_uid=str(subject_uid), at=at
    )
    PersonalDetail.objects.bulk_create(
        PersonalDetail(entry=entry, label=label, value=value, salt=salts[label])
        for label, value in told.items()
    )
    return entry
