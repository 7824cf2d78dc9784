"""The abstention rule: blank papers above half of the votes cast postpone the ballot.

Votes cast are the valid votes and the abstentions, so "more than half" means that there are more
blank papers than valid ones. Source: CV 416, applied to elections by the PP-98 procedure, par. 5.
"""

from dataclasses import dataclass
from enum import Enum, auto

from convoca.standards.general_rules.ballots import Ballot
from convoca.standards.general_rules.known_votes import Range, counted, most_papers
from convoca.standards.general_rules.outcomes import Reason, Step, because
from convoca.standards.general_rules.rule_sets import BallotRules


class Finding(Enum):
    """What the blank papers mean for the ballot."""

    GO_ON = auto()
    POSTPONE = auto()
    DOUBT = auto()


@dataclass(frozen=True, slots=True)
class Abstentions:
    """The finding with its reasons (none where the rule doesn't exist)."""

    finding: Finding
    reasons: tuple[Reason, ...] = ()


def weigh(ballot: Ballot, rules: BallotRules, valid: Range) -> Abstentions:
    """Apply the rule; `valid` are the papers that bear a vote for somebody."""
    rule = rules.abstentions_postpone
    if not rule.value:
        return Abstentions(Finding.GO_ON)
    if ballot.later_meeting and rules.later_meeting_ignores_abstentions.value:
        told = because(Step.LATER_MEETING, rules.later_meeting_ignores_abstentions)
        return Abstentions(Finding.GO_ON, (told,))
    blank = _blank_papers(ballot, valid)
    if blank is None:
        return Abstentions(Finding.GO_ON, (because(Step.ABSTENTIONS_UNKNOWN, rule),))
    if valid.high is not None and blank.low > valid.high:
        told = because(Step.POSTPONED, rule, blank=blank.low, valid=valid.high)
        return Abstentions(Finding.POSTPONE, (told,))
    if blank.high is not None and blank.high <= valid.low:
        told = because(Step.ABSTENTIONS_WITHIN, rule, blank=blank.high, valid=valid.low)
        return Abstentions(Finding.GO_ON, (told,))
    told = because(Step.ABSTENTIONS_MAY_POSTPONE, rule, blank=blank.high or 0, valid=valid.low)
    return Abstentions(Finding.DOUBT, (told,))


def papers_with_a_vote(ballot: Ballot) -> Range:
    """Tell how many papers bear at least one mark, on a ballot with several marks a paper."""
    marks = counted(ballot)
    most = max(ballot.known.values(), default=0)
    low = max(most, -(-marks // ballot.seats))
    bounds = [most_papers(ballot), marks if ballot.fully_known else None]
    highs = [bound for bound in bounds if bound is not None]
    return Range(low, max(low, min(highs)) if highs else None)


def _blank_papers(ballot: Ballot, valid: Range) -> Range | None:
    """Tell how many papers are blank; None where the papers in the box are not told apart.

    Papers in the box that are neither votes nor said to be invalid may be blank. Where several
    marks stand on a paper, or votes are missing, that can only rule a postponement out.
    """
    numbers = ballot.numbers
    if numbers.blank is not None:
        return Range(numbers.blank, numbers.blank)
    if numbers.deposited is None:
        return None
    unexplained = max(numbers.deposited - valid.low - (numbers.invalid or 0), 0)
    if valid.exact is None or ballot.seats > 1:
        return Range(0, unexplained) if unexplained <= valid.low else None
    return Range(unexplained if numbers.invalid is not None else 0, unexplained)
