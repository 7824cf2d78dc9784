"""Who sees this room's words in the head of a page."""

from django.http import HttpRequest

from convoca.accounts.roles import Role
from convoca.journal.actors import ANONYMOUS, Actor


def keeps_the_journal(request: HttpRequest) -> bool:
    """Show the journal to administrators: it names everybody who did something."""
    # A page of errors may be drawn before anybody is known.
    actor: Actor = getattr(request, "actor", ANONYMOUS)
    return bool(actor.bodies(Role.ADMINISTRATOR))
