"""The reads about users and their roles that pages and other rooms share."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from convoca.accounts.models import RoleGrant, User
from convoca.journal.actors import Actor
from convoca.members.models import Body
from convoca.members.periods import standing_on, today


def open_grants(user: User) -> QuerySet[RoleGrant]:
    """Return the grants of a user that hold today or later, with their bodies; one query."""
    return (
        RoleGrant.objects.filter(user=user)
        .exclude(valid_to__lt=today())
        .select_related("body")
        .order_by("body__sort_order", "body__sort_key_en", "role")
    )


def holds_then(user: User, role: str, body: Body, first: date, last: date | None = None) -> bool:
    """Say whether the user has a grant of that role there on one of those days."""
    held = RoleGrant.objects.filter(user=user, role=role, body=body).exclude(valid_to__lt=first)
    if last is not None:
        held = held.exclude(valid_from__gt=last)
    return held.exists()


def holders(*, role: str, lineage: Sequence[UUID]) -> QuerySet[User]:
    """Return the active users who hold `role` today at the body that `lineage` begins with."""
    reach = Q(role_grants__body__uid=lineage[0]) | Q(
        role_grants__body__uid__in=lineage, role_grants__with_sub_bodies=True
    )
    return (
        User.objects.filter(
            reach & standing_on(today(), "role_grants__"), role_grants__role=role, is_active=True
        )
        .distinct()
        .order_by("name", "pk")
    )


def users(*, text: str = "") -> QuerySet[User]:
    """Return users by name with the grants that hold today or later; two queries with the grants.

    `text` is looked for in names and addresses.
    """
    grants = (
        RoleGrant.objects.exclude(valid_to__lt=today())
        .select_related("body")
        .order_by("body__sort_order", "body__sort_key_en", "role")
    )
    found = User.objects.prefetch_related(Prefetch("role_grants", grants, to_attr="open_grants"))
    for word in text.split():
        found = found.filter(Q(name__icontains=word) | Q(email__icontains=word.lower()))
    return found.order_by("-is_active", "name", "pk")


def administered(by: Actor) -> QuerySet[Body]:
    """Return the bodies at which the actor was granted the administrator's role itself."""
    return Body.objects.filter(uid__in=by.bodies("administrator")).order_by("sort_key_en")


def names(uids: Iterable[str]) -> dict[str, str]:
    """Return the names of users by uid, for lists that show who did something; one query."""
    found = User.objects.filter(uid__in=list(uids)).values_list("uid", "name")
    return {str(uid): name for uid, name in found}
