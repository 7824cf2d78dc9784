"""Entries of the journal as lines that people read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from babel.dates import get_timezone_location
from django.utils.timezone import get_current_timezone_name, localtime
from django.utils.translation import get_language

from convoca.journal.timeline import TimelineEntry
from convoca.languages.dates import long_date
from convoca.pages.parts import Moment


@dataclass(frozen=True)
class TimelineLine:
    """One line as shown: the machine's time, the reader's words for it, and what happened."""

    at: datetime
    when: str
    moment: Moment


def lines(entries: Iterable[TimelineEntry | Moment]) -> list[TimelineLine]:
    """Entries of the journal, or ``Moment`` values, newest first, in the reader's language."""
    made = [entry if isinstance(entry, Moment) else moment_of(entry) for entry in entries]
    made.reverse()
    return [_line(one) for one in sorted(made, key=lambda one: one.at, reverse=True)]


def moment_of(entry: TimelineEntry) -> Moment:
    """One journal entry in words, with the remark that was noted with it."""
    remark = str(entry.facts.get("remark") or "")
    return Moment(at=entry.at, text=entry.words, by=entry.actor_name, remark=remark)


def place_of_time() -> str:
    """The name of the time that all lines follow, such as "Vietnam Time"."""
    return get_timezone_location(get_current_timezone_name(), locale=get_language() or "en")


def _line(moment: Moment) -> TimelineLine:
    at = localtime(moment.at)
    return TimelineLine(at, f"{long_date(at.date(), get_language() or 'en')}, {at:%H:%M}", moment)
