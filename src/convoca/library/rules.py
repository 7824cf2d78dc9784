"""Who may read which shelf, and who keeps its entries."""

from django.utils.translation import gettext as _

from convoca.calls.models import Shelf
from convoca.calls.rules import is_officer, works_on
from convoca.journal.actors import Actor, ActorKind
from convoca.journal.refusals import NotPermitted
from convoca.library.models import Entry


def belongs_to_an_agency(by: Actor) -> bool:
    """Say whether the actor has a role at some body, came by a body's link, or is a command.

    An account whose last role has ended is a stranger again.
    """
    if by.is_anonymous:
        return False
    return by.kind in (ActorKind.LINK, ActorKind.COMMAND) or bool(by.grants)


def shelves(by: Actor) -> tuple[Shelf, ...]:
    """Return the shelves that the actor may read."""
    if belongs_to_an_agency(by):
        return (Shelf.PUBLIC, Shelf.AGENCIES)
    return (Shelf.PUBLIC,)


def reads(by: Actor, entry: Entry) -> bool:
    """Say whether the actor may know that the entry is there."""
    return entry.shelf in shelves(by)


def keeps(by: Actor, entry: Entry) -> bool:
    """Say whether the actor withdraws and corrects it: an officer of its call.

    Reads the call only for somebody who is an officer of any.
    """
    return is_officer(by) and works_on(by, entry.call)


def demand_keeper(by: Actor, entry: Entry) -> None:
    """Raise NotPermitted unless the actor keeps the entry."""
    if not keeps(by, entry):
        raise NotPermitted(_("Only those who handle the call may change its entries."))
