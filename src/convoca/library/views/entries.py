"""An entry's page and files. Who may not know of an entry gets what a wrong address gets."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from convoca.calls.models import Shelf
from convoca.calls.rules import is_officer
from convoca.calls.topics import ACTION_LINES, GOALS
from convoca.files.responses import download
from convoca.journal.timeline import timeline
from convoca.languages.dates import short_date
from convoca.languages.translated import shown
from convoca.library import rules
from convoca.library.models import Entry
from convoca.library.queries.entries import call_of, corrections_of, entry_of, file_of, files_of
from convoca.library.showing import TONES, language_name
from convoca.library.views.readers import reader
from convoca.members.periods import today
from convoca.pages.errors import error_page
from convoca.pages.remembering import remembered


@dataclass(frozen=True, slots=True)
class Topic:
    """A goal or an action line, leading to what else the library has on it."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """The same entry in another of its languages."""

    code: str
    name: str
    url: str


def readable_or_404(request: HttpRequest, uid: UUID) -> Entry:
    """Return the entry if this reader may know of it. Raises Http404."""
    entry, by = entry_of(uid), reader(request)
    if entry is None or not rules.reads(by, entry):
        raise Http404
    if is_officer(by):
        entry.call = call_of(entry)
    return entry


@require_safe
@remembered
def entry(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show one entry; a withdrawn one says since when and why (410)."""
    one = readable_or_404(request, uid)
    keeps = rules.keeps(reader(request), one)
    if not one.is_published and not keeps:
        return withdrawn(request, one)
    language = _language_asked(request, one)
    fresh = one.freshness(today())
    shelf_url = reverse("library:shelf")
    context = {
        "entry": one,
        "language": language,
        "title": shown(one.title, language, one.main_language),
        "summary": shown(one.summary, language, one.main_language),
        "text": shown(one.text, language, one.main_language),
        "author": shown(one.author_names, language, one.main_language),
        "audience": shown(one.audience, language, one.main_language),
        "result": shown(one.result, language, one.main_language),
        "theme": shown(one.theme, language, one.main_language),
        "occasion": shown(one.occasion, language, one.main_language),
        "files": files_of(one),
        "corrections": corrections_of(one),
        "is_stand_in": language not in one.title,
        "others": _others(one, language),
        "goals": [Topic(GOALS[n].label, f"{shelf_url}?sdg={n}") for n in one.sdgs],
        "lines": [Topic(ACTION_LINES[c].label, f"{shelf_url}?line={c}") for c in one.action_lines],
        "fresh": fresh.label,
        "tone": TONES[fresh],
        "citation": citation(one, language),
        "for_agencies": one.shelf == Shelf.AGENCIES,
        "keeps": keeps,
        "entries": timeline(subject_kind="entry", subject_uid=one.uid) if keeps else [],
    }
    return render(request, "library/entry.html", context)


def withdrawn(request: HttpRequest, one: Entry) -> HttpResponse:
    """Say that an entry is no longer there, since when and why."""
    return error_page(
        request,
        410,
        title=_("This entry has been withdrawn"),
        why=f"{short_date(localdate(one.withdrawn_at), get_language() or 'en')}: "
        f"{one.withdrawn_because}",
        advice=_("The library has others: look for them by their words."),
    )


def _language_asked(request: HttpRequest, one: Entry) -> str:
    asked = request.GET.get("text", "")
    return asked if asked in one.title else (get_language() or "en")


def _others(one: Entry, language: str) -> list[OtherLanguage]:
    read_in = shown(one.title, language, one.main_language).language
    return [
        OtherLanguage(code, language_name(code, language), f"?text={code}")
        for code in one.languages
        if code != read_in
    ]


def citation(one: Entry, language: str) -> str:
    """Return how to cite the entry: author, year, title, kind, library and lasting address."""
    author = shown(one.author_names, language, one.main_language).text
    publisher = shown(one.publisher_names, language, one.main_language).text
    title = shown(one.title, language, one.main_language).text
    words = _(
        "%(author)s (%(year)s). %(title)s. %(kind)s. %(publisher)s, reference library. %(url)s"
    )
    return words % {
        "author": author,
        "year": one.year,
        "title": title.rstrip("."),
        "kind": one.get_kind_display(),
        "publisher": publisher,
        "url": address(one),
    }


def address(one: Entry) -> str:
    """Return the whole address of an entry in the reader's language."""
    return f"{settings.BASE_URL}{reverse('library:entry', args=[one.uid])}"


@require_safe
def file(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Give out a file of an entry that this reader may read; 404 otherwise, 410 if withdrawn."""
    found = file_of(uid)
    if found is None or not rules.reads(reader(request), found.entry):
        raise Http404
    if not found.entry.is_published and not rules.keeps(reader(request), found.entry):
        return withdrawn(request, found.entry)
    return download(found.stored, inline=True)
