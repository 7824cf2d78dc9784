"""The special ballot among those who were level for a place in the last round.

No rule for this was found; it is Convoca's own convention that most votes take the place.
"""

from convoca.standards.general_rules.ballots import Ballot
from convoca.standards.general_rules.clashes import clashes
from convoca.standards.general_rules.known_votes import counted
from convoca.standards.general_rules.outcomes import Outcome, Reason, Status, Step, because
from convoca.standards.general_rules.rule_sets import RuleSet


def decide_places(ballot: Ballot, rule_set: RuleSet) -> Outcome:
    """Tell who joins `ballot.beside` in the last round; nobody is elected by this ballot."""
    rules = rule_set.ballots
    places = rules.finalists.value - len(ballot.beside or ())
    opening = because(Step.SPECIAL_BALLOT, rules.tie_for_final, seats=places)
    status, names, told = _verdict(ballot, rule_set, places)
    return Outcome(
        rules=rule_set.name,
        status=status,
        seats=1,
        valid=counted(ballot) if ballot.votes_complete else ballot.numbers.valid,
        required=None,
        elected=(),
        standing=(*(ballot.beside or ()), *names) if names else (),
        tied=names if status is Status.TIED else (),
        order=ballot.order,
        missing=ballot.missing,
        conflicts=clashes(ballot, required=None),
        reasons=(opening, told),
    )


def _verdict(
    ballot: Ballot, rule_set: RuleSet, places: int
) -> tuple[Status, tuple[str, ...], Reason]:
    rules = rule_set.ballots
    if not ballot.fully_known:
        step = Step.MISSING_COULD_CHANGE if ballot.missing else Step.UNLISTED_POSSIBLE
        told = because(step, rules.tie_for_final, names=ballot.missing)
        return Status.UNDECIDABLE, (), told
    known, ranked = ballot.known, ballot.order
    if len(ranked) > places and known[ranked[places - 1]] == known[ranked[places]]:
        level = tuple(name for name in ranked if known[name] == known[ranked[places]])
        told = because(
            Step.SPECIAL_BALLOT_TIED,
            rules.tie_for_final,
            names=level,
            votes=known[level[0]],
            seats=places - sum(known[name] > known[level[0]] for name in ranked),
            rule=str(rules.tie_for_final.value),
        )
        return Status.TIED, level, told
    joined = ranked[:places]
    told = because(
        Step.FINAL_BETWEEN,
        rules.finalists,
        next_round=(ballot.round or 1) + 1,
        names=(*(ballot.beside or ()), *joined),
    )
    return Status.NEXT_ROUND, joined, told
