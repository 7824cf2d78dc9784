"""Decide all ballots of a published table, and compare the outcome with the published one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from convoca.elections.published import PublishedBallot, year_of
from convoca.standards.general_rules.ballots import Ballot, BallotError
from convoca.standards.general_rules.outcomes import (
    Clash,
    Conflict,
    Outcome,
    Reason,
    Status,
    Step,
    because,
    clash,
)
from convoca.standards.general_rules.posts import Kind
from convoca.standards.general_rules.rule_sets import RuleSet
from convoca.standards.general_rules.sequence import Round, decide_rounds
from convoca.standards.general_rules.sources import Grade, Rule

_FIRST_CONFERENCE_UNDER_CS_62 = 2002  # the amendment of 1998 entered into force in 2000
_WHOLE_TABLE = Rule("no article", "Convoca's reading of published tables", Grade.OWN)


@dataclass(frozen=True, slots=True)
class Count:
    """One ballot, decided and compared."""

    published: PublishedBallot
    ballot: Ballot
    outcome: Outcome
    agrees: bool | None


def count_all(published: Sequence[PublishedBallot], rule_set: RuleSet) -> list[Count]:
    """Decide every ballot, the rounds of an election one after the other; keeps the order given.

    Raises:
        BallotError: a ballot that can't be decided as it stands.
    """
    rounds: dict[int, Round] = {}
    for election in _elections(published):
        decided = decide_rounds([each.ballot for each in election], rule_set)
        by_ballot = sorted(election, key=lambda each: each.ballot.round or 0)
        for each, round_ in zip(by_ballot, decided, strict=True):
            rounds[id(each)] = round_
    counts = [_count(each, rounds[id(each)]) for each in published]
    return _with_shared_states(counts, rule_set)


def _elections(published: Sequence[PublishedBallot]) -> list[list[PublishedBallot]]:
    """Group by conference, post and region; a ballot without a round number stands alone."""
    groups: dict[tuple[object, ...], list[PublishedBallot]] = {}
    for each in published:
        alone = id(each) if each.key.round is None else None
        whole = (each.key.conference, each.key.post, each.key.region, alone)
        groups.setdefault(whole, []).append(each)
    return list(groups.values())


def _count(published: PublishedBallot, round_: Round) -> Count:
    outcome = round_.outcome
    reasons: tuple[Reason, ...] = (*_seats_by_rule(published, round_.ballot), *outcome.reasons)
    conflicts: tuple[Conflict, ...] = outcome.conflicts
    if published.assumed_whole:
        reasons = (because(Step.TABLE_TAKEN_AS_WHOLE, _WHOLE_TABLE), *reasons)
    if published.stated_seats is not None:
        where = published.ballot.numbers.where
        facts = {"stated": published.stated_seats, "left": published.ballot.seats}
        conflicts = (*conflicts, clash(Clash.SEATS, where, **facts))
    outcome = replace(outcome, reasons=reasons, conflicts=conflicts)
    return Count(published, round_.ballot, outcome, agrees_with(published.elected, outcome))


def _seats_by_rule(published: PublishedBallot, ballot: Ballot) -> tuple[Reason, ...]:
    """Say which rule gave the seats that no table states; a special ballot has its own."""
    rule, year = published.seats_by_rule, year_of(published.key.conference)
    if rule is None or ballot.special or year is None:
        return ()
    region = published.key.region or ""
    told = because(Step.SEATS_BY_RULE, rule, year=str(year), region=region, seats=rule.value)
    return (told,)


def agrees_with(published: dict[str, bool | None], outcome: Outcome) -> bool | None:
    """Compare with the published result; None where there is nothing to compare for certain."""
    told_yes = {name for name, elected in published.items() if elected}
    told_no = {name for name, elected in published.items() if elected is False}
    elected = set(outcome.elected)
    if elected & told_no:
        return False
    if not told_yes and not told_no:
        return None
    if outcome.status is Status.UNDECIDABLE:
        return None if len(told_yes | elected) <= outcome.seats else False
    if outcome.status is Status.TIED and told_yes - elected <= set(outcome.tied):
        return None if told_yes - elected or elected - told_yes else True
    if told_yes - elected:
        return False
    return None if elected - told_yes else True


def _with_shared_states(counts: list[Count], rule_set: RuleSet) -> list[Count]:
    """CS 62 and 63: all officials and Board members from different Member States."""
    if rule_set.elections is None or not rule_set.elections.different_states.value:
        return counts
    seen: dict[tuple[str, str], tuple[str, str]] = {}
    checked = []
    for count in counts:
        found = [*_same_state_candidates(count), *_same_state_elected(count, seen)]
        outcome = replace(count.outcome, conflicts=(*count.outcome.conflicts, *found))
        checked.append(replace(count, outcome=outcome) if found else count)
    return checked


def _same_state_candidates(count: Count) -> list[Conflict]:
    """CS 63: each Member State may propose only one candidate for the Board."""
    if count.ballot.post.kind is not Kind.BOARD:
        return []
    first: dict[str, str] = {}
    found = []
    for tally in count.ballot.tallies:
        state = count.published.states[tally.name]
        other = first.setdefault(state.casefold(), tally.name) if state else tally.name
        if other != tally.name:
            facts = {"name": tally.name, "other": other, "state": state, "post": "RRB"}
            found.append(clash(Clash.SAME_STATE, tally.where, **facts))
    return found


def _same_state_elected(
    count: Count, seen: dict[tuple[str, str], tuple[str, str]]
) -> list[Conflict]:
    conference = count.published.key.conference
    year = year_of(conference)
    if count.ballot.post.kind not in (Kind.OFFICIAL, Kind.BOARD):
        return []
    if year is None or year < _FIRST_CONFERENCE_UNDER_CS_62:
        return []
    found = []
    for name in count.outcome.elected:
        state = count.published.states[name]
        mine = (name, count.ballot.post.name)
        other = seen.setdefault((conference, state.casefold()), mine) if state else mine
        if other != mine and not (other[1] == mine[1] == "RRB" and _flagged(count, name)):
            facts = {"name": name, "other": other[0], "state": state, "post": other[1]}
            found.append(clash(Clash.SAME_STATE, _where(count.ballot, name), **facts))
    return found


def _flagged(count: Count, name: str) -> bool:
    """Whether the candidates' check of the same ballot has named it already."""
    return any(dict(each.facts).get("name") == name for each in _same_state_candidates(count))


def _where(ballot: Ballot, name: str) -> str:
    return next(tally.where for tally in ballot.tallies if tally.name == name)


__all__ = ["BallotError", "Count", "agrees_with", "count_all"]
