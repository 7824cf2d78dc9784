"""Who acts: a frozen description that rules read, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class ActorKind(StrEnum):
    """What kind of actor does something."""

    PERSON = "person"
    LINK = "link"
    PARTNER = "partner"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Grant:
    """A role at a body; it holds for that body alone unless `with_sub_bodies`."""

    role: str
    body: UUID
    with_sub_bodies: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """One who acts. `uid` is empty for a visitor who has not signed in."""

    kind: ActorKind
    uid: str
    name: str
    grants: frozenset[Grant] = frozenset()

    def holds(self, role: str, lineage: Sequence[UUID]) -> bool:
        """Say whether the actor has `role` at the body that `lineage` begins with.

        `lineage` names the body itself first, then its parents up to the root.
        """
        if not lineage:
            return False
        if Grant(role, lineage[0]) in self.grants:
            return True
        return any(Grant(role, uid, with_sub_bodies=True) in self.grants for uid in lineage)

    def holds_any(self, roles: Sequence[str], lineage: Sequence[UUID]) -> bool:
        """Say whether the actor has at least one of `roles` there."""
        return any(self.holds(role, lineage) for role in roles)

    def bodies(self, role: str) -> frozenset[UUID]:
        """Return the bodies at which the actor was granted `role` itself."""
        return frozenset(grant.body for grant in self.grants if grant.role == role)

    @property
    def is_anonymous(self) -> bool:
        """Say whether nobody is known behind this actor."""
        return not self.uid


ANONYMOUS = Actor(kind=ActorKind.PERSON, uid="", name="")
