"""How the steps before an opening stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from convoca.conferences.due import Standing, standing
from convoca.conferences.models import (
    Answer,
    CountdownStep,
    Delegation,
    Edition,
    StepKind,
)
from convoca.members.queries import sort_column


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of the countdown as it stands, with those who are late where records tell."""

    step: CountdownStep
    standing: Standing
    late: Sequence[Delegation] = field(default_factory=tuple)
    waits_for: int = 0


def countdown(edition: Edition, now: datetime | None = None) -> list[StepRow]:
    """Return the edition's steps by day with their states; three queries."""
    now = now or timezone.now()
    rows = sorted(edition.countdown.all(), key=lambda step: (step.due_until, step.place))
    open_rows = list(
        edition.delegations.filter(Q(invited_on=None) | Q(answer=Answer.SILENT))
        .select_related("body")
        .order_by(f"body__{sort_column()}")
    )
    counts = edition.delegations.exists()
    over = is_over(edition, now)
    return [_step_row(step, open_rows if counts else None, over, now) for step in rows]


def _step_row(
    step: CountdownStep, open_rows: list[Delegation] | None, over: bool, now: datetime
) -> StepRow:
    behind = _behind(step, open_rows or [])
    is_counted = step.kind != StepKind.OTHER and open_rows is not None
    state = standing(
        due_until=step.due_until,
        is_done=step.done_on is not None or (is_counted and not behind),
        is_over=over,
        now=now,
        late=len(behind),
    )
    is_late = state is Standing.LATE
    return StepRow(step, state, tuple(behind) if is_late else (), len(behind))


def _behind(step: CountdownStep, rows: list[Delegation]) -> list[Delegation]:
    if step.kind == StepKind.INVITATIONS:
        return [row for row in rows if row.invited_on is None]
    if step.kind == StepKind.REPLIES:
        return [row for row in rows if row.answer == Answer.SILENT]
    return []


def is_over(edition: Edition, now: datetime | None = None) -> bool:
    """Say whether the edition's last day has passed by its own clocks."""
    return (now or timezone.now()).astimezone(edition.clocks).date() > edition.closes
