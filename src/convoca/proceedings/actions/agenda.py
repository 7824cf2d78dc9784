"""Committees and the agenda's tree."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from convoca.conferences.models import Edition
from convoca.conferences.rules import demand
from convoca.journal.actors import Actor
from convoca.proceedings.actions.putting import put, take_away
from convoca.proceedings.content import CommitteeFacts, ItemFacts
from convoca.proceedings.models import AgendaItem, Committee


def put_committee(
    *,
    by: Actor,
    edition: Edition,
    facts: CommitteeFacts,
    committee: Committee | None = None,
    version: int | None = None,
) -> Committee:
    """Set up a committee, or change `committee`. Raises ValidationError for a circle."""
    demand(by, edition)
    taken = Committee.objects.filter(edition=edition, key=facts.key)
    if taken.exclude(pk=committee.pk if committee else 0).exists():
        raise ValidationError({"key": _("This key is in use.")})
    if facts.parent is not None:
        _same_edition(facts.parent, edition, "parent")
        _no_circle(committee, facts.parent)
    return put(
        committee or Committee(edition=edition),
        facts,
        by=by,
        edition=edition,
        version=version,
        action="proceedings.put_committee",
    )


def put_item(
    *,
    by: Actor,
    edition: Edition,
    facts: ItemFacts,
    item: AgendaItem | None = None,
    version: int | None = None,
) -> AgendaItem:
    """Put an item on the agenda, or change `item`. Raises ValidationError for a circle."""
    demand(by, edition)
    taken = AgendaItem.objects.filter(edition=edition, number=facts.number)
    if taken.exclude(pk=item.pk if item else 0).exists():
        raise ValidationError({"number": _("This number is in use.")})
    for name in ("parent", "theme", "committee"):
        other = getattr(facts, name)
        if other is not None:
            _same_edition(other, edition, name)
    if facts.parent is not None:
        _no_circle(item, facts.parent)
    return put(
        item or AgendaItem(edition=edition),
        facts,
        by=by,
        edition=edition,
        version=version,
        action="proceedings.put_item",
    )


def _same_edition(row: object, edition: Edition, field: str) -> None:
    if getattr(row, "edition_id", None) != edition.pk:
        raise ValidationError({field: _("This belongs to another edition.")})


def _no_circle(row: Committee | AgendaItem | None, parent: Committee | AgendaItem | None) -> None:
    while row is not None and parent is not None:
        if parent.pk == row.pk:
            raise ValidationError({"parent": _("It would stand under itself.")})
        parent = parent.parent


def remove_committee(*, by: Actor, committee: Committee) -> None:
    """Dissolve a committee that nothing rests on."""
    edition = committee.edition
    take_away(committee, by=by, edition=edition, action="proceedings.remove_committee")


def remove_item(*, by: Actor, item: AgendaItem) -> None:
    """Take an item off the agenda; one with parts, meetings or decisions stays."""
    take_away(item, by=by, edition=item.edition, action="proceedings.remove_item")


def copy_structure(*, source: Edition, copy: Edition) -> None:
    """Copy committees and agenda into a new edition; chairs, themes and documents stay."""
    committees: dict[int, Committee] = {}
    for old in source.committees.order_by("place", "pk"):
        committees[old.pk] = Committee.objects.create(
            edition=copy,
            key=old.key,
            place=old.place,
            symbol=old.symbol,
            name=old.name,
            mandate=old.mandate,
            main_language=old.main_language,
        )
    for old in source.committees.exclude(parent=None):
        Committee.objects.filter(pk=committees[old.pk].pk).update(
            parent=committees[old.parent_id or 0]
        )
    _copy_agenda(source, copy, committees)


def _copy_agenda(source: Edition, copy: Edition, committees: dict[int, Committee]) -> None:
    items: dict[int, AgendaItem] = {}
    # What belongs to a theme of the earlier edition is not carried over: themes are new each time.
    for old in source.agenda.filter(theme=None).order_by("place", "pk"):
        items[old.pk] = AgendaItem.objects.create(
            edition=copy,
            number=old.number,
            place=old.place,
            name=old.name,
            main_language=old.main_language,
            committee=committees.get(old.committee_id or 0),
            is_election=old.is_election,
        )
    for old in source.agenda.filter(theme=None).exclude(parent=None):
        parent = items.get(old.parent_id or 0)
        AgendaItem.objects.filter(pk=items[old.pk].pk).update(parent=parent)
