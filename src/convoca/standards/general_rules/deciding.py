"""Decide one ballot by a rule set."""

from convoca.standards.general_rules.ballots import Ballot, BallotError, Fault, check
from convoca.standards.general_rules.final_places import decide_places
from convoca.standards.general_rules.known_votes import counted
from convoca.standards.general_rules.majority import decide_by_majority
from convoca.standards.general_rules.outcomes import Outcome, Status, Step, because
from convoca.standards.general_rules.plurality import decide_by_plurality
from convoca.standards.general_rules.rule_sets import Method, RuleSet


def decide(ballot: Ballot, rule_set: RuleSet) -> Outcome:
    """Decide a counted ballot, with reasons; never guess where a missing vote could matter.

    Raises:
        BallotError: the ballot contradicts itself, or nobody voted for anybody (and no rule
            postpones it); the message names the row.
    """
    check(ballot)
    method = rule_set.ballots.method(ballot.post.kind, ballot.seats)
    if method.value is Method.NOT_SUPPORTED:
        return _not_supported(ballot, rule_set)
    if ballot.beside is not None:
        outcome = decide_places(ballot, rule_set)
    elif method.value is Method.MAJORITY:
        outcome = decide_by_majority(ballot, rule_set)
    else:
        outcome = decide_by_plurality(ballot, rule_set)
    if ballot.fully_known and counted(ballot) == 0 and outcome.status is not Status.POSTPONED:
        raise _without_votes(ballot)
    return outcome


def _without_votes(ballot: Ballot) -> BallotError:
    where = f"{ballot.where}: " if ballot.where else ""
    if ballot.numbers.invalid:
        told = f"{where}there is no valid paper with a vote for anybody"
        return BallotError(told, Fault.NO_VALID_VOTE)
    told = f"{where}everyone abstained: there is no vote for anybody"
    return BallotError(told, Fault.ALL_ABSTAINED)


def _not_supported(ballot: Ballot, rule_set: RuleSet) -> Outcome:
    told = because(
        Step.METHOD_NOT_SUPPORTED,
        rule_set.ballots.method(ballot.post.kind, ballot.seats),
        rules=rule_set.name,
        seats=ballot.seats,
    )
    return Outcome(
        rules=rule_set.name,
        status=Status.UNDECIDABLE,
        seats=ballot.seats,
        valid=counted(ballot) if ballot.votes_complete else ballot.numbers.valid,
        required=None,
        elected=(),
        standing=(),
        tied=(),
        order=ballot.order,
        missing=ballot.missing,
        conflicts=(),
        reasons=(told,),
    )
