"""From marked papers to a count: blank, invalid with the reason, or votes for names."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from convoca.standards.general_rules.ballots import Ballot, BallotError, Numbers, Tally
from convoca.standards.general_rules.posts import Post


class Invalid(StrEnum):
    """Why a paper is invalid. Source: PP-02 procedure, par. 6."""

    TOO_MANY_MARKS = "too many marks"
    OTHER_MARK = "a mark other than X"
    MARK_OUTSIDE = "a mark outside a box"
    OTHER = "other"


_BY_WORDING = {reason.value: reason for reason in Invalid}
_BATCH = 256  # papers held at a time, so that a large file does not fill the memory


@dataclass(frozen=True, slots=True)
class InvalidPaper:
    """A paper that does not count; `told` are the tellers' words, or how many marks it bears."""

    row: int
    reason: Invalid
    told: str


@dataclass(frozen=True, slots=True)
class PaperCount:
    """What a box held. deposited = blank + invalid + valid, always."""

    seats: int
    deposited: int
    blank: int
    invalid: tuple[InvalidPaper, ...]
    votes: tuple[tuple[str, int], ...]  # in the order of the candidates; 0 included

    @property
    def valid(self) -> int:
        """Papers that bear a vote."""
        return self.deposited - self.blank - len(self.invalid)

    @property
    def marks(self) -> int:
        """Votes on the valid papers together."""
        return sum(number for _, number in self.votes)


def count_papers(
    papers: Iterable[tuple[str, Sequence[str]]],
    *,
    candidates: Sequence[str],
    withdrawn: Collection[str] = (),
    seats: int,
    first_row: int = 1,
    where: str = "row",
    tidy: Callable[[str], str] = str.strip,
) -> PaperCount:
    """Count papers, each given as (why it is invalid or "", the names marked; "" is no mark).

    A paper with more marks than seats is invalid, and its row is kept. A name twice on a paper,
    a name that does not stand or that was withdrawn can't come from a printed paper: that is a
    slip in the typing. `tidy` makes a mark comparable with the candidates' names.

    Raises:
        BallotError: such a slip, naming the row; no candidate at all; fewer of them than seats.
    """
    standing = [name for name in candidates if name not in withdrawn]
    _check_candidates(candidates, standing, seats)
    look = _Look(frozenset(standing), frozenset(withdrawn), seats, where, tidy)
    names, votes = look.names, Counter[str]()
    batch: list[Sequence[str]] = []
    invalid: list[InvalidPaper] = []
    blank, row = 0, first_row - 1
    for row, (why, marks) in enumerate(papers, start=first_row):
        # Almost all of 200,000 papers are blank or plainly good: two comparisons tell them.
        marked = len(marks) - marks.count("")
        if not why and not marked:
            blank += 1
        elif not why and len(names.intersection(marks)) == marked <= seats:
            batch.append(marks)
        elif isinstance(found := look.closely(row, why, marks), InvalidPaper):
            invalid.append(found)
        elif found:
            batch.append(found)
        else:
            blank += 1
        if len(batch) == _BATCH:
            votes.update(chain.from_iterable(batch))
            batch.clear()
    votes.update(chain.from_iterable(batch))
    return PaperCount(
        seats=seats,
        deposited=row - first_row + 1,
        blank=blank,
        invalid=tuple(invalid),
        votes=tuple((name, votes[name]) for name in standing),
    )


def ballot_of(
    count: PaperCount,
    post: Post,
    *,
    region: str | None = None,
    round_: int | None = 1,
    entitled: int | None = None,
) -> Ballot:
    """Make the counted ballot that the rules decide; nothing in it is missing."""
    return Ballot(
        post=post,
        seats=count.seats,
        tallies=tuple(Tally(name, votes) for name, votes in count.votes),
        region=region,
        round=round_,
        numbers=Numbers(
            entitled=entitled,
            deposited=count.deposited,
            blank=count.blank,
            invalid=len(count.invalid),
        ),
    )


def _check_candidates(candidates: Sequence[str], standing: Sequence[str], seats: int) -> None:
    if seats < 1:
        raise BallotError(f"seats is {seats}, not at least 1")
    if not standing:
        raise BallotError("nobody stands on this ballot: a region without candidates")
    twice = [name for name, times in Counter(candidates).items() if times > 1]
    if twice:
        raise BallotError(f"{twice[0]} stands twice among the candidates")
    if seats > 1 and len(standing) < seats:
        raise BallotError(f"fewer candidates than seats: {len(standing)} for {seats} seats")


@dataclass(frozen=True, slots=True)
class _Look:
    """What it takes to look at a paper that is not plainly good."""

    names: frozenset[str]
    withdrawn: frozenset[str]
    seats: int
    where: str
    tidy: Callable[[str], str]

    def closely(self, row: int, why: str, marks: Sequence[str]) -> InvalidPaper | list[str]:
        """Tell the names marked (none: blank), or why the paper is invalid."""
        given = [name for name in map(self.tidy, marks) if name]
        for name in given:
            if name in self.withdrawn:
                raise BallotError(f"{self.where} {row}: {name} is marked, but was withdrawn")
            if name not in self.names:
                raise BallotError(f"{self.where} {row}: {name!r} is marked, but does not stand")
            if given.count(name) > 1:
                raise BallotError(f"{self.where} {row}: {name} is marked twice on one paper")
        if why.strip():
            reason = _BY_WORDING.get(why.strip().casefold(), Invalid.OTHER)
            return InvalidPaper(row, reason, why.strip())
        if len(given) > self.seats:
            told = f"{len(given)} marks, seats: {self.seats}"
            return InvalidPaper(row, Invalid.TOO_MANY_MARKS, told)
        return given
