"""The start page, and the journal of everything that was done."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from convoca.journal.refusals import NotPermitted
from convoca.journal.timeline import line, recorded
from convoca.journal.verify import verify
from convoca.site.navigation import keeps_the_journal
from convoca.site.queries import newest_editions, newest_entries, open_calls, waiting_for

PER_PAGE = 50


def start(request: HttpRequest) -> HttpResponse:
    """Show what waits for whoever is signed in; to strangers, what is open to everybody."""
    actor = request.actor  # type: ignore[attr-defined]
    found = {"calls": open_calls()}
    if not actor.is_anonymous:
        return render(request, "site/desk.html", {**found, "tasks": waiting_for(by=actor)})
    public = {"entries": newest_entries(), "editions": newest_editions(by=actor)}
    return render(request, "site/front.html", {**found, **public})


@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    """Show every step with its place in the chain; with `check`, check the chain first."""
    if not keeps_the_journal(request):
        raise NotPermitted(_("Only an administrator reads the whole journal."))
    page = Paginator(recorded(), PER_PAGE).get_page(request.GET.get("page"))
    verdict = verify() if "check" in request.GET else None
    broken = verdict.first_broken if verdict else None
    context = {
        "page": page,
        "rows": [(entry, line(entry), bytes(entry.hash or b"").hex()) for entry in page],
        "verdict": verdict,
        "why": _why(broken.why) if broken else "",
    }
    return render(request, "site/journal.html", context)


def _why(told: str) -> str:
    """Return in the reader's language why a chain does not hold."""
    known = {
        "this number is missing": _("This number is missing."),
        "text or hash was changed": _("Its text or its hash was changed."),
        "a column says something other than the text": _("A column differs from its text."),
    }
    return known.get(told, _("A personal detail of it was changed."))
