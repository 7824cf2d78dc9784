"""The countdown: the rules of a series, and each edition's days computed from them."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from convoca.conferences.actions.times import refuse_yet_to_come
from convoca.conferences.content import StepFacts
from convoca.conferences.due import due
from convoca.conferences.models import CountdownRule, CountdownStep, Edition, Series
from convoca.conferences.rules import demand, demand_series
from convoca.conferences.writing import held, saved, take
from convoca.journal.actors import Actor
from convoca.journal.chain import Json
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict

COPIED: tuple[str, ...] = (
    *("place", "amount", "unit", "at", "zone", "owner", "name", "main_language"),
    *("rule", "kind", "source", "grade", "is_sample"),
)


def set_due(step: CountdownStep) -> None:
    """Compute when the step is due from its edition's opening day and clocks."""
    when = due(
        step.edition.opens,
        amount=step.amount,
        unit=step.unit,
        at=step.at,
        zone=step.zone or step.edition.zone,
    )
    step.due_on, step.due_zone, step.due_until = when.on, when.zone, when.passes


def recompute(edition: Edition) -> int:
    """Compute the days of all steps anew; say how many there are.

    A step that was removed stays away: `take_rules` brings it back.
    """
    steps = list(edition.countdown.all())
    for step in steps:
        step.edition = edition
        set_due(step)
        step.save()
    return len(steps)


def take_rules(edition: Edition) -> int:
    """Add a step for each rule of the series that has none, and compute all days anew."""
    there = set(edition.countdown.values_list("key", flat=True))
    for rule in edition.series.countdown_rules.all():
        if rule.key not in there:
            copied = {name: getattr(rule, name) for name in COPIED}
            step = CountdownStep(edition=edition, key=rule.key, **copied)
            set_due(step)
            step.save()
    return recompute(edition)


@transaction.atomic
def compute_countdown(*, by: Actor, edition: Edition) -> int:
    """Compute the countdown anew after rules were added; return the number of its steps."""
    demand(by, edition)
    count = take_rules(held(edition))
    record(
        by=by,
        action="conferences.compute_countdown",
        subject_kind="edition",
        subject_uid=edition.uid,
        facts={"steps": count},
    )
    return count


def _check(facts: StepFacts, zone_needed: bool) -> None:
    if facts.at and zone_needed and not facts.zone:
        raise ValidationError({"zone": _("An hour needs the time zone of its clocks.")})


@transaction.atomic
def put_rule(
    *,
    by: Actor,
    series: Series,
    facts: StepFacts,
    rule: CountdownRule | None = None,
    version: int | None = None,
) -> CountdownRule:
    """Add a rule to the series, or change `rule`; editions take it up when they are computed."""
    demand_series(by, series)
    _check(facts, zone_needed=True)
    taken = series.countdown_rules.filter(key=facts.key).exclude(pk=rule.pk if rule else 0)
    if taken.exists():
        raise ValidationError({"key": _("This key is in use.")})
    row = held(rule, version) if rule else CountdownRule(series=series)
    changed = take(row, facts)
    saved(row, is_new=rule is None)
    record(
        by=by,
        action="conferences.put_rule",
        subject_kind="series",
        subject_uid=series.uid,
        facts={"rule": facts.key, **changed},
    )
    return row


@transaction.atomic
def remove_rule(*, by: Actor, rule: CountdownRule) -> None:
    """Take a rule from the series; the steps that editions have of it stay."""
    demand_series(by, rule.series)
    rule = held(rule)
    key, series = rule.key, rule.series
    rule.delete()
    record(
        by=by,
        action="conferences.remove_rule",
        subject_kind="series",
        subject_uid=series.uid,
        facts={"rule": key},
    )


@transaction.atomic
def put_step(
    *,
    by: Actor,
    edition: Edition,
    facts: StepFacts,
    step: CountdownStep | None = None,
    version: int | None = None,
) -> CountdownStep:
    """Add a step of this edition alone, or change `step`; its day is computed."""
    demand(by, edition)
    _check(facts, zone_needed=False)
    if edition.countdown.filter(key=facts.key).exclude(pk=step.pk if step else 0).exists():
        raise ValidationError({"key": _("This key is in use.")})
    row = held(step, version) if step else CountdownStep(edition=edition)
    changed = take(row, facts)
    row.edition = edition
    set_due(row)
    saved(row, is_new=step is None)
    _tell(by, row, "conferences.put_step", **changed)
    return row


@transaction.atomic
def remove_step(*, by: Actor, step: CountdownStep) -> None:
    """Take a step from an edition's countdown; one of a rule comes back by `compute_countdown`."""
    demand(by, step.edition)
    step = held(step)
    _tell(by, step, "conferences.remove_step", name=str(step), due=step.due_on.isoformat())
    step.delete()


@transaction.atomic
def mark_done(
    *, by: Actor, step: CountdownStep, on: date, remark: str = "", version: int | None = None
) -> CountdownStep:
    """Note that a step was done on that day."""
    demand(by, step.edition)
    refuse_yet_to_come(step.edition, on=on)
    step = held(step, version)
    if step.done_on is not None:
        raise StateConflict(_("This was marked as done already."))
    step.done_on, step.remark = on, remark
    saved(step)
    _tell(by, step, "conferences.mark_done", on=on.isoformat(), remark=remark)
    return step


@transaction.atomic
def reopen_step(*, by: Actor, step: CountdownStep, version: int | None = None) -> CountdownStep:
    """Take back that a step was done."""
    demand(by, step.edition)
    step = held(step, version)
    if step.done_on is None:
        raise StateConflict(_("This is not marked as done."))
    step.done_on = None
    saved(step)
    _tell(by, step, "conferences.reopen_step")
    return step


def _tell(by: Actor, step: CountdownStep, action: str, **facts: Json) -> None:
    record(
        by=by,
        action=action,
        subject_kind="edition",
        subject_uid=step.edition.uid,
        facts={"step": step.key, **facts},
    )
