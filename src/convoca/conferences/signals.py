"""What conferences announce upward, inside the transaction of the action."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.dispatch import Signal
from django.utils.functional import Promise

from convoca.conferences.models import Edition
from convoca.journal.actors import Actor


@dataclass(frozen=True, slots=True)
class Copied:
    """What a room would copy into a new edition: a line of the preview."""

    label: str | Promise
    names: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many rows go along."""
        return len(self.names)


edition_cloned = Signal()
"""An edition was made from an earlier one. Sends `source`, `copy` (Edition) and `by` (Actor)."""

clone_previewed = Signal()
"""Sends `source: Edition`; a receiver returns a list of Copied."""


def announce_clone(*, source: Edition, copy: Edition, by: Actor) -> None:
    """Let the rooms above copy their part of the structure."""
    edition_cloned.send(sender=Edition, source=source, copy=copy, by=by)


def copied_above(source: Edition) -> list[Copied]:
    """Ask the rooms above what they would copy."""
    answers: Sequence[tuple[object, Any]] = clone_previewed.send(sender=Edition, source=source)
    return [line for _receiver, lines in answers for line in lines or []]
