"""One seat: whoever has more than half of the valid votes is elected, in as many rounds as needed.

Source: CV 410 and 411; the rounds as inferred from published results (see `itu.py`).
"""

from convoca.standards.general_rules.abstentions import Finding, weigh
from convoca.standards.general_rules.ballots import Ballot
from convoca.standards.general_rules.clashes import clashes
from convoca.standards.general_rules.known_votes import (
    Range,
    counted,
    required,
    valid_range,
    with_deduced,
)
from convoca.standards.general_rules.outcomes import Fact, Outcome, Reason, Status, Step, because
from convoca.standards.general_rules.rule_sets import BallotRules, RuleSet, TieBreak
from convoca.standards.general_rules.sources import Rule, Setting

_Verdict = tuple[Status, dict[str, tuple[str, ...]], list[Reason]]


def decide_by_majority(ballot: Ballot, rule_set: RuleSet) -> Outcome:
    """Decide a ballot for one seat."""
    rules = rule_set.ballots
    valid = valid_range(ballot)
    needed = _needed(ballot, valid)
    reasons = _reasons_for_numbers(ballot, rules, valid)
    status, names, more = _verdict(ballot, rules, valid)
    return Outcome(
        rules=rule_set.name,
        status=status,
        seats=1,
        valid=counted(ballot) if ballot.votes_complete else ballot.numbers.valid,
        required=needed,
        elected=names.get("elected", ()),
        standing=names.get("standing", ()),
        tied=names.get("tied", ()),
        order=ballot.order,
        missing=ballot.missing,
        conflicts=clashes(ballot, required=needed),
        reasons=(*reasons, *more),
    )


def _needed(ballot: Ballot, valid: Range) -> int | None:
    """The required majority, where only one number is possible."""
    if valid.empty:
        stated = ballot.numbers.valid
        return None if stated is None else required(stated)
    if valid.high is None or required(valid.low) != required(valid.high):
        return None
    return required(valid.low)


def _verdict(ballot: Ballot, rules: BallotRules, valid: Range) -> _Verdict:
    if valid.empty:
        told = because(Step.CONTRADICTION, rules.valid, counted=counted(ballot))
        return Status.UNDECIDABLE, {}, [told]
    abstentions = weigh(ballot, rules, valid)
    reasons = list(abstentions.reasons)
    if abstentions.finding is Finding.POSTPONE:
        return Status.POSTPONED, {"standing": ballot.order}, reasons
    if abstentions.finding is Finding.DOUBT:
        return Status.UNDECIDABLE, {}, reasons
    status, names, more = _by_votes(ballot, rules, valid)
    return status, names, reasons + more


def _reasons_for_numbers(ballot: Ballot, rules: BallotRules, valid: Range) -> list[Reason]:
    if ballot.numbers.valid is not None and not ballot.votes_complete:
        first = because(Step.VALID_PUBLISHED, rules.valid, valid=ballot.numbers.valid)
    elif ballot.fully_known:
        first = because(Step.VALID_COUNTED, rules.valid, valid=valid.low)
    elif ballot.numbers.valid_papers is not None and valid.exact is not None:
        first = because(Step.VALID_FROM_PAPERS, rules.valid, valid=valid.exact)
    else:
        first = because(Step.VALID_UNKNOWN, rules.valid, counted=counted(ballot))
    reasons = [first]
    if valid.exact is not None:
        reasons.append(
            because(
                Step.REQUIRED, rules.required, valid=valid.exact, required=required(valid.exact)
            )
        )
    elif not valid.empty and valid.high is not None:
        reasons.append(_bounded(ballot, rules, valid.high))
    return reasons


def _bounded(ballot: Ballot, rules: BallotRules, high: int) -> Reason:
    published = ballot.numbers.required
    if published is not None and required(high) == published:
        return because(Step.REQUIRED_PUBLISHED, rules.required, required=published)
    return because(Step.REQUIRED_AT_MOST, rules.required, papers=high, required=required(high))


def _by_votes(ballot: Ballot, rules: BallotRules, valid: Range) -> _Verdict:
    votes = with_deduced(ballot, valid)
    reasons = [
        because(Step.VOTE_DEDUCED, rules.valid, name=name, votes=votes[name])
        for name in ballot.missing
        if name in votes
    ]
    best = max(votes, key=votes.__getitem__, default=None)
    if best is not None and valid.high is not None and votes[best] >= required(valid.high):
        facts: dict[str, Fact] = {
            "name": best,
            "votes": votes[best],
            "required": required(valid.high),
        }
        reasons.append(because(Step.ELECTED_BY_MAJORITY, rules.one_seat, **facts))
        if not ballot.fully_known:
            reasons.append(because(Step.MISSING_CANNOT_CHANGE, rules.required))
        return Status.DECIDED, {"elected": (best,)}, reasons
    if _somebody_may_have_reached(ballot, votes, valid):
        return Status.UNDECIDABLE, {}, [*reasons, _could_change(ballot, rules.required)]
    reasons.append(_nobody_reached(votes, rules, valid))
    status, names, more = _next(ballot, votes, rules, all_known=sum(votes.values()) == valid.exact)
    return status, names, reasons + more


