"""Rule sets without a treaty: `simple-majority` and `plurality`, for bodies that have no own."""

from dataclasses import replace

from convoca.standards.general_rules.itu import DEBATE
from convoca.standards.general_rules.rule_sets import (
    BallotRules,
    DebateRules,
    Method,
    RuleSet,
    TieBreak,
)
from convoca.standards.general_rules.sources import Given, Grade, Setting, setting


def _own(value: Given, article: str) -> Setting[Given]:
    return setting(value, article, "Convoca's own rule set", Grade.OWN)


BALLOTS = BallotRules(
    one_seat=_own(Method.MAJORITY, "simple majority, 1"),
    several_seats=_own(Method.NOT_SUPPORTED, "simple majority, 1"),
    seats_of_region=_own(Method.NOT_SUPPORTED, "simple majority, 1"),
    valid=_own("papers without the blank and the invalid ones", "simple majority, 2"),
    required=_own("floor(valid / 2) + 1", "simple majority, 2"),
    marks_for_one_seat=_own("one mark against the chosen name", "simple majority, 3"),
    marks_for_several_seats=_own("up to as many marks as seats", "simple majority, 3"),
    invalid_paper=_own("more marks than allowed, unclear marks", "simple majority, 3"),
    abstentions_postpone=_own(False, "simple majority, 4"),
    later_meeting_ignores_abstentions=_own(False, "simple majority, 4"),
    rounds_open_to_all=_own(None, "simple majority, 5"),
    finalists=_own(2, "simple majority, 5"),
    withdrawal_between_rounds=_own(True, "simple majority, 5"),
    hours_between_rounds=_own(None, "simple majority, 5"),
    tie_in_open_round=_own(TieBreak.NEXT_ROUND, "simple majority, 6"),
    tie_in_final=_own(TieBreak.NEXT_ROUND, "simple majority, 6"),
    tie_for_final=_own(TieBreak.LOT, "simple majority, 6"),
    tie_across_last_seat_council=_own(TieBreak.LOT, "simple majority, 6"),
    tie_across_last_seat_board=_own(TieBreak.LOT, "simple majority, 6"),
)

_PLURALITY_BALLOTS = replace(
    BALLOTS,
    one_seat=_own(Method.PLURALITY, "plurality, 1"),
    several_seats=_own(Method.PLURALITY, "plurality, 1"),
    seats_of_region=_own(Method.PLURALITY, "plurality, 1"),
)


def _without_treaty(rules: DebateRules) -> DebateRules:
    return replace(rules, abstentions_postpone=_own(False, "simple majority, 4"))


SIMPLE_MAJORITY = RuleSet(
    name="simple-majority",
    told="one seat, more than half of the valid votes, as many rounds as it takes",
    ballots=BALLOTS,
    elections=None,
    debate=_without_treaty(DEBATE),
)
PLURALITY = RuleSet(
    name="plurality",
    told="the names with most votes take the seats",
    ballots=_PLURALITY_BALLOTS,
    elections=None,
    debate=_without_treaty(DEBATE),
)
