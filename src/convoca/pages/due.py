"""Until when something waits, in words that say at once whether it presses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from django.utils.timezone import localtime, now
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from convoca.languages.dates import long_date
from convoca.pages.waiting import Waiting


@dataclass(frozen=True)
class Due:
    """The words for a point in time and their tone: bad when past, late until tomorrow's end."""

    words: str
    tone: str


@dataclass(frozen=True)
class ShownTask:
    """Something that waits, with the words for its time; None where no time was set."""

    waiting: Waiting
    due: Due | None


def shown_task(waiting: Waiting) -> ShownTask:
    """The task as the list shows it now."""
    return ShownTask(waiting, due(waiting.until, now(), waiting.zone) if waiting.until else None)


def due(until: datetime, at: datetime, zone: tzinfo | None = None) -> Due:
    """Words for ``until`` seen from ``at``, by the clocks of ``zone`` or of the active zone."""
    local = localtime(until, zone)
    day = long_date(local.date(), get_language() or "en")
    if until < at:
        return Due(_("Overdue: %(day)s") % {"day": day}, "bad")
    today = localtime(at, zone).date()
    if local.date() == today:
        return Due(_("Today, until %(time)s") % {"time": f"{local:%H:%M}"}, "late")
    if local.date() == today + timedelta(days=1):
        return Due(_("Tomorrow, until %(time)s") % {"time": f"{local:%H:%M}"}, "late")
    return Due(day, "plain")
