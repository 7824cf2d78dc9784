"""What the start page shows, gathered from the rooms below."""

from collections.abc import Callable
from datetime import UTC, datetime

from convoca.calls.models import Call
from convoca.calls.queries import calls
from convoca.calls.queries.waiting import waiting_for as waiting_in_calls
from convoca.conferences import queries as conferences
from convoca.conferences.models import Edition
from convoca.journal.actors import Actor
from convoca.letters import queries as letters
from convoca.library.models import Entry
from convoca.library.queries import entries as library
from convoca.outbox import queries as outbox
from convoca.pages.waiting import Waiting

ROOMS: tuple[Callable[..., list[Waiting]], ...] = (
    letters.waiting_for,
    outbox.waiting_for,
    waiting_in_calls,
    library.waiting_for,
    conferences.waiting_for,
)
NEWEST = 4
_LAST = datetime.max.replace(tzinfo=UTC)


def waiting_for(*, by: Actor) -> list[Waiting]:
    """Return everything that waits for the actor, what is due first before what has no date."""
    found = [task for room in ROOMS for task in room(by=by)]
    return sorted(found, key=lambda task: task.until or _LAST)


def open_calls() -> list[Call]:
    """Return the calls that are open now, the newest first; one query."""
    return list(calls.open_calls().order_by("-opened_at"))


def newest_entries() -> list[Entry]:
    """Return the newest entries of the public shelf; one query."""
    return list(library.newest_public()[:NEWEST])


def newest_editions(*, by: Actor) -> list[Edition]:
    """Return the conferences that the actor may read, the latest first; one query."""
    return list(conferences.visible_editions(by)[:NEWEST])
