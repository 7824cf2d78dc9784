"""The room's pages. Whoever is signed in may read; writing goes through the actions."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from convoca.journal.actors import Actor
from convoca.members.models import Body


def acting(request: HttpRequest) -> Actor:
    """Return who acts in the request."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def body_or_404(uid: UUID) -> Body:
    """Return the body of an address."""
    return get_object_or_404(Body.objects.select_related("parent"), uid=uid)
