"""Who sees this room's word in the head of a page."""

from django.http import HttpRequest

_ROLES = {"specialist", "head_of_unit", "form_checker", "signer", "clerk", "secretariat"}


def works_on_letters(request: HttpRequest) -> bool:
    """Show the letters to those who work on them."""
    actor = getattr(request, "actor", None)
    return actor is not None and any(grant.role in _ROLES for grant in actor.grants)
