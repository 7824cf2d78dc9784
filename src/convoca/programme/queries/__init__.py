"""The reads that pages share."""

from convoca.programme.queries.clashes import clashes, clashes_of
from convoca.programme.queries.exhibition import exhibitors, halls_with_counts
from convoca.programme.queries.sessions import (
    not_described,
    on_days,
    people_named,
    programme,
    sessions,
    speakers_elsewhere,
    stamp,
    stamps_of_days,
)

__all__ = [
    "clashes",
    "clashes_of",
    "exhibitors",
    "halls_with_counts",
    "not_described",
    "on_days",
    "people_named",
    "programme",
    "sessions",
    "speakers_elsewhere",
    "stamp",
    "stamps_of_days",
]
