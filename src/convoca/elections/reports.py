"""What the commands print as JSON, with its schema."""

from typing import Any

from convoca.elections.counting import Count
from convoca.elections.words import ENGLISH
from convoca.standards.general_rules.outcomes import Reason, Status
from convoca.standards.general_rules.sources import Grade

_NAMES = {"type": "array", "items": {"type": "string"}}
_NUMBER = {"type": ["integer", "null"], "minimum": 0}
_REASON = {
    "type": "object",
    "required": ["step", "text", "article", "source", "grade", "numbers"],
    "properties": {
        "step": {"type": "string"},
        "text": {"type": "string"},
        "article": {"type": "string"},
        "source": {"type": "string"},
        "grade": {"enum": [grade.value for grade in Grade]},
        "numbers": {"type": "object"},
    },
}
_BALLOT = {
    "conference": {"type": "string"},
    "post": {"type": "string"},
    "region": {"type": ["string", "null"]},
    "round": {"type": ["integer", "null"], "minimum": 1},
    "entitled": _NUMBER,
    "deposited": _NUMBER,
    "blank": _NUMBER,
    "invalid": _NUMBER,
    "valid": _NUMBER,
    "required_majority": _NUMBER,
    "status": {"enum": [status.value for status in Status]},
    "elected": _NAMES,
    "standing": _NAMES,
    "tied": _NAMES,
    "order": _NAMES,
    "missing": _NAMES,
    "conflicts": _NAMES,
    "agrees_with_published": {"type": ["boolean", "null"]},
    "reasons": {"type": "array", "items": _REASON},
}
COUNT_SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "items": {
        "type": "object",
        "required": list(_BALLOT),
        "properties": _BALLOT,
        "additionalProperties": False,
    },
}


def ballot_report(count: Count) -> dict[str, Any]:
    """Describe a counted ballot with the keys of `COUNT_SCHEMA`; the sentences are English."""
    key, numbers, outcome = count.published.key, count.ballot.numbers, count.outcome
    return {
        "conference": key.conference,
        "post": count.published.post_as_written,
        "region": key.region,
        "round": key.round,
        "entitled": numbers.entitled,
        "deposited": numbers.deposited,
        "blank": numbers.blank,
        "invalid": numbers.invalid,
        "valid": outcome.valid,
        "required_majority": outcome.required,
        "status": outcome.status.value,
        "elected": list(outcome.elected),
        "standing": list(outcome.standing),
        "tied": list(outcome.tied),
        "order": list(outcome.order),
        "missing": list(outcome.missing),
        "conflicts": [ENGLISH.conflict(conflict) for conflict in outcome.conflicts],
        "agrees_with_published": count.agrees,
        "reasons": [_reason(reason) for reason in outcome.reasons],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "step": reason.step.value,
        "text": ENGLISH.reason(reason),
        "article": reason.rule.article,
        "source": reason.rule.source,
        "grade": reason.rule.grade.value,
        "numbers": {name: _plain(value) for name, value in reason.facts},
    }


def _plain(value: int | str | tuple[str, ...]) -> int | str | list[str]:
    return list(value) if isinstance(value, tuple) else value
