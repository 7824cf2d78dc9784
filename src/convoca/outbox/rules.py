"""Who may read, release and withdraw mail: by the actor's grants at the body that sends it."""

from collections.abc import Sequence
from uuid import UUID

from convoca.journal.actors import Actor, ActorKind

READERS = ("specialist", "head_of_unit", "form_checker", "clerk", "administrator")
SENDERS = ("specialist", "clerk", "administrator")


def may_read(by: Actor, owner: Sequence[UUID]) -> bool:
    """Say whether the actor may see the mail of the body whose lineage is `owner`."""
    return by.kind is ActorKind.COMMAND or by.holds_any(READERS, owner)


def may_send(by: Actor, owner: Sequence[UUID]) -> bool:
    """Say whether the actor may release, withdraw or retry mail of that body."""
    return by.kind is ActorKind.COMMAND or by.holds_any(SENDERS, owner)


def bodies_of(by: Actor) -> tuple[frozenset[UUID], frozenset[UUID]]:
    """Return the bodies whose mail the actor may see: by themselves, and with all below them."""
    granted = [grant for grant in by.grants if grant.role in READERS]
    alone = frozenset(grant.body for grant in granted if not grant.with_sub_bodies)
    return alone, frozenset(grant.body for grant in granted if grant.with_sub_bodies)


def reads_anywhere(by: Actor) -> bool:
    """Say whether the actor may see the mail of some body."""
    return any(grant.role in READERS for grant in by.grants)


def keeps_accounts(by: Actor) -> bool:
    """Say whether the actor is an administrator somewhere, who minds sign-in mail."""
    return any(grant.role == "administrator" for grant in by.grants)
