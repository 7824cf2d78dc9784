"""Who may do what with bodies, people and groups, and which body may follow another."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from convoca.journal.actors import Actor, ActorKind
from convoca.journal.refusals import StateConflict
from convoca.members.models import Body

# The words of `accounts.roles`, which stands above this room; a test there compares them.
ADMINISTRATOR = "administrator"
CLERK = "clerk"
SPECIALIST = "specialist"
SECRETARIAT = "secretariat"


def is_installation(by: Actor) -> bool:
    """Say whether a command run on the machine itself acts, such as the demo's."""
    return by.kind is ActorKind.COMMAND


def administers(by: Actor, lineage: Sequence[UUID]) -> bool:
    """Say whether the actor administers the body whose lineage this is."""
    return is_installation(by) or by.holds(ADMINISTRATOR, lineage)


def administers_anything(by: Actor) -> bool:
    """Say whether the actor administers at least one body."""
    return is_installation(by) or bool(by.bodies(ADMINISTRATOR))


def may_add_below(by: Actor, parent: Body | None) -> bool:
    """Say whether the actor may add a body under `parent`; a root only the installation adds."""
    return is_installation(by) if parent is None else administers(by, parent.lineage)


def may_edit(by: Actor, body: Body) -> bool:
    """Say whether the actor may rename, move, end or otherwise edit the body."""
    return administers(by, body.lineage)


def may_keep_contacts(by: Actor, body: Body) -> bool:
    """Say whether the actor may edit the body's contacts, posts and groups."""
    return is_installation(by) or by.holds_any([ADMINISTRATOR, CLERK, SPECIALIST], body.lineage)


def may_fill_seats(by: Actor, body: Body) -> bool:
    """Say whether the actor may give members seats in the body after an election."""
    return is_installation(by) or by.holds_any([ADMINISTRATOR, SECRETARIAT], body.lineage)


def may_read(by: Actor) -> bool:
    """Say whether the actor may read the directory: who has signed in, and the installation."""
    return is_installation(by) or (by.kind is ActorKind.PERSON and not by.is_anonymous)


def demand_succession(predecessor: Body, successors: Sequence[Body], *, on: date) -> None:
    """Raise StateConflict where these bodies cannot follow that one on that day."""
    if predecessor in successors:
        raise StateConflict(_("A body cannot follow itself."))
    if predecessor.successions.exists():
        raise StateConflict(_("Another body already follows this one."))
    if not predecessor.stands_on(on - timedelta(days=1)):
        raise StateConflict(_("This body does not stand on the day before."))
    if not all(one.stands_on(on) for one in successors):
        raise StateConflict(_("The body that follows does not stand on that day."))
