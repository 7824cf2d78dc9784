"""Ballots for the tests, written on one line."""

from convoca.standards.general_rules import posts
from convoca.standards.general_rules.ballots import Ballot, Numbers, Tally


def official(votes: dict[str, int | None], *, round: int | None = 1, **more: object) -> Ballot:
    """A ballot for one seat; `more` are fields of Ballot, and of Numbers."""
    return _ballot(posts.DIRECTOR_BDT, 1, votes, round=round, **more)


def council(votes: dict[str, int | None], seats: int, **more: object) -> Ballot:
    """A ballot of one region of the Council."""
    return _ballot(posts.COUNCIL, seats, votes, region="E", **more)


def _ballot(post: posts.Post, seats: int, votes: dict[str, int | None], **more: object) -> Ballot:
    names = {"entitled", "deposited", "blank", "invalid", "valid", "required"}
    numbers = {name: more.pop(name) for name in list(more) if name in names}
    tallies = tuple(
        Tally(name, number, f"row {i}") for i, (name, number) in enumerate(votes.items(), 2)
    )
    more.setdefault("votes_complete", None not in votes.values())
    return Ballot(post, seats, tallies, numbers=Numbers(**numbers, where="rounds row 2"), **more)
