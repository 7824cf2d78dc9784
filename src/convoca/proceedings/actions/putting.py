"""Writing one row of an edition's proceedings: permission, version, facts, journal."""

from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from convoca.conferences.content import Facts
from convoca.conferences.facts import Versioned
from convoca.conferences.models import Edition
from convoca.conferences.rules import demand
from convoca.conferences.writing import held, personal, saved, take
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict

Row = TypeVar("Row", bound=Versioned)


@transaction.atomic
def put(
    row: Row,
    facts: Facts,
    *,
    by: Actor,
    edition: Edition,
    version: int | None,
    action: str,
    about: tuple[str, UUID] | None = None,
) -> Row:
    """Save facts into a new row (not saved yet) or one that is there; one journal entry.

    `about` is the subject of the entry (kind, uid), by default the edition.
    """
    demand(by, edition)
    is_new = row.pk is None
    if not is_new:
        row = held(row, version)
    changed = take(row, facts)
    saved(row, is_new=is_new)
    kind, uid = about or ("edition", edition.uid)
    record(
        by=by,
        action=action,
        subject_kind=kind,
        subject_uid=uid,
        facts={"row": str(row.uid), **changed},
        personal=personal(facts),
    )
    return row


@transaction.atomic
def take_away(
    row: Versioned,
    *,
    by: Actor,
    edition: Edition,
    action: str,
    about: tuple[str, UUID] | None = None,
) -> None:
    """Delete a row that nothing rests on. Raises StateConflict where something does."""
    demand(by, edition)
    row = held(row)
    own = row.uid
    try:
        row.delete()
    except ProtectedError:
        raise StateConflict(_("Other records rest on this; remove them first.")) from None
    kind, uid = about or ("edition", edition.uid)
    record(by=by, action=action, subject_kind=kind, subject_uid=uid, facts={"row": str(own)})
