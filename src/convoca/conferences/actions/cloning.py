"""A new edition from the structure of an earlier one."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from convoca.conferences.actions.countdown import COPIED, set_due
from convoca.conferences.actions.series import create_edition
from convoca.conferences.content import EditionFacts
from convoca.conferences.due import counted
from convoca.conferences.models import CountdownStep, Edition
from convoca.conferences.rules import demand
from convoca.conferences.signals import Copied, announce_clone, copied_above
from convoca.conferences.writing import saved
from convoca.journal.actors import Actor
from convoca.journal.record import record


def clone_plan(*, by: Actor, source: Edition) -> list[Copied]:
    """Return what a clone would take over, here and in the rooms above; nothing is written."""
    demand(by, source)
    steps = tuple(str(step) for step in source.countdown.all())
    return [Copied(_("Steps of the countdown"), steps), *copied_above(source)]


@transaction.atomic
def clone_edition(*, by: Actor, source: Edition, facts: EditionFacts) -> Edition:
    """Make a new edition with the structure of `source`: countdown, committees, agenda.

    People, letters, dates of events, documents and decisions stay with the source.
    """
    demand(by, source)
    copy = create_edition(by=by, series=source.series, facts=facts)
    copy.cloned_from = source
    saved(copy)
    _copy_countdown(source, copy)
    announce_clone(source=source, copy=copy, by=by)
    record(
        by=by,
        action="conferences.clone_edition",
        subject_kind="edition",
        subject_uid=copy.uid,
        facts={"source": str(source.uid)},
    )
    return copy


def _copy_countdown(source: Edition, copy: Edition) -> None:
    there = {step.key: step for step in copy.countdown.all()}
    for step in source.countdown.all():
        row = there.get(step.key) or CountdownStep(edition=copy, key=step.key)
        for name in COPIED:
            setattr(row, name, getattr(step, name))
        row.edition = copy
        set_due(row)
        row.save()


def cloned_days(source: Edition, *, opens: date) -> list[tuple[str, date]]:
    """Return the name and the new day of each step, in order, for a clone that opens that day."""
    days = [(str(step), counted(opens, step.amount, step.unit)) for step in source.countdown.all()]
    return sorted(days, key=lambda one: one[1])
