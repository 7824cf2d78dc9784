"""What happens when, with its speeches."""

from datetime import date

from django.db.models import F, Prefetch, Q, QuerySet

from convoca.conferences.models import (
    Edition,
    Event,
    Speech,
    Statement,
)
from convoca.conferences.rules import may_edit
from convoca.journal.actors import Actor


def events(edition: Edition, *, by: Actor) -> QuerySet[Event]:
    """Return the events that the actor sees, by day and hour, unknown hours after the known."""
    found = edition.events.select_related("room").order_by(
        F("day").asc(nulls_last=True), F("starts_at").asc(nulls_last=True), "place", "pk"
    )
    return found if may_edit(by, edition) else found.filter(is_public=True)


def with_speeches(found: QuerySet[Event]) -> QuerySet[Event]:
    """Add the speeches with speakers and statements to events; two queries more."""
    statements = Statement.objects.select_related("theme")
    speeches = Speech.objects.select_related(
        "speaker__body", "speaker__delegation__body"
    ).prefetch_related(Prefetch("statements", statements))
    return found.prefetch_related(Prefetch("speeches", speeches))


def on_day(edition: Edition, day: date, *, by: Actor) -> QuerySet[Event]:
    """Return the events of one day, those that last over it included, with their speeches."""
    running = Q(day=day) | Q(day__lte=day, last_day__gte=day)
    return with_speeches(events(edition, by=by).filter(running))


def days_of(edition: Edition, *, by: Actor) -> list[date]:
    """Return the days on which something begins."""
    days = events(edition, by=by).exclude(day=None).values_list("day", flat=True)
    return sorted({day for day in days if day is not None})
