"""The start page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from convoca.site.queries import newest_editions, newest_entries, open_calls, waiting_for


def start(request: HttpRequest) -> HttpResponse:
    """Show what waits for whoever is signed in; to strangers, what is open to everybody."""
    actor = request.actor  # type: ignore[attr-defined]
    found = {"calls": open_calls()}
    if not actor.is_anonymous:
        return render(request, "site/desk.html", {**found, "tasks": waiting_for(by=actor)})
    public = {"entries": newest_entries(), "editions": newest_editions(by=actor)}
    return render(request, "site/front.html", {**found, **public})
