"""Several seats: the names with most votes take them; nobody needs a majority.

Source: published results of PP-06 to PP-22, region by region.
"""

from dataclasses import dataclass

from convoca.standards.general_rules.abstentions import Finding, papers_with_a_vote, weigh
from convoca.standards.general_rules.ballots import Ballot
from convoca.standards.general_rules.clashes import clashes
from convoca.standards.general_rules.known_votes import Slack, counted, most_papers, slack
from convoca.standards.general_rules.outcomes import Fact, Outcome, Reason, Status, Step, because
from convoca.standards.general_rules.posts import Kind
from convoca.standards.general_rules.rule_sets import BallotRules, RuleSet
from convoca.standards.general_rules.sources import Setting


@dataclass(frozen=True, slots=True)
class _Verdict:
    status: Status
    reasons: tuple[Reason, ...]
    elected: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()


def decide_by_plurality(ballot: Ballot, rule_set: RuleSet) -> Outcome:
    """Decide a ballot for one or more seats by most votes."""
    rules = rule_set.ballots
    verdict = _verdict(ballot, rule_set)
    return Outcome(
        rules=rule_set.name,
        status=verdict.status,
        seats=ballot.seats,
        valid=counted(ballot) if ballot.votes_complete else ballot.numbers.valid,
        required=None,
        elected=verdict.elected,
        standing=verdict.standing,
        tied=verdict.tied,
        order=ballot.order,
        missing=ballot.missing,
        conflicts=clashes(ballot, required=None),
        reasons=(*_reasons_for_numbers(ballot, rules), *verdict.reasons),
    )


def _reasons_for_numbers(ballot: Ballot, rules: BallotRules) -> list[Reason]:
    reasons = [because(Step.SEATS, _method(ballot, rules), seats=ballot.seats)]
    if ballot.fully_known:
        facts: dict[str, Fact] = {"marks": counted(ballot), "seats": ballot.seats}
        reasons.append(because(Step.VALID_MARKS, rules.marks(ballot.seats), **facts))
    return reasons


def _method(ballot: Ballot, rules: BallotRules) -> Setting[object]:
    return rules.method(ballot.post.kind, ballot.seats)


def _verdict(ballot: Ballot, rule_set: RuleSet) -> _Verdict:
    rules = rule_set.ballots
    abstentions = weigh(ballot, rules, papers_with_a_vote(ballot))
    if abstentions.finding is Finding.POSTPONE:
        return _Verdict(Status.POSTPONED, abstentions.reasons, standing=ballot.order)
    if abstentions.finding is Finding.DOUBT:
        return _Verdict(Status.UNDECIDABLE, abstentions.reasons)
    room = slack(ballot)
    certain = tuple(name for name in ballot.order if _certain(name, ballot, room))
    if len(certain) == ballot.seats or _everybody_gets_a_seat(ballot, certain):
        return _decided(ballot, rule_set, certain, abstentions.reasons)
    tied = _tied(ballot, room)
    if tied:
        return _tie(ballot, rules, tied, abstentions.reasons)
    return _undecidable(ballot, rules, certain, abstentions.reasons)


def _everybody_gets_a_seat(ballot: Ballot, certain: tuple[str, ...]) -> bool:
    return not ballot.unlisted_possible and len(certain) == len(ballot.tallies)


def _certain(name: str, ballot: Ballot, room: Slack) -> bool:
    """Whether fewer names than seats can ever have as many votes as this one.

    A name whose own votes are missing may have none, so all the others may be before it.
    """
    known = ballot.known
    votes = known.get(name, 0)
    others = sum(1 for other, number in known.items() if number >= votes and other != name)
    if name not in known:
        if ballot.unlisted_possible:
            return False
        return len(ballot.tallies) <= ballot.seats
    could = room.could_reach(votes)
    return could is not None and others + could < ballot.seats


def _tied(ballot: Ballot, room: Slack) -> tuple[str, ...]:
    """Names with the same votes on both sides of the cut, where no missing vote can part them."""
    known = ballot.known
    ranked = [name for name in ballot.order if name in known]
    if len(ranked) <= ballot.seats:
        return ()
    at_cut = known[ranked[ballot.seats - 1]]
    if at_cut != known[ranked[ballot.seats]] or room.could_reach(at_cut) != 0:
        return ()
    return tuple(name for name in ranked if known[name] == at_cut)


