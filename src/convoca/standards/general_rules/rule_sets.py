"""What a rule set consists of. The values are data: see `itu.py` and `plain.py`."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import time
from enum import StrEnum
from typing import Any

from convoca.standards.general_rules.posts import Kind
from convoca.standards.general_rules.sources import Setting


class Method(StrEnum):
    """How a ballot becomes an outcome."""

    MAJORITY = "majority of the valid votes"
    PLURALITY = "most votes"
    NOT_SUPPORTED = "not supported"


class TieBreak(StrEnum):
    """What follows when two or more names can't be told apart by their votes."""

    NEXT_ROUND = "the next round"
    LOT = "a special ballot among the tied, then a lot"
    AGE = "a special ballot among the tied, then the older candidate"


@dataclass(frozen=True, slots=True)
class BallotRules:
    """How one ballot is counted and decided."""

    one_seat: Setting[Method]
    several_seats: Setting[Method]
    seats_of_region: Setting[Method]  # Board and Council, however many seats are left
    valid: Setting[str]
    required: Setting[str]
    marks_for_one_seat: Setting[str]
    marks_for_several_seats: Setting[str]
    invalid_paper: Setting[str]
    abstentions_postpone: Setting[bool]
    later_meeting_ignores_abstentions: Setting[bool]
    rounds_open_to_all: Setting[int | None]  # None: every round
    finalists: Setting[int]
    withdrawal_between_rounds: Setting[bool]
    hours_between_rounds: Setting[int | None]  # None: not fixed
    tie_in_open_round: Setting[TieBreak]
    tie_in_final: Setting[TieBreak]
    tie_for_final: Setting[TieBreak]
    tie_across_last_seat_council: Setting[TieBreak]
    tie_across_last_seat_board: Setting[TieBreak]

    def method(self, kind: Kind, seats: int) -> Setting[Method]:
        """Tell how a ballot for so many seats of this kind of post is decided."""
        by_region = self.seats_of_region.value is not Method.NOT_SUPPORTED
        if by_region and kind in (Kind.BOARD, Kind.COUNCIL):
            return self.seats_of_region
        return self.one_seat if seats == 1 else self.several_seats

    def marks(self, seats: int) -> Setting[str]:
        """Tell what may be marked on a paper for so many seats."""
        return self.marks_for_one_seat if seats == 1 else self.marks_for_several_seats

    def tie_across_last_seat(self, kind: Kind) -> Setting[TieBreak]:
        """Tell which tie rule holds at the cut for this kind of post."""
        if kind is Kind.BOARD:
            return self.tie_across_last_seat_board
        return self.tie_across_last_seat_council


@dataclass(frozen=True, slots=True)
class Closing:
    """When candidatures close: a local time, so many days before the opening."""

    days_before: int
    at: time
    zone: str


@dataclass(frozen=True, slots=True)
class ElectionRules:
    """Who may stand, when, in what order, and what happens to a vacant seat."""

    proposed_by_member_state: Setting[bool]
    one_board_candidate_per_state: Setting[bool]
    different_states: Setting[bool]
    terms_of_official: Setting[int]
    terms_of_board_member: Setting[int]
    candidatures_close: Setting[Closing]
    first_election_day: Setting[int]  # 1 is the opening day
    order: Setting[tuple[tuple[str, ...], ...]]  # groups of posts; a group runs together
    council_vacancy: Setting[str]
    council_vacancy_without_candidate: Setting[str]
    board_vacancy: Setting[str]
    secretary_general_vacancy: Setting[str]
    tellers: Setting[int]
    proxies_per_delegation: Setting[int]


@dataclass(frozen=True, slots=True)
class DebateRules:
    """Quorum and votes in a meeting."""

    quorum: Setting[str]
    majority: Setting[str]
    tie_rejects: Setting[bool]
    abstentions_not_counted: Setting[bool]
    abstentions_postpone: Setting[bool]
    roll_call_on_request_of: Setting[int]
    secret_ballot_on_request_of: Setting[int]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A named set of rules; `elections` is None where the set only decides ballots."""

    name: str
    told: str
    ballots: BallotRules
    elections: ElectionRules | None
    debate: DebateRules

    def settings(self) -> Iterator[tuple[str, Setting[Any]]]:
        """Walk over every setting with a dotted name, in the order of the definition."""
        for group_name in ("ballots", "elections", "debate"):
            group = getattr(self, group_name)
            if group is None:
                continue
            for field in fields(group):
                yield f"{group_name}.{field.name}", getattr(group, field.name)