def _somebody_may_have_reached(ballot: Ballot, votes: dict[str, int], valid: Range) -> bool:
    """Whether some count of the missing votes would elect somebody."""
    if any(number >= required(valid.low) for number in votes.values()):
        return True
    if len(votes) == len(ballot.tallies) and not ballot.unlisted_possible:
        return False
    if valid.high is None:
        return True
    return valid.high - sum(votes.values()) >= required(valid.high)


def _could_change(ballot: Ballot, rule: Setting[str]) -> Reason:
    if ballot.missing:
        return because(Step.MISSING_COULD_CHANGE, rule, names=ballot.missing)
    return because(Step.UNLISTED_POSSIBLE, rule)


def _nobody_reached(votes: dict[str, int], rules: BallotRules, valid: Range) -> Reason:
    most = max(votes.values(), default=0)
    leaders = tuple(name for name, number in votes.items() if number == most)
    return because(
        Step.NOBODY_REACHED,
        rules.one_seat,
        names=leaders,
        votes=most,
        required=required(valid.low),
    )


def _next(
    ballot: Ballot, votes: dict[str, int], rules: BallotRules, *, all_known: bool
) -> _Verdict:
    """Nobody is elected for certain: tell who stands in the next round."""
    open_rounds = rules.rounds_open_to_all.value
    if open_rounds is not None and ballot.round is None:
        told = because(Step.ROUND_UNKNOWN, rules.rounds_open_to_all, rounds=open_rounds)
        return Status.UNDECIDABLE, {}, [told]
    if open_rounds is None or (ballot.round or 1) < open_rounds:
        return _all_stand(ballot, votes, rules)
    if len(votes) < len(ballot.tallies) or (ballot.unlisted_possible and not all_known):
        return Status.UNDECIDABLE, {}, [_could_change(ballot, rules.required)]
    is_level = 1 < len(votes) <= rules.finalists.value and len(set(votes.values())) == 1
    if (ballot.round or 1) > open_rounds and is_level:
        return _tie_in_final(ballot, votes, rules)
    return _finalists(ballot, votes, rules)


def _all_stand(ballot: Ballot, votes: dict[str, int], rules: BallotRules) -> _Verdict:
    reasons = []
    most = max(votes.values(), default=0)
    leaders = tuple(name for name, number in votes.items() if number == most)
    if len(leaders) > 1:
        reasons.append(
            because(Step.TIE_DECIDES_NOTHING, rules.tie_in_open_round, names=leaders, votes=most)
        )
    reasons.append(
        because(
            Step.ALL_STAND,
            rules.rounds_open_to_all,
            next_round=(ballot.round or 1) + 1,
            names=ballot.order,
        )
    )
    return Status.NEXT_ROUND, {"standing": ballot.order}, reasons


def _tie_in_final(ballot: Ballot, votes: dict[str, int], rules: BallotRules) -> _Verdict:
    tie = rules.tie_in_final
    most = max(votes.values())
    if tie.value is TieBreak.NEXT_ROUND:
        told = because(Step.TIE_DECIDES_NOTHING, tie, names=ballot.order, votes=most)
        return Status.NEXT_ROUND, {"standing": ballot.order}, [told]
    if ballot.special:
        told = because(
            Step.SPECIAL_BALLOT_TIED,
            tie,
            names=ballot.order,
            votes=most,
            seats=1,
            rule=str(tie.value),
        )
    else:
        told = because(Step.TIE_IN_FINAL, tie, names=ballot.order, votes=most)
    return Status.TIED, {"tied": ballot.order, "standing": ballot.order}, [told]


def _finalists(ballot: Ballot, votes: dict[str, int], rules: BallotRules) -> _Verdict:
    """After the last open round the best two go on; a tie for that place needs its own ballot."""
    places = rules.finalists.value
    ranked = sorted(ballot.order, key=lambda name: -votes[name])
    cut = [name for name in ranked if votes[name] >= votes[ranked[min(places, len(ranked)) - 1]]]
    finalists = tuple(cut)
    if len(finalists) <= places:
        facts: dict[str, Fact] = {"next_round": (ballot.round or 1) + 1, "names": finalists}
        return (
            Status.NEXT_ROUND,
            {"standing": finalists},
            [because(Step.FINAL_BETWEEN, rules.finalists, **facts)],
        )
    tied = tuple(name for name in finalists if votes[name] == votes[finalists[-1]])
    rule: Rule = rules.tie_for_final.rule
    told = because(Step.TIE_FOR_FINAL, rule, names=tied, votes=votes[tied[0]])
    return Status.TIED, {"tied": tied, "standing": finalists}, [told]
