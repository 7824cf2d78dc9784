"""Compare what several tellers counted; name every difference."""

from collections.abc import Mapping
from dataclasses import dataclass

from convoca.standards.general_rules.ballots import BallotError


@dataclass(frozen=True, slots=True)
class Difference:
    """A line on which the tellers differ; None: that teller has no such line."""

    line: str
    counts: tuple[tuple[str, int | None], ...]


def compare_tellers(counts: Mapping[str, Mapping[str, int]]) -> tuple[Difference, ...]:
    """Compare counts by teller; a line is a candidate's name, or "deposited", "blank", "invalid".

    Lines come in the order in which they first appear.

    Raises:
        BallotError: fewer than two tellers, so that there is nothing to compare.
    """
    if len(counts) < 2:
        raise BallotError(f"{len(counts)} count to compare: at least two tellers are needed")
    lines = dict.fromkeys(line for count in counts.values() for line in count)
    found = []
    for line in lines:
        said = tuple((teller, count.get(line)) for teller, count in counts.items())
        if len({number for _, number in said}) > 1:
            found.append(Difference(line, said))
    return tuple(found)
