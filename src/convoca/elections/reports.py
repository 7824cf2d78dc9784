"""What the commands print as JSON, with its schema."""

from collections.abc import Sequence
from typing import Any

from convoca.elections.counting import Count
from convoca.elections.words import ENGLISH
from convoca.standards.general_rules.outcomes import Reason, Status
from convoca.standards.general_rules.papers import PaperCount
from convoca.standards.general_rules.rule_sets import Closing, RuleSet
from convoca.standards.general_rules.sources import Grade
from convoca.standards.general_rules.tellers import Difference

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


_LINES = {"type": "array", "items": {"type": "object"}}
PAPERS_SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": [
        "seats",
        "deposited",
        "blank",
        "invalid",
        "valid",
        "marks",
        "votes",
        "reasons",
        "outcome",
    ],
    "properties": {
        "seats": {"type": "integer"},
        "deposited": {"type": "integer"},
        "blank": {"type": "integer"},
        "invalid": {"type": "integer"},
        "valid": {"type": "integer", "description": "papers that bear a vote"},
        "marks": {"type": "integer", "description": "votes on the valid papers together"},
        "votes": {**_LINES, "description": "name, votes; in the order of the candidates"},
        "reasons": {**_LINES, "description": "row, reason, told; one for each invalid paper"},
        "outcome": {"type": ["object", "null"], "description": "as `count` prints it"},
    },
}
TELLERS_SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["tellers", "agree", "differences"],
    "properties": {
        "tellers": _NAMES,
        "agree": {"type": "boolean"},
        "differences": {**_LINES, "description": "line, counts by teller (null: no such line)"},
    },
}
RULES_SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["name", "told", "settings"],
    "properties": {
        "name": {"type": "string"},
        "told": {"type": "string"},
        "settings": {**_LINES, "description": "name, value, article, source, grade"},
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


def papers_report(count: PaperCount, outcome: Sequence[Count] = ()) -> dict[str, Any]:
    """Describe counted papers with the keys of `PAPERS_SCHEMA`, and what they decide."""
    return {
        "seats": count.seats,
        "deposited": count.deposited,
        "blank": count.blank,
        "invalid": len(count.invalid),
        "valid": count.valid,
        "marks": count.marks,
        "votes": [{"name": name, "votes": votes} for name, votes in count.votes],
        "reasons": [
            {"row": paper.row, "reason": paper.reason.value, "told": paper.told}
            for paper in count.invalid
        ],
        "outcome": ballot_report(outcome[0]) if outcome else None,
    }


def papers_lines(count: PaperCount) -> list[str]:
    """Tell counted papers line by line."""
    by_votes = sorted(count.votes, key=lambda line: -line[1])
    return [
        f"deposited {count.deposited}, blank {count.blank}, invalid {len(count.invalid)}, "
        f"valid {count.valid}",
        *(f"{votes:>8}  {name}" for name, votes in by_votes),
        *(
            f"row {paper.row} is invalid: {paper.reason.value} ({paper.told})"
            for paper in count.invalid
        ),
    ]


def tellers_report(tellers: Sequence[str], differences: Sequence[Difference]) -> dict[str, Any]:
    """Describe the comparison with the keys of `TELLERS_SCHEMA`."""
    return {
        "tellers": list(tellers),
        "agree": not differences,
        "differences": [{"line": each.line, "counts": dict(each.counts)} for each in differences],
    }


def tellers_lines(tellers: Sequence[str], differences: Sequence[Difference]) -> list[str]:
    """Tell the comparison line by line."""
    if not differences:
        return [f"all {len(tellers)} counts agree"]
    return [
        f"{each.line}: "
        + ", ".join(
            f"{teller} {'has no such line' if number is None else number}"
            for teller, number in each.counts
        )
        for each in differences
    ]


def rules_report(rules: RuleSet) -> dict[str, Any]:
    """Describe a rule set with the keys of `RULES_SCHEMA`."""
    return {
        "name": rules.name,
        "told": rules.told,
        "settings": [
            {
                "name": name,
                "value": _value(setting.value),
                "article": setting.rule.article,
                "source": setting.rule.source,
                "grade": setting.rule.grade.value,
            }
            for name, setting in rules.settings()
        ],
    }


def rules_lines(rules: RuleSet) -> list[str]:
    """Tell a rule set setting by setting."""
    lines = [f"{rules.name}: {rules.told}"]
    for each in rules_report(rules)["settings"]:
        lines.append(f"{each['name']}: {_in_words(each['value'])}")
        lines.append(f"    {each['article']} [{each['grade']}] {each['source']}")
    lines.append("")
    lines += [f"{grade.value}  {told}" for grade, told in ENGLISH.grades.items()]
    return lines


def _value(value: Any) -> Any:
    if isinstance(value, Closing):
        at = value.at.isoformat("minutes")
        return {"days_before": value.days_before, "at": at, "zone": value.zone}
    if isinstance(value, tuple):
        return [list(group) for group in value]
    return value


def _in_words(value: Any) -> str:
    if isinstance(value, bool) or value is None:
        return {True: "yes", False: "no", None: "none"}[value]
    if isinstance(value, dict):
        return f"{value['days_before']} days before, {value['at']} {value['zone']}"
    if isinstance(value, list):
        return "; then ".join(" and ".join(group) for group in value)
    return str(value)
