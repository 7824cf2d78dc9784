"""Who reads: the actor that `accounts` puts at the request."""

from django.http import HttpRequest

from convoca.journal.actors import Actor


def reader(request: HttpRequest) -> Actor:
    """Return who acts in the request, a stranger too."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor
