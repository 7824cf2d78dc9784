"""Showing states, goals and action lines in templates."""

from collections.abc import Iterable

from django import template

from convoca.calls.models import Contribution, ContributionState, Reply, ReplyState
from convoca.calls.topics import ACTION_LINES, GOALS, Kind
from convoca.pages.templatetags.pages import status

register = template.Library()

_REPLY_TONES = {
    ReplyState.SILENT: "late",
    ReplyState.DRAFTED: "info",
    ReplyState.HANDED_ON: "info",
    ReplyState.LETTER_ONLY: "info",
    ReplyState.THROUGH: "ok",
    ReplyState.RECEIVED: "ok",
    ReplyState.NOTHING: "plain",
}
_ITEM_TONES = {
    ContributionState.DRAFT: "late",
    ContributionState.SUBMITTED: "info",
    ContributionState.RETURNED: "late",
    ContributionState.IN_REVIEW: "info",
    ContributionState.DECIDED: "ok",
}


@register.simple_tag
def reply_status(reply: Reply) -> str:
    """The state of a reply in words."""
    state = reply.state
    return status(state.label, _REPLY_TONES[state])


@register.simple_tag
def item_status(contribution: Contribution) -> str:
    """The state of a contribution in words."""
    state = ContributionState(contribution.state)
    return status(state.label, _ITEM_TONES.get(state, "plain"))


@register.filter
def goal_names(numbers: Iterable[int]) -> list[str]:
    """The labels of goals."""
    return [GOALS[number].label for number in numbers if number in GOALS]


@register.filter
def line_names(codes: Iterable[str]) -> list[str]:
    """The labels of action lines."""
    return [ACTION_LINES[code].label for code in codes if code in ACTION_LINES]


@register.filter
def kind_names(kinds: Iterable[str]) -> list[str]:
    """The words of kinds."""
    return [str(Kind(kind).label) for kind in kinds if kind in Kind.values]
