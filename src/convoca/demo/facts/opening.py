"""Busan day by day: the programme, who spoke and what was said in short, what was promised."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from functools import cache

from convoca.demo.facts.bodies import bodies
from convoca.demo.facts.conference import editions, known, main_themes
from convoca.demo.facts.reading import Grade, Row, table, unique


class ProgrammeKind(StrEnum):
    """What a part of the programme is."""

    MEETING = "meeting"
    CEREMONY = "ceremony"
    PLENARY = "plenary"
    SUMMIT = "summit"
    EXHIBITION = "exhibition"
    SIDE_EVENT = "side_event"


@dataclass(frozen=True)
class ProgrammePart:
    """A meeting or event; day, hours and room are None where the sources do not give them."""

    key: str
    edition: str
    kind: ProgrammeKind
    order: int
    day: date | None
    last_day: date | None
    starts: time | None
    ends: time | None
    room: str | None
    names: Mapping[str, str]
    note: str
    source: str
    grade: Grade


@dataclass(frozen=True)
class Guest:
    """Who spoke on the opening day, and whether within a delegation."""

    key: str
    body: str
    in_delegation: bool
    name: str
    office: Mapping[str, str]
    note: str
    source: str
    grade: Grade


@dataclass(frozen=True)
class Speech:
    """A speech in its place; `language` is None where unknown."""

    key: str
    programme: str
    order: int
    guest: str
    language: str | None
    link: str
    source: str
    grade: Grade


@dataclass(frozen=True)
class Statement:
    """What a speaker said, in short and in our words; `quoted`: the source quotes the speaker."""

    speech: str
    order: int
    theme: str
    quoted: bool
    texts: Mapping[str, str]
    source: str
    grade: Grade


@dataclass(frozen=True)
class WorkingGroup:
    """A group between two editions (samples)."""

    key: str
    body: str
    names: Mapping[str, str]
    between: tuple[str, ...]
    note: str
    source: str
    grade: Grade


@dataclass(frozen=True)
class Commitment:
    """Who promised what to whom; what was not said is None, and so is the state."""

    key: str
    speech: str
    promised_by: str
    promised_to: Mapping[str, str]
    place: str
    day: date
    working_group: str
    what: Mapping[str, str]
    gives: Mapping[str, str] | None
    gains: Mapping[str, str] | None
    state: str | None
    source: str
    grade: Grade


@cache
def programme() -> Mapping[str, ProgrammePart]:
    """Return the parts of the programme by key, in order."""
    return unique((row, row.text("key"), _part(row)) for row in table("pp14/programme.csv"))


@cache
def guests() -> Mapping[str, Guest]:
    """Return the speakers of the opening day by key."""
    return unique((row, row.text("key"), _guest(row)) for row in table("pp14/guests.csv"))


@cache
def speeches() -> Mapping[str, Speech]:
    """Return the speeches of the opening day by key, in order."""
    return unique((row, row.text("key"), _speech(row)) for row in table("pp14/speeches.csv"))


@cache
def statements() -> tuple[Statement, ...]:
    """Return what was said, in order."""
    return tuple(_statement(row) for row in table("pp14/statements.csv"))


@cache
def working_groups() -> Mapping[str, WorkingGroup]:
    """Return the working groups by key."""
    return unique((row, row.text("key"), _group(row)) for row in table("pp14/working_groups.csv"))


@cache
def commitments() -> Mapping[str, Commitment]:
    """Return the commitments by key."""
    return unique((row, row.text("key"), _commitment(row)) for row in table("pp14/commitments.csv"))


def _part(row: Row) -> ProgrammePart:
    return ProgrammePart(
        key=row.text("key"),
        edition=known(row, "edition", editions()),
        kind=row.one_of("kind", ProgrammeKind),
        order=row.number("order"),
        day=row.known_day("day"),
        last_day=row.known_day("last_day"),
        starts=row.hour("starts"),
        ends=row.hour("ends"),
        room=row.known_text("room"),
        names=row.names(),
        note=row.maybe("note"),
        source=row.source(),
        grade=row.grade(),
    )


def _guest(row: Row) -> Guest:
    return Guest(
        key=row.text("key"),
        body=known(row, "body", bodies()),
        in_delegation=row.truth("in_delegation"),
        name=row.text("name"),
        office=row.names("office_"),
        note=row.maybe("note"),
        source=row.source(),
        grade=row.grade(),
    )


def _speech(row: Row) -> Speech:
    return Speech(
        key=row.text("key"),
        programme=known(row, "programme", programme()),
        order=row.number("order"),
        guest=known(row, "guest", guests()),
        language=row.known_text("language"),
        link=row.maybe("link"),
        source=row.source(),
        grade=row.grade(),
    )


def _statement(row: Row) -> Statement:
    return Statement(
        speech=known(row, "speech", speeches()),
        order=row.number("order"),
        theme=known(row, "theme", main_themes()),
        quoted=row.truth("quoted"),
        texts=row.names("text_"),
        source=row.source(),
        grade=row.grade(),
    )


def _group(row: Row) -> WorkingGroup:
    if any(not name.startswith(("[Mẫu] ", "[Sample] ")) for name in row.names().values()):
        raise row.wrong("a sample's name begins with [Mẫu] or [Sample]")
    return WorkingGroup(
        key=row.text("key"),
        body=known(row, "body", bodies()),
        names=row.names(),
        between=row.words("between"),
        note=row.maybe("note"),
        source=row.source(),
        grade=row.grade(),
    )


def _commitment(row: Row) -> Commitment:
    return Commitment(
        key=row.text("key"),
        speech=known(row, "speech", speeches()),
        promised_by=known(row, "promised_by", bodies()),
        promised_to=row.names("promised_to_"),
        place=row.text("place"),
        day=row.day("day"),
        working_group=known(row, "working_group", working_groups()),
        what=row.names("what_"),
        gives=_said(row.names("gives_")),
        gains=_said(row.names("gains_")),
        state=row.known_text("state"),
        source=row.source(),
        grade=row.grade(),
    )


def _said(texts: Mapping[str, str]) -> Mapping[str, str] | None:
    return None if set(texts.values()) == {"unknown"} else texts
