"""What reports do when a list leaves, and what they add beside a call and a list."""

from typing import Any

from django.http import HttpRequest

from convoca.calls.models import Call, Forwarding, Selection
from convoca.calls.rules import works_on
from convoca.journal.actors import Actor
from convoca.letters.signals import PagePart
from convoca.reports.actions import freeze_dossier


def on_forwarding(*, forwarding: Forwarding, by: Actor, **_sent: Any) -> None:
    """Freeze the dossier with the package: what cannot be printed does not leave."""
    freeze_dossier(by=by, forwarding=forwarding)


def on_call_page(*, request: HttpRequest, call: Call, **_sent: Any) -> PagePart | None:
    """Offer the report beside a call that has gone out: drafted by one press."""
    if call.opened_at is None:
        return None
    context = {"call": call, "works_on": works_on(request.actor, call)}  # type: ignore[attr-defined]
    return PagePart("reports/call_part.html", context, order=10)


def on_selection_page(*, selection: Selection, **_sent: Any) -> PagePart:
    """Lead from a list to its dossier."""
    return PagePart("reports/selection_part.html", {"selection": selection}, order=10)
