"""The submission slip (phiếu trình) and the steps of the way, from what was decided."""

from dataclasses import replace
from datetime import datetime

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from convoca.languages.dates import short_date
from convoca.letters.documents import name_of
from convoca.letters.models import Letter, Outcome, State
from convoca.letters.workflow import DESKS
from convoca.members.periods import today
from convoca.pages.parts import Step as ShownStep
from convoca.pages.parts import StepState
from convoca.typesetting.documents import SlipStep, SubmissionSlip


def slip_of(letter: Letter) -> SubmissionSlip:
    """Return the slip of a letter as it stands now: every version and decision, oldest first."""
    day = letter.dated or today()
    signer = f"{letter.own_post or letter.head_post} {letter.signer_name}".strip()
    return SubmissionSlip(
        body=name_of(letter.issuer, day, letter.main_language),
        unit=name_of(letter.drafting_unit, day, letter.main_language),
        matter=letter.subject or letter.title,
        to=signer or _("Signer"),
        place=letter.place or "…",
        made_on=today(),
        steps=_lines(letter),
        reference=letter.number_and_symbol if letter.is_numbered else "",
    )


def _lines(letter: Letter) -> tuple[SlipStep, ...]:
    found = []
    for version in letter.versions.prefetch_related("steps"):
        found.append(
            SlipStep(
                stage=_("Submitted, version %(number)s") % {"number": version.number},
                by=version.submitted_by_name,
                at=timezone.localtime(version.created_at),
                outcome=_("Submitted"),
            )
        )
        for step in version.steps.all():
            found.append(
                SlipStep(
                    stage=stage_name(step.desk),
                    by=step.actor_name,
                    at=timezone.localtime(step.at),
                    outcome=str(step.get_outcome_display()),
                    remark=step.remark,
                )
            )
    return tuple(found)


def stage_name(desk: str) -> str:
    """Return what is done at a desk, as the slip names it."""
    names = {
        State.CONTENT: _("Content check"),
        State.FORM: _("Form check"),
        State.SIGNING: _("Signing"),
    }
    return names[State(desk)]


_AFTER = (State.SIGNED, State.PREPARED, State.ISSUED)
# How far a letter came that goes no further.
_ENDED = {State.VOID: State.SIGNED, State.DROPPED: State.DRAFT}


def way(letter: Letter) -> list[ShownStep]:
    """Return the steps from draft to dispatch, each with who agreed and when."""
    version = letter.versions.order_by("-number").first()
    agreed = (
        {step.desk: step for step in version.steps.filter(outcome=Outcome.AGREED)}
        if version
        else {}
    )
    order = [State.DRAFT, *(desk.state for desk in DESKS), *_AFTER]
    state = State(letter.state)
    at = order.index(_ENDED.get(state, State.ISSUED if letter.is_dispatched else state))
    steps = [ShownStep(_("Draft"), _state(0, at), letter.drafted_by_name)]
    for place, desk in enumerate(DESKS, start=1):
        step = agreed.get(desk.state.value)
        who = _("in another system") if letter.is_numbered_elsewhere else str(desk.who)
        told = f"{step.actor_name}, {_day(step.at)}" if step and place < at else who
        steps.append(ShownStep(stage_name(desk.state), _state(place, at), told))
    clerk = _("Records clerk")
    number = letter.number_and_symbol if letter.is_numbered else ""
    steps.append(ShownStep(_("Into the outbox"), _state(len(DESKS) + 1, at), number or clerk))
    issued = _day(letter.issued_at) if letter.issued_at else clerk
    final: StepState = "done" if letter.issued_at else _state(len(DESKS) + 2, at)
    steps.append(ShownStep(_("Issue"), final, issued))
    return [_not_waiting(step) for step in steps] if state in _ENDED else steps


def _not_waiting(step: ShownStep) -> ShownStep:
    return replace(step, state="ahead") if step.state == "current" else step


def _state(place: int, at: int) -> StepState:
    if place < at:
        return "done"
    return "current" if place == at else "ahead"


def _day(moment: datetime) -> str:
    return short_date(timezone.localtime(moment).date(), get_language() or "en")
