"""Who stands at a page of calls: finding its thing, and asking whether he may see it."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from convoca.calls import rules
from convoca.calls.models import Call, Contribution, Reply
from convoca.calls.queries.calls import call_of
from convoca.calls.queries.contributions import contribution_of
from convoca.calls.queries.replies import reply_of
from convoca.journal.actors import Actor
from convoca.letters.visitors import visitor

View = Callable[..., HttpResponseBase]


def actor_of(request: HttpRequest) -> Actor:
    """Return who acts in the request."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def known(view: View) -> View:
    """Lead a stranger to the sign-in; one who came by a link is known."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if actor_of(request).is_anonymous:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    return guarded


def call_for(request: HttpRequest, uid: UUID) -> Call:
    """Return a call whose working pages the actor may see."""
    try:
        call = call_of(uid)
    except Call.DoesNotExist as gone:
        raise Http404 from gone
    rules.demand(
        rules.reads_call(actor_of(request), call),
        _("These are the working pages of those who handle the call."),
    )
    return call


def reply_for(request: HttpRequest, uid: UUID) -> Reply:
    """Return a reply that the actor may read."""
    try:
        reply = reply_of(uid)
    except Reply.DoesNotExist as gone:
        raise Http404 from gone
    _as_holder_of_the_link(request, reply)
    rules.demand(
        rules.reads_reply(actor_of(request), reply), _("This reply belongs to another body.")
    )
    return reply


def _as_holder_of_the_link(request: HttpRequest, reply: Reply) -> None:
    """Let one who opened the reply's link act by it, whoever else he is or opened since."""
    if reply.recipient is None or rules.reads_reply(actor_of(request), reply):
        return
    holder = visitor(request, reply.recipient)
    if holder is not None:
        request.actor = holder  # type: ignore[attr-defined]


def contribution_for(request: HttpRequest, uid: UUID) -> Contribution:
    """Return a contribution that the actor may read before it is published."""
    try:
        contribution = contribution_of(uid)
    except Contribution.DoesNotExist as gone:
        raise Http404 from gone
    _as_holder_of_the_link(request, contribution.reply)
    rules.demand(
        rules.reads_contribution(actor_of(request), contribution),
        _("This contribution is not published."),
    )
    return contribution
