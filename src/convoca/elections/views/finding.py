"""Which election and which contest a request is about."""

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from convoca.conferences.models import Edition
from convoca.conferences.views.access import actor, editable, readable
from convoca.elections import queries
from convoca.elections.models import Contest, Election
from convoca.elections.rules import may_edit


def seen(request: HttpRequest, key: str) -> tuple[Edition, Election]:
    """Return the edition and its election; 404 where the reader may not see it."""
    edition = readable(request, key)
    election = queries.election_of(edition, by=actor(request))
    if election is None:
        raise Http404
    return edition, election


def kept(request: HttpRequest, key: str) -> tuple[Edition, Election]:
    """Return the edition and its election to somebody who may edit it; else 403 or 404."""
    editable(request, key)
    return seen(request, key)


def contest_of(election: Election, contest: str) -> Contest:
    """Return a contest with all that pages show of it; 404 for one of another election."""
    found: Contest = get_object_or_404(queries.contests(election), key=contest)
    found.election = election
    return found


def around(request: HttpRequest, edition: Edition, election: Election) -> dict[str, Any]:
    """Return what the template of every page of an election needs."""
    is_kept = may_edit(actor(request), election)
    return {"edition": edition, "election": election, "may_edit": is_kept}
