"""Which edition a request is about, and whether its reader may see or edit it."""

from typing import Any, TypeVar

from django.db import models
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from convoca.conferences.models import Edition
from convoca.conferences.rules import demand, may_edit, may_read
from convoca.installation.prepared import Prepared
from convoca.journal.actors import Actor

_by_key = Prepared(
    lambda key: Edition.objects.select_related("series__body", "host").filter(key=key).order_by(),
    "",
)
Row = TypeVar("Row", bound=models.Model)


def actor(request: HttpRequest) -> Actor:
    """Return who acts in the request."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    return by


def find(key: str) -> Edition:
    """Return the edition of this key; 404 where there is none."""
    found = _by_key.first(key)
    if found is None:
        raise Http404
    return found


def readable(request: HttpRequest, key: str) -> Edition:
    """Return the edition; 404 where the reader may not see it."""
    edition = find(key)
    if not may_read(actor(request), edition):
        raise Http404
    return edition


def editable(request: HttpRequest, key: str) -> Edition:
    """Return the edition; 403 where the actor is not of its secretariat."""
    edition = find(key)
    demand(actor(request), edition)
    return edition


def row_of(model: type[Row], edition: Edition, uid: Any, path: str = "edition") -> Row:
    """Return a row of the edition by its uid; 404 for one of another edition."""
    return get_object_or_404(model, uid=uid, **{path: edition})


def shell(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    """Return what the template of every page of an edition needs."""
    return {"edition": edition, "may_edit": may_edit(actor(request), edition)}
