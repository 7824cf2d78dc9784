"""Dates in the reader's way, with the day of the week and the time zone."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time, get_timezone_location
from django.utils.timezone import get_current_timezone_name

_FULL = {
    "vi": "EEEE, 'ngày' d 'tháng' M 'năm' y",
    "en": "EEEE d MMMM y",
    "fr": "EEEE d MMMM y",
}
_SHORT = {"vi": "d/M/y", "en": "d MMM y", "fr": "dd/MM/y"}


def long_date(day: date, language: str) -> str:
    """Return e.g. `Thứ Sáu, ngày 17 tháng 5 năm 2024` or `Friday 17 May 2024`."""
    text = format_date(day, _FULL.get(language, "full"), locale=language)
    return text[:1].upper() + text[1:]


def short_date(day: date, language: str) -> str:
    """Return e.g. `17/5/2024` or `17 May 2024`."""
    return format_date(day, _SHORT.get(language, "short"), locale=language)


def long_moment(instant: datetime, language: str, zone: str = "") -> str:
    """Return the full date and the time to the minute, in `zone` and then with its place.

    Without `zone` it is the installation's own, which goes without saying.
    """
    name = zone or get_current_timezone_name()
    local = instant.astimezone(ZoneInfo(name))
    clock = format_time(local.time(), "HH:mm", locale=language)
    told = f"{long_date(local.date(), language)}, {clock}"
    if not zone:
        return told
    place = get_timezone_location(ZoneInfo(name), locale=language, return_city=True)
    return f"{told} ({place})"
