"""A deadline: a local date and time in a zone, and the instant that they mean."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """`on` and `at` by the clocks of `zone`, an IANA name."""

    on: date
    at: time
    zone: str

    @property
    def instant(self) -> datetime:
        """The instant at which its minute begins, in UTC.

        A time that the clocks show twice means the later one, a time that they skip the moment
        that they skip to: nobody loses an hour by a change of the clocks.
        """
        local = datetime.combine(self.on, self.at.replace(second=0, microsecond=0, fold=1))
        there = local.replace(tzinfo=ZoneInfo(self.zone))
        as_shown = there.astimezone(UTC).astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)
        if as_shown < local.replace(fold=0):
            there = there.replace(fold=0)
        return there.astimezone(UTC)

    @property
    def ends(self) -> datetime:
        """The first instant that is too late: a deadline passes at the end of its minute."""
        return self.instant + MINUTE


def end_of_year(year: int, zone: str) -> Deadline:
    """Return the last minute of a year, where a call without a deadline of its own ends."""
    return Deadline(date(year, 12, 31), time(23, 59), zone)
