"""The reads that pages and the rooms above share."""

from convoca.conferences.queries.countdown import StepRow, countdown, is_over
from convoca.conferences.queries.delegations import (
    RegionRow,
    Statistics,
    by_region,
    delegations,
    guests,
    members_of,
    own_delegations,
    statistics,
)
from convoca.conferences.queries.editions import (
    SeriesRow,
    neighbours,
    series_rows,
    visible_editions,
)
from convoca.conferences.queries.events import days_of, events, on_day, with_speeches
from convoca.conferences.queries.waiting import waiting_for

__all__ = [
    "RegionRow",
    "SeriesRow",
    "Statistics",
    "StepRow",
    "by_region",
    "countdown",
    "days_of",
    "delegations",
    "events",
    "guests",
    "is_over",
    "members_of",
    "neighbours",
    "on_day",
    "own_delegations",
    "series_rows",
    "statistics",
    "visible_editions",
    "waiting_for",
    "with_speeches",
]
