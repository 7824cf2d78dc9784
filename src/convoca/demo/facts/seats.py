"""The 65 seats: posts by region, and the ballots of 2010 and 2014 as far as they are known."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from convoca.demo.facts.bodies import bodies
from convoca.demo.facts.conference import editions, known
from convoca.demo.facts.reading import Grade, Row, table, unique


class SeatKind(StrEnum):
    """Officials and board members are persons, Council seats belong to States."""

    OFFICIAL = "official"
    BOARD = "board"
    COUNCIL = "council"


@dataclass(frozen=True)
class ElectedPost:
    """A post with its seats; `order` is the order of the elections, equal when concurrent."""

    key: str
    kind: SeatKind
    region: str
    seats: int
    order: int
    names: Mapping[str, str]
    term: str
    takes_office: str | None
    source: str
    grade: Grade


@dataclass(frozen=True)
class Round:
    """One ballot as published; every number that was not found is None."""

    edition: str
    post: str
    number: int | None
    deposited: int | None
    blank: int | None
    invalid: int | None
    valid: int | None
    required: int | None
    all_candidates: bool
    all_votes: bool
    note: Mapping[str, str]
    source: str
    grade: Grade


@dataclass(frozen=True)
class Vote:
    """Votes for a candidate in a round; `candidate` is "" for a Council seat (a State stands)."""

    edition: str
    post: str
    round: int | None
    candidate: str | None
    body: str
    votes: int | None
    elected: bool
    source: str
    grade: Grade


@cache
def elected_posts() -> Mapping[str, ElectedPost]:
    """Return the posts by key, in the order of the elections."""
    return unique((row, row.text("key"), _post(row)) for row in table("pp14/posts.csv"))


@cache
def rounds() -> tuple[Round, ...]:
    """Return the ballots known of 2010 and 2014."""
    return tuple(_round(row) for row in table("pp14/rounds.csv"))


@cache
def votes() -> tuple[Vote, ...]:
    """Return the candidates and votes known of 2010 and 2014."""
    return tuple(_vote(row) for row in table("pp14/votes.csv"))


def _post(row: Row) -> ElectedPost:
    return ElectedPost(
        key=row.text("key"),
        kind=row.one_of("kind", SeatKind),
        region=row.maybe("region"),
        seats=row.number("seats"),
        order=row.number("order"),
        names=row.names(),
        term=row.text("term"),
        takes_office=row.known_text("takes_office"),
        source=row.source(),
        grade=row.grade(),
    )


def _round(row: Row) -> Round:
    return Round(
        edition=known(row, "edition", editions()),
        post=known(row, "post", elected_posts()),
        number=row.known_number("round"),
        deposited=row.known_number("deposited"),
        blank=row.known_number("blank"),
        invalid=row.known_number("invalid"),
        valid=row.known_number("valid"),
        required=row.known_number("required"),
        all_candidates=row.truth("all_candidates"),
        all_votes=row.truth("all_votes"),
        note={"en": row.maybe("note"), "vi": row.maybe("note_vi")},
        source=row.source(),
        grade=row.grade(),
    )


def _vote(row: Row) -> Vote:
    vote = Vote(
        edition=known(row, "edition", editions()),
        post=known(row, "post", elected_posts()),
        round=row.known_number("round"),
        candidate=None if row.maybe("candidate") == "unknown" else row.maybe("candidate"),
        body=known(row, "body", bodies()),
        votes=row.known_number("votes"),
        elected=row.truth("elected"),
        source=row.source(),
        grade=row.grade(),
    )
    if (vote.candidate == "") != (elected_posts()[vote.post].kind is SeatKind.COUNCIL):
        raise row.wrong("a State stands for the Council, a person for everything else")
    return vote
