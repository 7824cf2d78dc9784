"""What this room announces upward, inside the transaction of the action."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.dispatch import Signal
from django.utils.functional import Promise

from convoca.journal.actors import Actor
from convoca.members.models import Body


@dataclass(frozen=True, slots=True)
class Moving:
    """What would move when bodies are merged or split: a room's line of the preview."""

    label: str | Promise
    count: int
    moves: bool = True


# Receivers get predecessor: Body, successors: tuple[Body, ...], on: date, by: Actor and move what
# is still open to the first of them, which was chosen for it; an error of theirs rolls the
# succession back.
bodies_succeeded = Signal()

# Receivers get predecessor, successors and on, and return a list of Moving.
succession_previewed = Signal()


def announce(predecessor: Body, successors: tuple[Body, ...], on: date, by: Actor) -> None:
    """Tell the rooms above that from `on` the successors answer for the predecessor."""
    bodies_succeeded.send(sender=Body, predecessor=predecessor, successors=successors, on=on, by=by)


def asked(predecessor: Body, successors: tuple[Body, ...], on: date) -> list[Moving]:
    """Ask the rooms above what would move."""
    answers: Sequence[tuple[object, Any]] = succession_previewed.send(
        sender=Body, predecessor=predecessor, successors=successors, on=on
    )
    return [line for _receiver, lines in answers for line in lines or []]
