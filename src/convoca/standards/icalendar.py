"""Writing calendars that other programs read.

Source: RFC 5545 (iCalendar): content lines 3.1, text 3.3.11, time zones 3.6.5; RFC 7986 for the
name of a calendar.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

_MOST_OCTETS = 75
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One event. `starts` is an instant with its zone, or a day where the hour is not known.

    `ends` is the first instant after it, or its last day; None where it is not known.
    """

    uid: str
    starts: datetime | date
    summary: str
    ends: datetime | date | None = None
    description: str = ""
    location: str = ""
    url: str = ""
    category: str = ""
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class Calendar:
    """Entries in the order given; `zone` is the IANA name by whose clocks they are written."""

    name: str
    zone: str
    language: str
    made_at: datetime
    entries: Sequence[Entry]
    product: str = "-//Convoca//Convoca//EN"


def written(calendar: Calendar) -> bytes:
    """Return the calendar as bytes in UTF-8 with CRLF, no line over 75 octets."""
    return "".join(f"{part}\r\n" for line in _lines(calendar) for part in folded(line)).encode()


def folded(line: str) -> list[str]:
    """Cut a content line after 75 octets at most, never inside a character."""
    parts, begun, octets = [], "", 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > _MOST_OCTETS:
            parts.append(begun)
            begun, octets = " ", 1
        begun += letter
        octets += size
    return [*parts, begun]


def text(value: str) -> str:
    """Write a value of type TEXT: backslash, semicolon, comma and line breaks escaped."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    plain = escaped.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(letter for letter in plain if letter >= " " and letter != "\x7f")


def _lines(calendar: Calendar) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{text(calendar.product)}"
    yield "CALSCALE:GREGORIAN"
    yield f"NAME;LANGUAGE={calendar.language}:{text(calendar.name)}"
    yield f"X-WR-CALNAME:{text(calendar.name)}"
    instants = [one for each in calendar.entries for one in (each.starts, each.ends)]
    timed = [one.astimezone(UTC) for one in instants if isinstance(one, datetime)]
    if timed:
        yield from _zone(calendar.zone, min(timed), max(timed))
    for entry in calendar.entries:
        yield from _entry(entry, calendar)
    yield "END:VCALENDAR"


def _entry(entry: Entry, calendar: Calendar) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{text(entry.uid)}"
    yield f"DTSTAMP:{calendar.made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield _when("DTSTART", entry.starts, calendar.zone)
    if isinstance(entry.ends, datetime):
        yield _when("DTEND", entry.ends, calendar.zone)
    elif entry.ends is not None:
        yield _when("DTEND", entry.ends + _DAY, calendar.zone)
    if entry.sequence:
        yield f"SEQUENCE:{entry.sequence}"
    yield f"SUMMARY;LANGUAGE={calendar.language}:{text(entry.summary)}"
    for name, value in (
        ("LOCATION", entry.location),
        ("DESCRIPTION", entry.description),
        ("CATEGORIES", entry.category),
    ):
        if value:
            yield f"{name}:{text(value)}"
    if entry.url:
        yield f"URL:{entry.url}"
    yield "END:VEVENT"


def _when(name: str, value: datetime | date, zone: str) -> str:
    if not isinstance(value, datetime):
        return f"{name};VALUE=DATE:{value:%Y%m%d}"
    local = value.astimezone(ZoneInfo(zone))
    # A local time that comes twice means the first one (3.3.5): the second is written in UTC.
    if local.fold:
        return f"{name}:{value.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return f"{name};TZID={zone}:{local:%Y%m%dT%H%M%S}"


def _zone(name: str, first: datetime, last: datetime) -> Iterator[str]:
    """The offsets that hold from the year before `first` to the day after `last`."""
    zone = ZoneInfo(name)
    begin = datetime(first.year - 1, 1, 1, tzinfo=UTC)
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{name}"
    yield from _observance(zone, begin, begin)
    for change in changes(zone, begin, last + _DAY):
        yield from _observance(zone, change - timedelta(seconds=1), change)
    yield "END:VTIMEZONE"


def changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[datetime]:
    """Yield the instants between two others from which the zone's clocks show another offset."""
    day = begin
    while day < end:
        after = day + _DAY
        if _offset(zone, day) != _offset(zone, after):
            early, late = day, after
            while late - early > timedelta(seconds=1):
                middle = early + (late - early) // 2
                if _offset(zone, middle) == _offset(zone, day):
                    early = middle
                else:
                    late = middle
            yield late.replace(microsecond=0)
        day = after


def _offset(zone: ZoneInfo, instant: datetime) -> timedelta:
    return instant.astimezone(zone).utcoffset() or timedelta()


def _observance(zone: ZoneInfo, before: datetime, at: datetime) -> Iterator[str]:
    local, earlier = at.astimezone(zone), _offset(zone, before)
    kind = "DAYLIGHT" if local.dst() else "STANDARD"
    # The onset is written by the clocks that held before it.
    onset = (at + earlier).replace(tzinfo=None)
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{onset:%Y%m%dT%H%M%S}"
    yield f"TZOFFSETFROM:{_signed(earlier)}"
    yield f"TZOFFSETTO:{_signed(_offset(zone, at))}"
    yield f"TZNAME:{local.tzname()}"
    yield f"END:{kind}"


def _signed(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02d}{rest:02d}"
