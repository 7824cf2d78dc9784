"""Who acts in a request: the one signed in, one who came by a link, or nobody known."""

from collections.abc import Callable
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from convoca.accounts.models import RoleGrant, User
from convoca.installation.prepared import Prepared
from convoca.journal.actors import ANONYMOUS, Actor, ActorKind, Grant
from convoca.members.periods import standing_on, today

# The day stands twice in the SQL: begun by then, and lasting at least so long.
_standing_grants = Prepared(
    lambda day, _same_day, user: (
        RoleGrant.objects.filter(standing_on(day), user_id=user)
        .select_related("body")
        .only("role", "with_sub_bodies", "body__uid")
    ),
    date.min,
    date.min,
    0,
)
SessionActor = Callable[[HttpRequest], Actor | None]
_from_sessions: list[SessionActor] = []


def register_session_actor(found: SessionActor) -> SessionActor:
    """Register how a room recognises an actor in the session, such as one who came by a link.

    It is asked only where nobody is signed in; the first answer that is not None is taken.
    """
    if found not in _from_sessions:
        _from_sessions.append(found)
    return found


def actor_of(user: User) -> Actor:
    """Return the actor behind a user, with the grants that hold today; one query.

    A user who was deactivated is nobody.
    """
    if not user.is_active:
        return ANONYMOUS
    day = today()
    grants = {
        Grant(held.role, held.body.uid, with_sub_bodies=held.with_sub_bodies)
        for held in _standing_grants(day, day, user.pk)
    }
    return Actor(ActorKind.PERSON, str(user.uid), user.name or user.email, frozenset(grants))


def actor_in(request: HttpRequest) -> Actor:
    """Return who acts in the request."""
    if isinstance(request.user, User):
        return actor_of(request.user)
    for found in _from_sessions:
        actor = found(request)
        if actor is not None:
            return actor
    return ANONYMOUS


class ActorMiddleware:
    """Set `request.actor`, worked out once and only when a view reads it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: actor_in(request))  # type: ignore[attr-defined]
        return self.get_response(request)