def _decided(
    ballot: Ballot, rule_set: RuleSet, elected: tuple[str, ...], before: tuple[Reason, ...]
) -> _Verdict:
    rules, known = rule_set.ballots, ballot.known
    reasons = list(before)
    if ballot.special:
        reasons.append(because(Step.SPECIAL_BALLOT, _cut_rule(ballot, rules), seats=ballot.seats))
    if len(elected) == len(ballot.tallies) and not ballot.unlisted_possible:
        facts: dict[str, Fact] = {"names": len(elected), "seats": ballot.seats}
        reasons.append(because(Step.SEATS_FOR_ALL, _method(ballot, rules), **facts))
    else:
        reasons += _cut(ballot, rules, elected)
    reasons += _ties_inside(elected, known, _method(ballot, rules))
    if not ballot.fully_known:
        reasons += _bound(ballot, rules)
        reasons.append(because(Step.MISSING_CANNOT_CHANGE, _method(ballot, rules)))
    reasons += _next_by_votes(ballot, rule_set, elected)
    return _Verdict(Status.DECIDED, tuple(reasons), elected=elected)


def _cut(ballot: Ballot, rules: BallotRules, elected: tuple[str, ...]) -> list[Reason]:
    known = ballot.known
    reasons = [because(Step.MOST_VOTES, _method(ballot, rules), names=elected, seats=ballot.seats)]
    losers = [name for name in ballot.order if name in known and name not in elected]
    if losers and elected[-1] in known:
        facts: dict[str, Fact] = {
            "last": elected[-1],
            "last_votes": known[elected[-1]],
            "first_out": losers[0],
            "first_out_votes": known[losers[0]],
        }
        reasons.append(because(Step.LAST_SEAT, _method(ballot, rules), **facts))
    return reasons


def _ties_inside(
    elected: tuple[str, ...], known: dict[str, int], method: Setting[object]
) -> list[Reason]:
    groups: dict[int, list[str]] = {}
    for name in elected:
        if name in known:
            groups.setdefault(known[name], []).append(name)
    return [
        because(Step.TIE_INSIDE, method, names=tuple(names), votes=votes)
        for votes, names in groups.items()
        if len(names) > 1
    ]


def _next_by_votes(ballot: Ballot, rule_set: RuleSet, elected: tuple[str, ...]) -> list[Reason]:
    """CV 8 needs the votes of those not elected, so the first of them is named at once."""
    if rule_set.elections is None or ballot.post.kind is not Kind.COUNCIL or ballot.missing:
        return []
    known = ballot.known
    losers = [name for name in ballot.order if name not in elected]
    if not losers or ballot.unlisted_possible or ballot.special:
        return []
    rule = rule_set.elections.council_vacancy
    first = tuple(name for name in losers if known[name] == known[losers[0]])
    return [because(Step.NEXT_BY_VOTES, rule, names=first, votes=known[losers[0]])]


def _cut_rule(ballot: Ballot, rules: BallotRules) -> Setting[object]:
    return rules.tie_across_last_seat(ballot.post.kind)


def _tie(
    ballot: Ballot, rules: BallotRules, tied: tuple[str, ...], before: tuple[Reason, ...]
) -> _Verdict:
    known = ballot.known
    votes = known[tied[0]]
    elected = tuple(name for name in ballot.order if known.get(name, -1) > votes)
    step = Step.SPECIAL_BALLOT_TIED if ballot.special else Step.TIE_ACROSS_CUT
    rule = _cut_rule(ballot, rules)
    facts: dict[str, Fact] = {
        "names": tied,
        "votes": votes,
        "seats": ballot.seats - len(elected),
        "rule": str(rule.value),
    }
    reasons = (*before, because(step, rule, **facts))
    return _Verdict(Status.TIED, reasons, elected=elected, standing=tied, tied=tied)


def _bound(ballot: Ballot, rules: BallotRules) -> list[Reason]:
    papers = most_papers(ballot)
    if papers is None:
        return []
    facts: dict[str, Fact] = {"papers": papers, "seats": ballot.seats, "counted": counted(ballot)}
    left = max(ballot.seats * papers - counted(ballot), 0)
    return [because(Step.MARKS_BOUND, rules.marks(ballot.seats), **facts, left=left)]


def _undecidable(
    ballot: Ballot, rules: BallotRules, certain: tuple[str, ...], before: tuple[Reason, ...]
) -> _Verdict:
    method = _method(ballot, rules)
    reasons = [*before, *_bound(ballot, rules)]
    if certain:
        reasons.append(because(Step.MOST_VOTES, method, names=certain, seats=ballot.seats))
    if ballot.missing:
        reasons.append(because(Step.MISSING_COULD_CHANGE, method, names=ballot.missing))
    if ballot.unlisted_possible:
        reasons.append(because(Step.UNLISTED_POSSIBLE, method))
    return _Verdict(Status.UNDECIDABLE, tuple(reasons), elected=certain)
