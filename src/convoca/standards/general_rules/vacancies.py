"""Seats that fall vacant between two conferences."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from convoca.standards.general_rules.outcomes import Outcome, Status
from convoca.standards.general_rules.posts import SECRETARY_GENERAL, Kind, Post
from convoca.standards.general_rules.rule_sets import ElectionRules
from convoca.standards.general_rules.sources import Rule

_LONG_BEFORE_A_SESSION = 90  # days, CV 21


class Way(StrEnum):
    """How a vacant seat is filled."""

    NEXT_BY_VOTES = "passes to the next by votes in the region"
    TIED_FOR_NEXT = "several have the same votes for the next place"
    BY_CORRESPONDENCE = "candidatures of the region, then a ballot by correspondence"
    DEPUTY_SUCCEEDS = "the Deputy Secretary-General succeeds"
    COUNCIL_ELECTS = "the region's Member States propose, the Council elects"
    STATE_NAMES = "the Member State names another national"
    NO_RULE_READ = "no rule was read for this post"


@dataclass(frozen=True, slots=True)
class Succession:
    """How a seat is filled, by whom if that follows already, and the rule behind it."""

    way: Way
    names: tuple[str, ...]
    rule: Rule


def council_seat(
    outcome: Outcome,
    votes: dict[str, int | None],
    rules: ElectionRules,
    *,
    unavailable: Collection[str] = (),
) -> Succession:
    """Fill a Council seat of the region that `outcome` decided (CV 8, else CV 9).

    `votes`: the votes of every name of that ballot. `unavailable`: those who already took a seat
    since, or who decline.

    Raises:
        ValueError: the ballot is not decided, or votes of those not elected are not known; then
            nobody can say who is next.
    """
    if outcome.status is not Status.DECIDED:
        raise ValueError("the ballot of the region is not decided, so nobody is next")
    losers = [n for n in outcome.order if n not in outcome.elected and n not in unavailable]
    unknown = [name for name in losers if votes[name] is None]
    if unknown:
        raise ValueError(f"the votes of {', '.join(unknown)} are not known, so nobody is next")
    if not losers:
        return Succession(Way.BY_CORRESPONDENCE, (), rules.council_vacancy_without_candidate.rule)
    first = tuple(name for name in losers if votes[name] == votes[losers[0]])
    way = Way.NEXT_BY_VOTES if len(first) == 1 else Way.TIED_FOR_NEXT
    return Succession(way, first, rules.council_vacancy.rule)


def other_seat(
    post: Post,
    rules: ElectionRules,
    *,
    vacant_on: date,
    next_council_session: date | None,
    deputy: str = "",
) -> Succession:
    """Fill a seat of the Board (CV 21) or the Secretary-General's post.

    `next_council_session`: the opening of the next session before the conference, None when there
    is none. Raises `ValueError` for the Council, whose seats need the votes (`council_seat`).
    """
    if post.kind is Kind.COUNCIL:
        raise ValueError("a Council seat goes by votes: use council_seat")
    if post == SECRETARY_GENERAL:
        names = (deputy,) if deputy else ()
        return Succession(Way.DEPUTY_SUCCEEDS, names, rules.secretary_general_vacancy.rule)
    if post.kind is not Kind.BOARD:
        return Succession(Way.NO_RULE_READ, (), rules.secretary_general_vacancy.rule)
    if (
        next_council_session is None
        or (next_council_session - vacant_on).days > _LONG_BEFORE_A_SESSION
    ):
        return Succession(Way.STATE_NAMES, (), rules.board_vacancy.rule)
    return Succession(Way.COUNCIL_ELECTS, (), rules.board_vacancy.rule)
