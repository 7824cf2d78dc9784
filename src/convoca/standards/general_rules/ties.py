"""What settles a tie once a special ballot is level again: a lot, or age."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from convoca.standards.general_rules.ballots import BallotError
from convoca.standards.general_rules.outcomes import Outcome, Status
from convoca.standards.general_rules.rule_sets import TieBreak
from convoca.standards.general_rules.sources import Rule, Setting


@dataclass(frozen=True, slots=True)
class Settled:
    """Who takes the seats that were tied, and by which rule."""

    elected: tuple[str, ...]
    rule: Rule


def settle(
    outcome: Outcome,
    rule: Setting[TieBreak],
    *,
    born: Mapping[str, date] | None = None,
    drawn: Sequence[str] = (),
) -> Settled:
    """Settle the special ballot's tie: by age from `born`, or by lot from the names `drawn`.

    The engine draws no lot: the chair draws, and `drawn` records the names in that order.

    Raises:
        BallotError: the ballot isn't tied; a date of birth is missing or shared at the cut; the
            lot names somebody who isn't tied, or too few.
    """
    if outcome.status is not Status.TIED:
        raise BallotError(f"the ballot is {outcome.status.value}, not tied")
    seats = outcome.seats - len(outcome.elected)
    if rule.value is TieBreak.AGE:
        return Settled(_oldest(outcome.tied, born or {}, seats), rule.rule)
    if rule.value is TieBreak.LOT:
        return Settled(_drawn(outcome.tied, drawn, seats), rule.rule)
    raise BallotError("this tie decides nothing: the next round follows")


def _oldest(tied: Sequence[str], born: Mapping[str, date], seats: int) -> tuple[str, ...]:
    unknown = [name for name in tied if name not in born]
    if unknown:
        raise BallotError(f"the date of birth of {unknown[0]} is not known")
    by_age = sorted(tied, key=lambda name: born[name])
    if seats < len(by_age) and born[by_age[seats - 1]] == born[by_age[seats]]:
        raise BallotError(f"{by_age[seats - 1]} and {by_age[seats]} were born on the same day")
    return tuple(by_age[:seats])


def _drawn(tied: Sequence[str], drawn: Sequence[str], seats: int) -> tuple[str, ...]:
    strangers = [name for name in drawn if name not in tied]
    if strangers:
        raise BallotError(f"{strangers[0]} was drawn, but is not among the tied")
    if len(set(drawn)) != len(drawn):
        raise BallotError("a name was drawn twice")
    if len(drawn) < seats:
        raise BallotError(f"the lot named {len(drawn)}, but seats left: {seats}")
    return tuple(drawn[:seats])
