"""Whether a room is free, and what is in the way where it is not."""

from datetime import datetime

from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from convoca.conferences.models import Event, Room
from convoca.journal.refusals import StateConflict
from convoca.languages.dates import short_date


def at_the_same_time(starts_at: datetime, ends_at: datetime | None) -> Q:
    """Return the condition that an event holds its room at some moment of that span.

    An event whose end is not known holds it for its first instant only.
    """
    if ends_at is None:
        return Q(starts_at__lte=starts_at, ends_at__gt=starts_at) | Q(
            starts_at=starts_at, ends_at=None
        )
    return Q(starts_at__lt=ends_at, ends_at__gt=starts_at) | Q(
        starts_at__gte=starts_at, starts_at__lt=ends_at, ends_at=None
    )


def keep_room_free(event: Event) -> None:
    """Raise StateConflict when another event holds the event's room at that time.

    The room's row is locked until the transaction ends, so that of two editors the second one
    sees what the first has placed.
    """
    if event.room_id is None or event.starts_at is None:
        return
    room = Room.objects.select_for_update(no_key=True).get(pk=event.room_id)
    taken = (
        Event.objects.filter(at_the_same_time(event.starts_at, event.ends_at), room=room)
        .exclude(pk=event.pk)
        .first()
    )
    if taken is not None:
        raise StateConflict(
            _("%(room)s is taken on %(day)s, %(hours)s: %(event)s.")
            % {
                "room": room,
                "day": short_date(taken.day, get_language() or "en") if taken.day else "",
                "hours": hours_of(taken),
                "event": taken,
            }
        )


def hours_of(event: Event) -> str:
    """Return the hours of an event in words: "09:00–10:30", or from when where no end is known."""
    if event.starts is None:
        return _("hours not known")
    if event.ends is None:
        return _("from %(hour)s, end not known") % {"hour": f"{event.starts:%H:%M}"}
    return f"{event.starts:%H:%M}–{event.ends:%H:%M}"
