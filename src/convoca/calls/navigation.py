"""What of calls stands in the head of every page, and for whom."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from convoca.accounts.roles import Role
from convoca.journal.actors import ANONYMOUS, Actor
from convoca.pages.navigation import NavigationEntry


def _holds(request: HttpRequest, *roles: Role) -> bool:
    # A page of errors may be drawn before anybody is known.
    actor: Actor = getattr(request, "actor", ANONYMOUS)
    return any(actor.bodies(role) for role in roles)


def handles_calls(request: HttpRequest) -> bool:
    """Show the calls to those who handle, sign or register."""
    return _holds(request, Role.SPECIALIST, Role.HEAD_OF_UNIT, Role.SIGNER, Role.CLERK)


def answers_calls(request: HttpRequest) -> bool:
    """Show what waits for an answer to focal points."""
    return _holds(request, Role.FOCAL_POINT)


def reviews(request: HttpRequest) -> bool:
    """Show their reviews to reviewers."""
    return _holds(request, Role.REVIEWER)


def entries() -> list[NavigationEntry]:
    """Return the entries of this room."""
    return [
        NavigationEntry(_("Calls"), "calls:calls", 30, handles_calls),
        NavigationEntry(_("Calls to answer"), "calls:replies", 31, answers_calls),
        NavigationEntry(_("My reviews"), "calls:reviews", 32, reviews),
        NavigationEntry(_("Observances"), "calls:observances", 70),
    ]
