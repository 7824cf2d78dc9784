"""The programme as a calendar for other programs."""

from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from convoca.conferences.models import Edition, Event
from convoca.languages.translated import shown
from convoca.programme.models import Session
from convoca.standards.icalendar import Calendar, Entry, written


def calendar(request: HttpRequest, edition: Edition, events: Iterable[Event]) -> bytes:
    """Return the events whose day is known as iCalendar, in the reader's language."""
    language = get_language() or "en"
    return written(
        Calendar(
            name=shown(edition.title, language, edition.main_language).text,
            zone=edition.zone,
            language=language,
            made_at=timezone.now(),
            entries=[
                _entry(request, edition, one, one.day) for one in events if one.day is not None
            ],
        )
    )


def _entry(request: HttpRequest, edition: Edition, event: Event, day: date) -> Entry:
    language = get_language() or "en"
    session: Session | None = getattr(event, "session", None)
    if session is not None:
        url = reverse("programme:session", args=[edition.key, session.uid])
    else:
        url = reverse("conferences:event", args=[edition.key, event.uid])
    about = shown(session.abstract, language, event.main_language).text if session else ""
    room = event.room
    places = [shown(room.name, language, room.main_language).text] if room else []
    return Entry(
        uid=f"{event.uid}@{request.get_host()}",
        starts=event.starts_at or day,
        ends=event.ends_at if event.starts_at else event.last_day or day,
        summary=shown(event.name, language, event.main_language).text,
        description=about,
        location=", ".join([*places, edition.venue] if edition.venue else places),
        url=request.build_absolute_uri(url),
        category=str(event.get_kind_display()),
        sequence=event.version - 1,
    )
