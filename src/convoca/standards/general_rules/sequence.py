"""The rounds of one election, one after the other: what the earlier round means for the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from convoca.standards.general_rules.ballots import Ballot, BallotError, Fault, Tally
from convoca.standards.general_rules.deciding import decide
from convoca.standards.general_rules.outcomes import (
    Clash,
    Conflict,
    Fact,
    Outcome,
    Reason,
    Status,
    Step,
    because,
    clash,
)
from convoca.standards.general_rules.rule_sets import Method, RuleSet


class MixedRuleSetsError(ValueError):
    """Rounds of one election decided by different rule sets."""


@dataclass(frozen=True, slots=True)
class Round:
    """A ballot with its outcome."""

    ballot: Ballot
    outcome: Outcome


def decide_rounds(ballots: Sequence[Ballot], rule_set: RuleSet) -> tuple[Round, ...]:
    """Decide the ballots of one election in the order of their rounds.

    Raises:
        BallotError: see `deciding.decide`; or somebody who withdrew stands again.
    """
    rounds: tuple[Round, ...] = ()
    for ballot in sorted(ballots, key=lambda ballot: ballot.round or 0):
        rounds = (*rounds, decide_next(rounds, ballot, rule_set))
    return rounds


def decide_next(earlier: Sequence[Round], ballot: Ballot, rule_set: RuleSet) -> Round:
    """Decide a ballot in the light of the rounds before it."""
    for before in earlier:
        if before.outcome.rules != rule_set.name:
            raise MixedRuleSetsError(
                f"{ballot.where}: two rule sets mixed: round {before.ballot.round} was decided "
                f"by {before.outcome.rules}, this one by {rule_set.name}"
            )
    if not earlier or ballot.round is None or earlier[-1].ballot.round is None:
        return Round(ballot, decide(ballot, rule_set))
    _refuse_the_withdrawn(earlier, ballot)
    last = earlier[-1]
    ballot, seat_conflicts = _continued(earlier, ballot, rule_set)
    outcome = decide(ballot, rule_set)
    return Round(
        ballot,
        replace(
            outcome,
            conflicts=(*outcome.conflicts, *seat_conflicts, *_not_standing(earlier, ballot)),
            reasons=(*_withdrawals(last, ballot, rule_set), *outcome.reasons),
        ),
    )


def _all_listed(ballot: Ballot) -> bool:
    return not ballot.unlisted_possible


def _refuse_the_withdrawn(earlier: Sequence[Round], ballot: Ballot) -> None:
    for tally in ballot.tallies:
        left = _left_before(earlier, tally)
        if left is not None:
            raise BallotError(
                f"{tally.where}: {tally.name} withdrew before round {left} and can't stand "
                f"in round {ballot.round}",
                Fault.WITHDREW,
                name=tally.name,
                left=left,
                round=ballot.round,
            )


def _left_before(earlier: Sequence[Round], tally: Tally) -> int | None:
    """The round that somebody left out after having stood before; None for all others."""
    stood = False
    for before in earlier:
        if tally.name in before.ballot.names:
            stood = True
        elif stood and _all_listed(before.ballot) and not before.ballot.special:
            return before.ballot.round
    return None


def _continued(
    earlier: Sequence[Round], ballot: Ballot, rule_set: RuleSet
) -> tuple[Ballot, list[Conflict]]:
    """Carry over what the last round left open: a postponement, or a tie.

    A special ballot's table may state the seats that are left, or those of any ballot before it.
    """
    last = earlier[-1]
    if last.outcome.status is Status.POSTPONED:
        return replace(ballot, later_meeting=True), []
    if last.outcome.status is not Status.TIED:
        return ballot, []
    method = rule_set.ballots.method(ballot.post.kind, last.outcome.seats).value
    if method is Method.MAJORITY:
        return _after_tie_for_one_seat(last.outcome, ballot, rule_set), []
    left = last.outcome.seats - len(last.outcome.elected)
    conflicts = []
    if ballot.seats not in {left, *(before.outcome.seats for before in earlier)}:
        facts: dict[str, Fact] = {"stated": ballot.seats, "left": left}
        conflicts.append(clash(Clash.SEATS, ballot.numbers.where or ballot.where, **facts))
    return replace(ballot, seats=left, special=True), conflicts


def _after_tie_for_one_seat(last: Outcome, ballot: Ballot, rule_set: RuleSet) -> Ballot:
    """The further ballot of a level last round; or the one for a place in the last round."""
    if len(last.standing) <= rule_set.ballots.finalists.value:
        return replace(ballot, special=True)
    if set(ballot.names) <= set(last.tied):
        beside = tuple(name for name in last.standing if name not in last.tied)
        return replace(ballot, special=True, beside=beside)
    return ballot


def _not_standing(earlier: Sequence[Round], ballot: Ballot) -> list[Conflict]:
    """Names that the rounds before left no place for."""
    last = earlier[-1]
    if last.outcome.status is Status.DECIDED:
        facts: dict[str, Fact] = {"round": last.ballot.round or 0, "names": last.outcome.elected}
        return [clash(Clash.ROUND_AFTER_DECISION, ballot.where, **facts)]
    if last.outcome.status is Status.UNDECIDABLE or not _all_listed(last.ballot):
        return []
    return [
        clash(Clash.NOT_STANDING, tally.where, name=tally.name, round=last.ballot.round or 0)
        for tally in ballot.tallies
        if tally.name not in last.outcome.standing
    ]


def _withdrawals(last: Round, ballot: Ballot, rule_set: RuleSet) -> tuple[Reason, ...]:
    if not _all_listed(ballot) or last.outcome.status is not Status.NEXT_ROUND:
        return ()
    gone = tuple(name for name in last.outcome.standing if name not in ballot.names)
    if not gone:
        return ()
    rule = rule_set.ballots.withdrawal_between_rounds
    return (because(Step.WITHDRAWN, rule, names=gone, round=last.ballot.round or 0),)
