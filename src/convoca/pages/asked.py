"""Reading what a request names: it comes from a form of ours, or from anybody."""

from collections.abc import Iterable
from uuid import UUID

from django.http import Http404

MOST_DIGITS = 9  # fits PostgreSQL's integer


def uids(given: Iterable[str]) -> list[UUID]:
    """Return the ids that a form sends for what was chosen; a forged one is not found (404)."""
    try:
        return [UUID(one) for one in given]
    except ValueError as no_uid:
        raise Http404 from no_uid


def whole_number(text: str) -> int | None:
    """Return the number that plain digits say, None for anything else."""
    is_plain = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return int(text) if is_plain else None
