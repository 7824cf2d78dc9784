"""One thing that waits for somebody: what each room's `waiting_for` returns to the start page."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Waiting:
    """A task in words, where to do it, and until when (None: no date was set).

    The day of `until` is told by the clocks of `zone`, by the reader's where it is None.
    """

    words: str | Promise
    url: str
    until: datetime | None = None
    about: str = ""
    zone: tzinfo | None = None
