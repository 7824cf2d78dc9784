"""Who can review, and whose items are their own."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from convoca.accounts.models import RoleGrant, User
from convoca.accounts.roles import Role
from convoca.calls.models import Call
from convoca.members.periods import standing_on, today


def reviewers_of(call: Call) -> list[User]:
    """Return the users who are reviewers where the call is handled, by name; one query."""
    here = Q(body__uid__in=[call.unit.uid, call.body.uid]) | Q(
        body__uid__in=[*call.unit.lineage, *call.body.lineage], with_sub_bodies=True
    )
    held = RoleGrant.objects.filter(standing_on(today()), here, role=Role.REVIEWER)
    return list(User.objects.filter(is_active=True, role_grants__in=held).distinct().order_by("pk"))


def lineages_of(users: Iterable[User]) -> dict[int, list[list[UUID]]]:
    """Return by user id the lineages of the bodies where each has any role today; one query."""
    listed = list(users)
    found: dict[int, list[list[UUID]]] = {user.pk: [] for user in listed}
    held = RoleGrant.objects.filter(standing_on(today()), user__in=listed)
    for user, lineage in held.values_list("user", "body__lineage"):
        found[user].append(lineage)
    return found
