"""Who may come in: the readers of a call's working pages."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from convoca.calls.models import Call, Selection
from convoca.calls.rules import demand, reads_call
from convoca.journal.actors import Actor
from convoca.reports.queries.lists import call_of, selection_of


def actor_of(request: HttpRequest) -> Actor:
    """Return who acts in the request."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def call_for(request: HttpRequest, uid: UUID) -> Call:
    """Return the call for one of its readers. Raises Http404 or NotPermitted."""
    call = call_of(uid)
    if call is None:
        raise Http404
    demand(reads_call(actor_of(request), call), _("This is for those who handle the call."))
    return call


def selection_for(request: HttpRequest, uid: UUID) -> Selection:
    """Return the list for a reader of its call. Raises Http404 or NotPermitted."""
    selection = selection_of(uid)
    if selection is None:
        raise Http404
    demand(
        reads_call(actor_of(request), selection.call), _("This is for those who handle the call.")
    )
    return selection
