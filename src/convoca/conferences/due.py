"""Days counted from an opening, and how one of them stands at a moment. Nothing here asks the
database."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.standards.local_time import LocalTime

NEAR = timedelta(days=30)
_LAST_MINUTE = time(23, 59)


class Standing(StrEnum):
    """How a step of the countdown stands."""

    NOT_DUE = "not_due"
    DUE = "due"
    DONE = "done"
    LATE = "late"
    PAST = "past"

    @property
    def words(self) -> str:
        """The state in the reader's language."""
        return str(_WORDS[self])

    @property
    def tone(self) -> str:
        """The tone of its status."""
        return _TONES[self]


_WORDS: dict[Standing, Promise] = {
    Standing.NOT_DUE: pgettext_lazy("countdown", "not due yet"),
    Standing.DUE: pgettext_lazy("countdown", "due"),
    Standing.DONE: pgettext_lazy("countdown", "done"),
    Standing.LATE: pgettext_lazy("countdown", "late"),
    Standing.PAST: _("past, not recorded as done"),
}
_TONES = {
    Standing.NOT_DUE: "plain",
    Standing.DUE: "info",
    Standing.DONE: "ok",
    Standing.LATE: "bad",
    Standing.PAST: "plain",
}


def months_from(day: date, months: int) -> date:
    """Return the same day of the month so many months on; the month's last day where it is short.

    >>> months_from(date(2014, 10, 31), -8)
    datetime.date(2014, 2, 28)
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def counted(opens: date, amount: int, unit: str) -> date:
    """Return the day that lies `amount` days or months from the opening day."""
    return months_from(opens, amount) if unit == "months" else opens + timedelta(days=amount)


def due(opens: date, *, amount: int, unit: str, at: time | None, zone: str) -> LocalTime:
    """Return when a step is due; without an hour, in the last minute of its day."""
    return LocalTime(counted(opens, amount, unit), at or _LAST_MINUTE, zone)


def standing(
    *, due_until: datetime, is_done: bool, is_over: bool, now: datetime, late: int = 0
) -> Standing:
    """Say how a step stands. `late` counts those who have not done it; `is_over`: conference ended.

    A step that nobody marked as done is only "past" once the conference is over: whether it was
    done is then not known here.
    """
    if is_done:
        return Standing.DONE
    if now < due_until:
        return Standing.DUE if due_until - now <= NEAR else Standing.NOT_DUE
    return Standing.PAST if is_over and not late else Standing.LATE
