"""What a ballot led to, and why."""

from dataclasses import dataclass
from enum import StrEnum

from convoca.standards.general_rules.sources import Rule, Setting

Fact = int | str | tuple[str, ...]


class Status(StrEnum):
    """Where a ballot stands after its count."""

    DECIDED = "decided"
    NEXT_ROUND = "next_round"
    TIED = "tied"
    POSTPONED = "postponed"
    UNDECIDABLE = "undecidable"


class Step(StrEnum):
    """One step of the reasoning. The sentences for people belong to the rooms above."""

    SEATS = "seats"
    SEATS_BY_RULE = "seats_by_rule"
    VALID_COUNTED = "valid_counted"
    VALID_MARKS = "valid_marks"
    VALID_PUBLISHED = "valid_published"
    VALID_FROM_PAPERS = "valid_from_papers"
    VALID_UNKNOWN = "valid_unknown"
    REQUIRED = "required"
    REQUIRED_PUBLISHED = "required_published"
    REQUIRED_AT_MOST = "required_at_most"
    ELECTED_BY_MAJORITY = "elected_by_majority"
    NOBODY_REACHED = "nobody_reached"
    VOTE_DEDUCED = "vote_deduced"
    TIE_DECIDES_NOTHING = "tie_decides_nothing"
    ALL_STAND = "all_stand"
    FINAL_BETWEEN = "final_between"
    TIE_FOR_FINAL = "tie_for_final"
    TIE_IN_FINAL = "tie_in_final"
    ROUND_UNKNOWN = "round_unknown"
    MOST_VOTES = "most_votes"
    LAST_SEAT = "last_seat"
    SEATS_FOR_ALL = "seats_for_all"
    TIE_INSIDE = "tie_inside"
    TIE_ACROSS_CUT = "tie_across_cut"
    SPECIAL_BALLOT = "special_ballot"
    SPECIAL_BALLOT_TIED = "special_ballot_tied"
    NEXT_BY_VOTES = "next_by_votes"
    POSTPONED = "postponed"
    ABSTENTIONS_WITHIN = "abstentions_within"
    ABSTENTIONS_UNKNOWN = "abstentions_unknown"
    ABSTENTIONS_MAY_POSTPONE = "abstentions_may_postpone"
    LATER_MEETING = "later_meeting"
    MARKS_BOUND = "marks_bound"
    MISSING_CANNOT_CHANGE = "missing_cannot_change"
    MISSING_COULD_CHANGE = "missing_could_change"
    UNLISTED_POSSIBLE = "unlisted_possible"
    CONTRADICTION = "contradiction"
    METHOD_NOT_SUPPORTED = "method_not_supported"
    WITHDRAWN = "withdrawn"
    TABLE_TAKEN_AS_WHOLE = "table_taken_as_whole"


@dataclass(frozen=True, slots=True)
class Reason:
    """A step, the rule behind it, and the numbers and names that it used."""

    step: Step
    rule: Rule
    facts: tuple[tuple[str, Fact], ...] = ()


class Clash(StrEnum):
    """Two figures that can't both be right."""

    VALID = "valid"
    REQUIRED = "required_majority"
    PAPERS = "papers"
    MORE_VOTES_THAN_PAPERS = "more_votes_than_papers"
    MORE_MARKS_THAN_SEATS = "more_marks_than_seats"
    MORE_VOTES_THAN_VALID = "more_votes_than_valid"
    MORE_PAPERS_THAN_ENTITLED = "more_papers_than_entitled"
    SEATS = "seats"
    NOT_STANDING = "not_standing"
    ROUND_AFTER_DECISION = "round_after_decision"
    SAME_STATE = "same_state"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two figures that differ, and the row where the published one stands."""

    clash: Clash
    where: str
    facts: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A decided (or undecided) ballot.

    `elected` holds only names that no missing vote could unseat. `standing` are the names still
    in the race after this ballot, as far as that is certain. `tied` are those whom their votes
    don't separate although a seat, or a place in the final, depends on it.
    """

    rules: str
    status: Status
    seats: int
    valid: int | None
    required: int | None
    elected: tuple[str, ...]
    standing: tuple[str, ...]
    tied: tuple[str, ...]
    order: tuple[str, ...]
    missing: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    reasons: tuple[Reason, ...]


def because(step: Step, rule: Rule | Setting[object], /, **facts: Fact) -> Reason:
    """Write a reason on one line."""
    return Reason(step, rule.rule if isinstance(rule, Setting) else rule, tuple(facts.items()))


def clash(kind: Clash, where: str, /, **facts: Fact) -> Conflict:
    """Write a conflict on one line."""
    return Conflict(kind, where, tuple(facts.items()))
