"""A calendar of activities as iCalendar (RFC 5545)."""

from collections.abc import Iterable
from datetime import date, timedelta

from convoca.calls.models import Activity, Edition
from convoca.languages.translated import shown

_LONGEST = 75


def ics(edition: Edition, activities: Iterable[Activity], *, language: str) -> bytes:
    """Return the edition's day and its activities as a calendar of whole days."""
    name = shown(edition.observance.name, language, edition.main_language).text
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Convoca//calls//EN", "CALSCALE:GREGORIAN"]
    lines += _event(f"{edition.uid}@convoca", edition, name, "", edition.date, edition.date)
    for one in activities:
        item = one.contribution
        title = shown(item.title, language, item.main_language).text
        place = one.place
        lines += _event(f"{item.uid}@convoca", edition, title, place, one.starts_on, one.ends_on)
    return "\r\n".join([*map(folded, [*lines, "END:VCALENDAR"]), ""]).encode()


def _event(
    uid: str, edition: Edition, title: str, place: str, begins: date, ends: date
) -> list[str]:
    stamp = f"{edition.year}0101T000000Z"
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{begins:%Y%m%d}",
        f"DTEND;VALUE=DATE:{ends + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(title)}",
        *([f"LOCATION:{escaped(place)}"] if place else []),
        "END:VEVENT",
    ]


def escaped(text: str) -> str:
    """Return text as a value of iCalendar."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def folded(line: str) -> str:
    """Return a line folded after 75 octets, never inside a character (RFC 5545, 3.1)."""
    parts, current, room = [], "", _LONGEST
    for sign in line:
        size = len(sign.encode())
        if size > room:
            parts.append(current)
            current, room = "", _LONGEST - 1
        current, room = current + sign, room - size
    return "\r\n ".join([*parts, current])
