"""Deleting a series or an edition, and taking bodies from its list."""

from django.db import transaction
from django.db.models import Model, ProtectedError, QuerySet
from django.db.models.deletion import Collector
from django.utils.translation import gettext as _

from convoca.conferences.models import Answer, Delegation, DelegationImport, Edition, Series
from convoca.conferences.rules import demand, demand_series
from convoca.conferences.writing import held
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict
from convoca.languages.translated import shown


def content_of(edition: Edition) -> dict[str, int]:
    """Return what keeps an edition from being deleted: rows by their names in the plural.

    Files of delegates that were looked at, and bodies that were listed and no more, do not.
    """
    try:
        Collector(using=edition._state.db or "default", origin=edition).collect([edition])
    except ProtectedError as error:
        blank = set(_only_listed(edition))
        found: dict[str, int] = {}
        for row in error.protected_objects:
            if not (isinstance(row, DelegationImport) or row in blank):
                words = _plural(row)
                found[words] = found.get(words, 0) + 1
        return found
    return {}


def _plural(row: Model) -> str:
    return str(row._meta.verbose_name_plural)


def _only_listed(edition: Edition) -> QuerySet[Delegation]:
    return edition.delegations.filter(
        invited_on=None, recipient=None, answer=Answer.SILENT, members=None
    )


@transaction.atomic
def delete_edition(*, by: Actor, edition: Edition, version: int | None = None) -> None:
    """Delete an edition that holds nothing but its own description, countdown and bare list.

    Raises StateConflict, naming the content, for one that has any, and for a public one.
    """
    demand(by, edition)
    edition = held(edition, version)
    if edition.is_public:
        raise StateConflict(_("The edition is public. Take it from public view first."))
    content = content_of(edition)
    if content:
        named = ", ".join(f"{words} ({count})" for words, count in content.items())
        raise StateConflict(_("The edition still holds: %(content)s.") % {"content": named})
    uid, title = edition.uid, shown(edition.title, "en").text
    edition.imports.all().delete()
    _only_listed(edition).delete()
    edition.delete()
    record(
        by=by,
        action="conferences.delete_edition",
        subject_kind="edition",
        subject_uid=uid,
        facts={"title": title},
    )


@transaction.atomic
def remove_delegation(*, by: Actor, delegation: Delegation) -> None:
    """Take a body from the list; its row must hold no letter, no answer and nobody.

    Raises StateConflict otherwise.
    """
    demand(by, delegation.edition)
    row = held(delegation)
    if row.recipient_id is not None or row.answer != Answer.SILENT or row.members.exists():
        raise StateConflict(
            _("A letter, an answer or people belong to this delegation; it stays in the list.")
        )
    edition, body = row.edition, row.body
    row.delete()
    record(
        by=by,
        action="conferences.remove_delegation",
        subject_kind="edition",
        subject_uid=edition.uid,
        facts={"body": str(body.uid)},
    )


@transaction.atomic
def delete_series(*, by: Actor, series: Series) -> None:
    """Delete a series without editions, with its rules; StateConflict while it has one."""
    demand_series(by, series)
    row = held(series)
    if row.editions.exists():
        raise StateConflict(_("The series has editions; delete them first."))
    body, uid, key = row.body, row.uid, row.key
    row.delete()
    record(
        by=by,
        action="conferences.delete_series",
        subject_kind="body",
        subject_uid=body.uid,
        facts={"series": str(uid), "key": key},
    )
