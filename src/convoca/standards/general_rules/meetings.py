"""Quorum and votes in a meeting: show of hands, roll call, or ballot on a question."""

from dataclasses import dataclass
from enum import StrEnum

from convoca.standards.general_rules.rule_sets import DebateRules
from convoca.standards.general_rules.sources import Rule


@dataclass(frozen=True, slots=True)
class Quorum:
    """Whether enough delegations are there; `needed` is the smallest number that is enough."""

    present: int
    needed: int
    rule: Rule

    @property
    def reached(self) -> bool:
        """Whether a vote may be taken."""
        return self.present >= self.needed


class Result(StrEnum):
    """What a vote led to."""

    CARRIED = "carried"
    REJECTED = "rejected"
    POSTPONED = "postponed"


@dataclass(frozen=True, slots=True)
class Decision:
    """A vote with the rules that decided it; `present_and_voting` = for + against."""

    result: Result
    votes_for: int
    against: int
    abstentions: int
    required: int
    rules: tuple[Rule, ...]

    @property
    def present_and_voting(self) -> int:
        """Delegations that voted for or against (CV 413)."""
        return self.votes_for + self.against


def quorum(*, accredited_with_vote: int, present: int, rules: DebateRules) -> Quorum:
    """More than half of the accredited delegations with the right to vote (CV 385).

    `present` counts delegations present or represented, also those that take no part (CV 414).

    Raises:
        ValueError: a negative number, or more present than accredited.
    """
    if present < 0 or accredited_with_vote < 0:
        raise ValueError("delegations are counted from 0")
    if present > accredited_with_vote:
        raise ValueError(f"{present} present, but {accredited_with_vote} have the right to vote")
    return Quorum(present, accredited_with_vote // 2 + 1, rules.quorum.rule)


def decide_question(
    *,
    votes_for: int,
    against: int,
    abstentions: int,
    rules: DebateRules,
    later_meeting: bool = False,
) -> Decision:
    """Decide a question by the majority of those present and voting (CV 410 to 416).

    A tie is a rejection. Abstentions above half of the votes cast postpone the question once; at
    the `later_meeting` they no longer count.

    Raises:
        ValueError: a negative number, or nobody voted for or against.
    """
    if min(votes_for, against, abstentions) < 0:
        raise ValueError("votes are counted from 0")
    cast = votes_for + against
    required = cast // 2 + 1
    counts_abstentions = rules.abstentions_postpone.value and not later_meeting
    if counts_abstentions and 2 * abstentions > cast + abstentions:
        postponed_by = (rules.abstentions_postpone.rule,)
        return Decision(Result.POSTPONED, votes_for, against, abstentions, required, postponed_by)
    if cast == 0:
        raise ValueError("nobody voted for or against")
    used: tuple[Rule, ...] = (rules.majority.rule, rules.abstentions_not_counted.rule)
    if votes_for == against:
        used = (*used, rules.tie_rejects.rule)
    result = Result.CARRIED if votes_for >= required else Result.REJECTED
    return Decision(result, votes_for, against, abstentions, required, used)
