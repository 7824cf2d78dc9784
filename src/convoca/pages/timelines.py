"""Entries of the journal as lines that people read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from convoca.pages.parts import Moment


def moments(entries: Iterable[Any]) -> list[Moment]:
    """Entries of the journal, or ``Moment`` values, newest first."""
    made = [entry if isinstance(entry, Moment) else moment_of(entry) for entry in entries]
    return sorted(made, key=lambda moment: moment.at, reverse=True)


def moment_of(entry: Any) -> Moment:
    """One journal entry in words, with the remark that was noted with it."""
    remark = entry.facts.get("remark", "")
    return Moment(at=entry.at, text=entry.words, by=entry.actor_name, remark=remark)
