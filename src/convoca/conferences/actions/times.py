"""From a day and an hour on the conference's clocks to instants, with what cannot be refused."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from convoca.conferences.content import EventFacts
from convoca.conferences.models import Edition, Event
from convoca.languages.dates import short_date
from convoca.standards.local_time import Clock, LocalTime

# Councils, heads of delegation and ministers meet in the days before an opening.
DAYS_BEFORE = 7


def check_times(edition: Edition, facts: EventFacts) -> None:
    """Raise ValidationError for days outside the edition and hours that cannot be."""
    wrong = _outside(edition, {"day": facts.day, "last_day": facts.last_day})
    if facts.day is None and (facts.starts or facts.ends or facts.last_day):
        wrong["day"] = _("Without a day there can be no hour and no last day.")
    elif facts.day and facts.last_day and facts.last_day < facts.day:
        wrong["last_day"] = _("The last day lies before the first one.")
    if facts.ends and not facts.starts:
        wrong["ends"] = _("An end needs a beginning.")
    wrong.update(_clock_problems(edition, facts) if "day" not in wrong else {})
    if wrong:
        raise ValidationError(wrong)


def _outside(edition: Edition, days: dict[str, date | None]) -> dict[str, str]:
    first = edition.opens - timedelta(days=DAYS_BEFORE)
    told = _("The day lies outside the conference, %(first)s to %(last)s.") % {
        "first": short_date(first, (get_language() or "en")),
        "last": short_date(edition.closes, (get_language() or "en")),
    }
    return {
        name: told
        for name, day in days.items()
        if day is not None and not first <= day <= edition.closes
    }


def refuse_outside(edition: Edition, **days: date | None) -> None:
    """Raise ValidationError, beside its name, for a day on which the conference does not sit."""
    wrong = _outside(edition, days)
    if wrong:
        raise ValidationError(wrong)


def refuse_yet_to_come(edition: Edition, **days: date | None) -> None:
    """Raise ValidationError, beside its name, for a day that has begun neither here nor there."""
    today = max(timezone.localdate(), timezone.localdate(timezone=edition.clocks))
    wrong = {
        name: _("This day is yet to come.") for name, day in days.items() if day and day > today
    }
    if wrong:
        raise ValidationError(wrong)


def _clock_problems(edition: Edition, facts: EventFacts) -> dict[str, str]:
    wrong: dict[str, str] = {}
    for name, hour in (("starts", facts.starts), ("ends", facts.ends)):
        if facts.day and hour:
            local = LocalTime(facts.day, hour, edition.zone)
            if local.clock is Clock.SKIPPED:
                wrong[name] = _(
                    "The clocks are set forward on this day: %(hour)s does not come."
                ) % {"hour": f"{hour:%H:%M}"}
    if facts.day and facts.starts and facts.ends and not wrong:
        starts = LocalTime(facts.day, facts.starts, edition.zone)
        ends = LocalTime(facts.day, facts.ends, edition.zone)
        if ends.latest <= starts.earliest:
            wrong["ends"] = _(
                "The end lies before the beginning. What goes on after midnight is entered as an "
                "event of the next day."
            )
    return wrong


def has_skipped_hour(event: Event, zone: str) -> bool:
    """Say whether the event begins or ends in an hour that the clocks of `zone` skip that day."""
    hours = [hour for hour in (event.starts, event.ends) if hour]
    return event.day is not None and any(
        LocalTime(event.day, hour, zone).clock is Clock.SKIPPED for hour in hours
    )


def set_instants(event: Event) -> None:
    """Compute the instants of an event's hours; of an hour that comes twice, the widest span."""
    zone = event.edition.zone
    event.starts_at = event.ends_at = None
    if event.day and event.starts:
        event.starts_at = LocalTime(event.day, event.starts, zone).earliest
        if event.ends:
            event.ends_at = LocalTime(event.day, event.ends, zone).latest
