"""Finding what a page is about, and seeing that the reader may have it."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from convoca.journal.actors import Actor
from convoca.journal.refusals import NotPermitted
from convoca.letters.models import IncomingLetter, Letter
from convoca.letters.queries import letter_of
from convoca.letters.rules import may_read, may_read_incoming, may_read_register
from convoca.members.models import Body


def actor_of(request: HttpRequest) -> Actor:
    """Return who acts in the request."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def letter_for(request: HttpRequest, uid: UUID) -> Letter:
    """Return the letter, or refuse (404 where there is none, 403 where it is not the reader's)."""
    try:
        letter = letter_of(uid)
    except Letter.DoesNotExist as missing:
        raise Http404 from missing
    if not may_read(actor_of(request), letter):
        raise NotPermitted(_("This letter belongs to another body."))
    return letter


def incoming_for(request: HttpRequest, uid: UUID) -> IncomingLetter:
    """Return the letter received, or refuse."""
    found = IncomingLetter.objects.select_related(
        "register__body", "sender", "unit", "handler", "answers", "recipient__letter"
    ).filter(uid=uid)
    incoming = found.first()
    if incoming is None:
        raise Http404
    if not may_read_incoming(actor_of(request), incoming):
        raise NotPermitted(_("This letter was received by another body."))
    return incoming


def register_body(request: HttpRequest, uid: UUID) -> Body:
    """Return the body whose registers are asked for, or refuse."""
    body = Body.objects.filter(uid=uid).first()
    if body is None:
        raise Http404
    if not may_read_register(actor_of(request), body):
        raise NotPermitted(_("Only officers of the body read its registers."))
    return body


def officer(request: HttpRequest) -> Actor:
    """Return the actor, or refuse one who has not signed in."""
    actor = actor_of(request)
    if actor.is_anonymous or not actor.grants:
        raise NotPermitted(_("Sign in as an officer to work on letters."))
    return actor
