"""The public pages of an observance: theme, goal, the visual to take away, the calendar."""

from datetime import UTC, datetime

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import patch_cache_control
from django.utils.http import http_date
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_POST

from convoca.calls.actions.observances import draft_letter_about
from convoca.calls.calendar import ics
from convoca.calls.models import Edition, Observance
from convoca.calls.queries.contributions import public_activities, totals
from convoca.calls.queries.observances import edition_of, editions_shown, open_call_of
from convoca.calls.views.doors import actor_of
from convoca.calls.visuals import FORMATS, drawn, languages_of
from convoca.letters.queries import units_to_draft_for
from convoca.pages.views import shown

DAY = 24 * 3600


@require_GET
def observances(request: HttpRequest) -> HttpResponse:
    """All observances with their newest edition."""
    return shown(request, "calls/observances.html", {"editions": editions_shown()})


@require_GET
def observance(request: HttpRequest, slug: str, year: int | None = None) -> HttpResponse:
    """One observance in one year: the newest that has a theme, unless a year is named."""
    edition = _edition(slug, year)
    found = public_activities(edition)
    languages = [
        (code, name, [(form, form.upper()) for form in FORMATS])
        for code, name in languages_of(edition)
    ]
    context = {
        "edition": edition,
        "observance": edition.observance,
        "editions": Edition.objects.filter(observance=edition.observance).order_by("-year"),
        "activities": found,
        "totals": totals(found),
        "kit": languages,
        "language": get_language(),
        "call": open_call_of(edition),
        "units": units_to_draft_for(actor_of(request)),
    }
    return shown(request, "calls/observance.html", context)


@require_POST
def begin_letter(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Begin the letter about an edition: its abstract and its visual are filled in."""
    edition = _edition(slug, year)
    made = draft_letter_about(by=actor_of(request), edition=edition)
    return redirect("letters:edit", made.uid)


def _edition(slug: str, year: int | None) -> Edition:
    observance = get_object_or_404(Observance, slug=slug)
    edition = edition_of(observance, year)
    if edition is None:
        raise Http404
    return edition


@require_GET
def visual(request: HttpRequest, slug: str, year: int, code: str, form: str) -> HttpResponse:
    """The year's visual in one language as SVG, PNG or PDF; drawn once a day at most."""
    edition = _edition(slug, year)
    if form not in FORMATS or code not in dict(languages_of(edition)):
        raise Http404
    key = f"calls.visual.{edition.uid}.{code}.{form}.{hash(edition.theme)}"
    content = cache.get(key)
    if content is None:
        content = drawn(edition, code, form)
        cache.set(key, content, DAY)
    name = f"{slug}-{year}-{code}.{form}"
    response = HttpResponse(content, content_type=FORMATS[form])
    how = "attachment" if "download" in request.GET else "inline"
    response["Content-Disposition"] = f'{how}; filename="{name}"'
    response["Last-Modified"] = http_date(datetime(year, 1, 1, tzinfo=UTC).timestamp())
    # An SVG from another page's point of view: it runs nothing.
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    patch_cache_control(response, public=True, max_age=DAY)
    return response


@require_GET
def calendar(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The calendar of public activities, for the reader's own calendar program."""
    edition = _edition(slug, year)
    content = ics(edition, public_activities(edition), language=get_language() or "vi")
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}-{year}.ics"'
    return response
