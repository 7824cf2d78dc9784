"""A time on the clocks of a zone and the instant that it means, also when the clocks change.

Source of the offsets: the IANA time zone database. RFC 5545, section 3.3.5 has the same two cases.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)


class Clock(StrEnum):
    """What a local time is on the day the clocks change."""

    ORDINARY = "ordinary"
    TWICE = "twice"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class LocalTime:
    """`on` and `at` by the clocks of `zone`, an IANA name."""

    on: date
    at: time
    zone: str

    @property
    def clock(self) -> Clock:
        """Say whether the clocks show this time once, twice or never."""
        first, second = self._instant(0), self._instant(1)
        if first == second:
            return Clock.ORDINARY
        return Clock.TWICE if first < second else Clock.SKIPPED

    @property
    def earliest(self) -> datetime:
        """The instant in UTC; the first of two, in a gap as if the clocks had not moved yet."""
        return self._instant(0)

    @property
    def latest(self) -> datetime:
        """The instant in UTC that costs nobody an hour: the later of two, after a gap the same."""
        return max(self._instant(0), self._instant(1))

    @property
    def passes(self) -> datetime:
        """The first instant that is too late: a deadline passes at the end of its minute."""
        return self.latest + MINUTE

    def _instant(self, fold: int) -> datetime:
        local = datetime.combine(self.on, self.at.replace(second=0, microsecond=0, fold=fold))
        return local.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)
