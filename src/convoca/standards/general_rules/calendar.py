"""When candidatures close, when the elections begin, and in what order they run."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from convoca.standards.general_rules.rule_sets import ElectionRules
from convoca.standards.general_rules.sources import Rule


@dataclass(frozen=True, slots=True)
class Sitting:
    """Posts that are elected together, and their place in the order (1 is first)."""

    place: int
    posts: tuple[str, ...]
    rule: Rule


def closing(opening: date, rules: ElectionRules) -> datetime:
    """Tell the last minute for candidatures, with its zone, for a conference opening that day.

    It passes at the end of that minute: a candidature received within it is in time.
    """
    close = rules.candidatures_close.value
    day = opening - timedelta(days=close.days_before)
    return datetime.combine(day, close.at, tzinfo=ZoneInfo(close.zone))


def in_time(received_at: datetime, opening: date, rules: ElectionRules) -> bool:
    """Whether a candidature received at that instant (with its zone) is in time."""
    return received_at < closing(opening, rules) + timedelta(minutes=1)


def first_election_day(opening: date, rules: ElectionRules) -> date:
    """Tell the earliest day of an election; the opening day is day 1."""
    return opening + timedelta(days=rules.first_election_day.value - 1)


def sittings(rules: ElectionRules) -> tuple[Sitting, ...]:
    """List the elections in their order; the posts of one sitting run together."""
    return tuple(
        Sitting(place, posts, rules.order.rule)
        for place, posts in enumerate(rules.order.value, start=1)
    )


def open_posts(elected: frozenset[str], rules: ElectionRules) -> tuple[str, ...]:
    """Tell which posts may be voted on now, `elected` being the posts that are filled."""
    for sitting in sittings(rules):
        waiting = tuple(post for post in sitting.posts if post not in elected)
        if waiting:
            return waiting
    return ()


def next_ballot_from(ended: datetime, hours: int | None) -> datetime:
    """Tell when the next round may begin; at once where the rules fix no interval."""
    return ended + timedelta(hours=hours or 0)
