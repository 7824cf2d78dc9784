"""What is in the programme, for whom."""

from collections.abc import Iterable
from datetime import date

from django.db import connection
from django.db.models import Prefetch, Q, QuerySet

from convoca.conferences.models import Edition, Event, Participant
from convoca.conferences.queries.events import events
from convoca.journal.actors import Actor
from convoca.languages.folding import folded
from convoca.programme.models import Session, Speaker

# Each part changes with every change of what the page of the programme shows: rows are added
# with a larger id, and a row that is changed gets the next version.
_STAMP = """
SELECT concat_ws(',',
  (SELECT concat_ws('.', count(*), sum(version), max(id)) FROM conferences_event
    WHERE edition_id = %(edition)s),
  (SELECT concat_ws('.', count(*), sum(s.version), max(s.id)) FROM programme_session s
    JOIN conferences_event e ON e.id = s.event_id WHERE e.edition_id = %(edition)s),
  (SELECT concat_ws('.', count(*), sum(version), max(id)) FROM conferences_room
    WHERE edition_id = %(edition)s),
  (SELECT concat_ws('.', count(*), sum(p.version), max(p.id)) FROM conferences_participant p
    WHERE p.edition_id = %(edition)s
      AND EXISTS (SELECT FROM programme_speaker w WHERE w.participant_id = p.id)))
"""
# The same for each day: who speaks and in which room is told by the rows of that day alone.
_STAMPS_OF_DAYS = """
WITH spoken AS (
  SELECT w.session_id, string_agg(concat_ws('.', p.id, p.version), '.' ORDER BY p.id) AS by
  FROM programme_speaker w JOIN conferences_participant p ON p.id = w.participant_id
  WHERE p.edition_id = %(edition)s GROUP BY w.session_id)
SELECT e.day, md5(string_agg(concat_ws('.', e.id, e.version, coalesce(s.version, 0),
    coalesce(r.version, 0), spoken.by), ',' ORDER BY e.id))
FROM conferences_event e
LEFT JOIN programme_session s ON s.event_id = e.id
LEFT JOIN conferences_room r ON r.id = e.room_id
LEFT JOIN spoken ON spoken.session_id = s.id
WHERE e.edition_id = %(edition)s GROUP BY e.day ORDER BY e.day NULLS LAST
"""


def stamp(edition: Edition) -> str:
    """Return a word that is another one whenever the programme shows something else; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_STAMP, {"edition": edition.pk})
        counted: str = cursor.fetchone()[0]
    return f"{edition.pk}.{edition.version},{counted}"


def stamps_of_days(edition: Edition) -> dict[date | None, str]:
    """Return for each day, in order, a word that is another one when the day shows something else.

    One query. The day None holds what has no day yet.
    """
    with connection.cursor() as cursor:
        cursor.execute(_STAMPS_OF_DAYS, {"edition": edition.pk})
        return {day: f"{edition.pk}.{edition.version},{told}" for day, told in cursor.fetchall()}


def on_days(days: Iterable[date | None]) -> Q:
    """Return the condition that an event begins on one of the days, None among them or not."""
    asked = set(days)
    return Q(day__in=asked - {None}) | (Q(day=None) if None in asked else Q(pk__in=[]))


def programme(edition: Edition, *, by: Actor, kind: str = "") -> QuerySet[Event]:
    """Return the events that the actor sees, by day and hour, with their speakers; 2 queries."""
    found = events(edition, by=by).select_related("session")
    speakers = Speaker.objects.select_related("participant")
    found = found.prefetch_related(Prefetch("session__speakers", speakers))
    return found.filter(kind=kind) if kind else found


def not_described(edition: Edition) -> list[Event]:
    """Return the events of the calendar that the programme says nothing of yet; one query."""
    return list(edition.events.filter(session=None).order_by("day", "place", "pk"))


def sessions(edition: Edition, *, by: Actor) -> QuerySet[Session]:
    """Return the sessions of the programme that the actor sees, with all that a page shows."""
    speakers = Speaker.objects.select_related("participant__delegation__body", "participant__body")
    seen = events(edition, by=by).order_by().values("pk")
    return (
        Session.objects.filter(event__in=seen)
        .select_related("event__edition__series__body", "event__room", "theme", "organiser")
        .prefetch_related(Prefetch("speakers", speakers))
    )


def people_named(edition: Edition, text: str, *, most: int = 100) -> list[Participant]:
    """Return up to `most` people of the edition whose names have all words, marks or not."""
    words = folded(text).split()
    people = edition.participants.select_related("delegation__body", "body").order_by("name", "pk")
    found = (one for one in people if all(word in folded(one.name) for word in words))
    return [one for _place, one in zip(range(most), found, strict=False)]


def speakers_elsewhere(session: Session, participant: Participant) -> list[Event]:
    """Return the other events at that time in which somebody speaks."""
    event = session.event
    if event.starts_at is None:
        return []
    own = Event.objects.filter(session__speakers__participant=participant).exclude(pk=event.pk)
    return [one for one in own.distinct() if _overlap(event, one)]


def _overlap(one: Event, other: Event) -> bool:
    if one.starts_at is None or other.starts_at is None:
        return False
    first_end, second_end = one.ends_at or one.starts_at, other.ends_at or other.starts_at
    if one.starts_at == other.starts_at:
        return True
    return one.starts_at < second_end and other.starts_at < first_end
