"""Who may keep accounts and roles."""

from collections.abc import Iterable

from convoca.journal.actors import Actor, ActorKind
from convoca.members.models import Body
from convoca.members.rules import administers, administers_anything


def may_keep_accounts(by: Actor) -> bool:
    """Say whether the actor may see the list of users and add one."""
    return administers_anything(by)


def may_grant(by: Actor, body: Body) -> bool:
    """Say whether the actor may give and take roles at the body."""
    return administers(by, body.lineage)


def may_keep_account(by: Actor, bodies: Iterable[Body]) -> bool:
    """Say whether the actor may shut or open an account whose open grants are at these bodies.

    Every grant must lie in the actor's own reach, so that a body's administrator cannot shut
    out the union's.
    """
    return may_keep_accounts(by) and all(administers(by, body.lineage) for body in bodies)


def is_self(by: Actor, uid: object) -> bool:
    """Say whether the actor is the user of this uid."""
    return by.kind is ActorKind.PERSON and by.uid == str(uid)
