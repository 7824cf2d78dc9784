"""A decided ballot as a page shows it: in the reader's language, with every reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from convoca.elections.deciding import Decided, label, state_name, words
from convoca.elections.explaining import cited
from convoca.elections.models import Ballot, Candidature, Contest
from convoca.elections.words import Words
from convoca.pages.charts import Part
from convoca.pages.parts import SummaryRow
from convoca.standards.general_rules.outcomes import Status
from convoca.standards.general_rules.sources import Rule

_TONES = {
    Status.DECIDED: "ok",
    Status.NEXT_ROUND: "info",
    Status.TIED: "late",
    Status.POSTPONED: "late",
    Status.UNDECIDABLE: "plain",
}


@dataclass(frozen=True)
class Name:
    """A name on the ballot: its votes in words, and what became of it."""

    words: str
    state: str
    votes: str
    is_known: bool
    is_elected: bool
    is_announced: bool
    is_tied: bool


@dataclass(frozen=True)
class Told:
    """A ballot in words."""

    ballot: Ballot
    title: str
    status: str
    tone: str
    elected: str
    names: Sequence[Name]
    parts: Sequence[Part]
    numbers: Sequence[SummaryRow]
    reasons: Sequence[tuple[str, str]]
    conflicts: Sequence[str]
    comparison: str


def told(decided: Decided) -> Told:
    """Put a decided ballot into words."""
    said, outcome = words(), decided.count.outcome
    labels = said.labels
    compared = {True: labels.agrees, False: labels.differs, None: labels.not_comparable}
    return Told(
        ballot=decided.ballot,
        title=round_title(decided.ballot),
        status=said.statuses[outcome.status],
        tone=_TONES[outcome.status],
        elected=said.listed(outcome.elected) or labels.nobody,
        names=_names(decided, said),
        parts=_parts(decided),
        numbers=_numbers(decided, said),
        reasons=[(said.reason(one), cited(one.rule, said)) for one in outcome.reasons],
        conflicts=[said.conflict(one) for one in outcome.conflicts],
        comparison=f"{labels.comparison}{said.colon} {compared[decided.count.agrees]}",
    )


def round_title(ballot: Ballot) -> str:
    """Name a round in the reader's language."""
    labels = words().labels
    name = labels.round_unknown
    if ballot.round is not None:
        name = labels.round.format(round=ballot.round)
    return name[:1].upper() + name[1:]


def rules_told(rounds: Sequence[Decided]) -> tuple[list[str], list[str]]:
    """Return what the grades mean and where the rules were read, as far as they are used."""
    said = words()
    rules: dict[Rule, None] = {
        reason.rule: None for one in rounds for reason in one.count.outcome.reasons
    }
    used = {rule.grade for rule in rules}
    grades = [f"{grade.value}: {text}" for grade, text in said.grades.items() if grade in used]
    sources = {
        f"{said.phrase(rule.article)}{said.colon} {said.phrase(rule.source)}": None
        for rule in rules
    }
    return grades, list(sources)


def full_label(candidature: Candidature) -> str:
    """Return a candidature with its State, where a person stands."""
    if candidature.contest.stands_in_person and candidature.name:
        return f"{candidature.name} ({state_name(candidature)})"
    return label(candidature)


def in_order(contest: Contest, rounds: Sequence[Decided]) -> list[Candidature]:
    """Return the candidatures: those with seats first, then by the votes of their last round."""
    last: dict[int, int] = {}
    for one in rounds:
        for vote in one.ballot.votes.all():
            last[vote.candidature_id] = vote.votes if vote.votes is not None else -1
    return sorted(
        contest.candidatures.all(),
        key=lambda one: (not hasattr(one, "award"), -last.get(one.pk, -2), one.pk),
    )


def _names(decided: Decided, said: Words) -> list[Name]:
    outcome, known = decided.count.outcome, decided.count.ballot.known
    announced = {one.pk for one in decided.announced}
    found = []
    for name in outcome.order:
        one = decided.by_name[name]
        votes = said.number(known[name]) if name in known else said.labels.votes_missing
        found.append(
            Name(
                words=name,
                state=state_name(one) if one.contest.stands_in_person and one.name else "",
                votes=votes,
                is_known=name in known,
                is_elected=name in outcome.elected,
                is_announced=one.pk in announced,
                is_tied=name in outcome.tied,
            )
        )
    return found


def _parts(decided: Decided) -> list[Part]:
    outcome, known = decided.count.outcome, decided.count.ballot.known
    return [
        Part(
            _part_label(decided, name),
            known[name],
            "ok" if name in outcome.elected else "info",
        )
        for name in outcome.order
        if name in known
    ]


def _part_label(decided: Decided, name: str) -> str:
    whole = full_label(decided.by_name[name])
    if name in decided.count.outcome.elected:
        return _("%(name)s, elected") % {"name": whole}
    return whole


def _numbers(decided: Decided, said: Words) -> list[SummaryRow]:
    numbers, outcome, labels = decided.count.ballot.numbers, decided.count.outcome, said.labels
    several = decided.count.ballot.seats > 1
    majority = _number(outcome.required, said)
    if several and outcome.required is None:
        majority = labels.no_majority_needed
    rows = (
        (labels.seats, said.number(decided.count.ballot.seats)),
        (labels.entitled, _number(numbers.entitled, said)),
        (labels.deposited, _number(numbers.deposited, said)),
        (labels.blank, _number(numbers.blank, said)),
        (labels.invalid, _number(numbers.invalid, said)),
        (labels.votes_counted if several else labels.valid, _number(outcome.valid, said)),
        (labels.required, majority),
    )
    return [SummaryRow(name, value) for name, value in rows]


def _number(value: int | None, said: Words) -> str:
    return said.labels.not_published if value is None else said.number(value)
