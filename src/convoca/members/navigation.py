"""Who sees this room's word in the head of a page."""

from django.http import HttpRequest

from convoca.members.rules import may_read


def reads(request: HttpRequest) -> bool:
    """Show the directory to those who may read it."""
    actor = getattr(request, "actor", None)
    return actor is not None and may_read(actor)
