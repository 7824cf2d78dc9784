"""Counted ballots: who got how many votes, and the four numbers of the papers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NoReturn

from convoca.standards.general_rules.posts import Post


class Fault(StrEnum):
    """What is wrong with a ballot that can't be decided as it stands."""

    NO_SEAT = "no_seat"
    NOBODY_STANDS = "nobody_stands"
    NAMELESS = "nameless"
    STANDS_TWICE = "stands_twice"
    NEGATIVE = "negative"
    VOTES_MISSING = "votes_missing"
    FEWER_THAN_SEATS = "fewer_than_seats"
    WITHDREW = "withdrew"
    NO_VALID_VOTE = "no_valid_vote"
    ALL_ABSTAINED = "all_abstained"


class BallotError(ValueError):
    """A ballot that can't be decided as it stands; the message names the row.

    `fault` and `facts` say the same without the row, for whoever has words of their own; `fault`
    is None for papers, lots and tellers' counts.
    """

    def __init__(self, message: str, fault: Fault | None = None, **facts: str | int | None) -> None:
        super().__init__(message)
        self.fault = fault
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Tally:
    """One name on the ballot with its votes; None means that the number was not found."""

    name: str
    votes: int | None
    where: str = ""  # "votes.csv row 7"


@dataclass(frozen=True, slots=True)
class Numbers:
    """What was announced about the papers; None means not found.

    `valid` and `required` are published figures: they are compared with the count, and stand in
    for it only where votes are missing. Unit: papers (one seat), papers or marks (several seats).
    """

    entitled: int | None = None
    deposited: int | None = None
    blank: int | None = None
    invalid: int | None = None
    valid: int | None = None
    required: int | None = None
    where: str = ""  # "rounds.csv row 3"

    @property
    def most_valid_papers(self) -> int | None:
        """Papers that can be valid at most, from those in the box; None when nothing bounds it."""
        in_box = self.deposited if self.deposited is not None else self.entitled
        if in_box is None:
            return None
        return in_box - (self.blank or 0) - (self.invalid or 0)

    @property
    def valid_papers(self) -> int | None:
        """Papers that are valid, where deposited, blank and invalid ones are all known."""
        if self.deposited is None or self.blank is None or self.invalid is None:
            return None
        return self.deposited - self.blank - self.invalid


@dataclass(frozen=True, slots=True)
class Ballot:
    """One ballot: a post, perhaps a region, one round.

    `votes_complete`: every vote that was cast for somebody is in `tallies`.
    `unlisted_possible`: other names may have stood, with votes that nobody wrote down.
    `later_meeting`: the question was postponed once already.
    `special`: the ballot among those tied for the last seats, or for a place in the last round.
    `beside`: those already in the last round, where this ballot is for a place beside them.
    """

    post: Post
    seats: int
    tallies: tuple[Tally, ...]
    region: str | None = None
    round: int | None = 1
    numbers: Numbers = field(default_factory=Numbers)
    votes_complete: bool = True
    unlisted_possible: bool = False
    later_meeting: bool = False
    special: bool = False
    beside: tuple[str, ...] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All names, in the order given."""
        return tuple(tally.name for tally in self.tallies)

    @property
    def known(self) -> dict[str, int]:
        """Names with a known number of votes."""
        return {tally.name: tally.votes for tally in self.tallies if tally.votes is not None}

    @property
    def missing(self) -> tuple[str, ...]:
        """Names whose votes are not known."""
        return tuple(tally.name for tally in self.tallies if tally.votes is None)

    @property
    def fully_known(self) -> bool:
        """Whether no vote is left that could change anything."""
        return self.votes_complete or not (self.missing or self.unlisted_possible)

    @property
    def order(self) -> tuple[str, ...]:
        """Names by votes, unknown last; equal votes keep the order given."""
        ranked = sorted(self.tallies, key=lambda t: (t.votes is None, -(t.votes or 0)))
        return tuple(tally.name for tally in ranked)

    @property
    def where(self) -> str:
        """Where the ballot stands in the input, for messages."""
        return self.tallies[0].where if self.tallies else self.numbers.where


def check(ballot: Ballot) -> None:
    """Refuse a ballot that no rule can decide.

    Raises:
        BallotError: no name, a name twice, a negative number, no seat, a vote missing although the
            votes are said to be complete, or fewer names than seats although all are listed.
    """
    if ballot.seats < 1:
        where = ballot.numbers.where or ballot.where
        _refuse(where, f"seats is {ballot.seats}, not at least 1", Fault.NO_SEAT)
    if not ballot.tallies:
        told = "nobody stands on this ballot: a region without candidates"
        _refuse(ballot.where, told, Fault.NOBODY_STANDS)
    _check_names(ballot.tallies)
    _check_numbers(ballot)
    if ballot.votes_complete and ballot.missing:
        missing = next(tally for tally in ballot.tallies if tally.votes is None)
        _refuse(
            missing.where,
            f"the votes of {missing.name} are missing, although the votes are said to be complete",
            Fault.VOTES_MISSING,
            name=missing.name,
        )
    listed_all = not ballot.unlisted_possible
    if listed_all and ballot.seats > 1 and len(ballot.tallies) < ballot.seats:
        _refuse(
            ballot.where,
            f"fewer candidates than seats: {len(ballot.tallies)} for {ballot.seats} seats",
            Fault.FEWER_THAN_SEATS,
            stood=len(ballot.tallies),
            seats=ballot.seats,
        )


def _check_names(tallies: Iterable[Tally]) -> None:
    seen: dict[str, str] = {}
    for tally in tallies:
        if not tally.name.strip():
            told = "neither a candidate nor a Member State is named"
            _refuse(tally.where, told, Fault.NAMELESS)
        folded = " ".join(tally.name.casefold().split())
        if folded in seen:
            earlier = f" (first in {seen[folded]})" if seen[folded] else ""
            told = f"{tally.name} stands twice on the same ballot{earlier}"
            _refuse(tally.where, told, Fault.STANDS_TWICE, name=tally.name)
        seen[folded] = tally.where


def _check_numbers(ballot: Ballot) -> None:
    for tally in ballot.tallies:
        if tally.votes is not None and tally.votes < 0:
            told = f"the votes of {tally.name} are {tally.votes}, a negative number"
            _refuse(tally.where, told, Fault.NEGATIVE, number=tally.votes)
    numbers = ballot.numbers
    for name in ("entitled", "deposited", "blank", "invalid", "valid", "required"):
        value = getattr(numbers, name)
        if value is not None and value < 0:
            told = f"{name} is {value}, a negative number"
            _refuse(numbers.where, told, Fault.NEGATIVE, number=value)


def _refuse(where: str, what: str, fault: Fault, **facts: str | int) -> NoReturn:
    raise BallotError(f"{where}: {what}" if where else what, fault, **facts)
