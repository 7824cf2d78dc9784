"""The bodies of the demo: the Union, its Member States, and Viet Nam's chain with its changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from convoca.demo.facts.reading import FactError, Grade, Row, table, unique


class BodyKind(StrEnum):
    """What a body is."""

    UNION = "union"
    MEMBER_STATE = "member_state"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    DEPARTMENT = "department"
    AGENCY = "agency"
    PROVINCE = "province"
    COMPANY = "company"
    OBSERVER = "observer"
    UNIT = "unit"


class RegionGrade(StrEnum):
    """How sure the administrative region of a Member State is."""

    CONFIRMED = "confirmed"
    DERIVED = "derived"
    UNCONFIRMED = "unconfirmed"


class Event(StrEnum):
    """What can happen to a body."""

    CREATED = "created"
    MERGED = "merged"
    MOVED = "moved"
    RENAMED = "renamed"
    TRANSFERRED = "transferred"


@dataclass(frozen=True)
class Region:
    """The administrative region (A to E) of a Member State; `letter` is "" where unconfirmed."""

    letter: str
    grade: RegionGrade
    suggested: str


@dataclass(frozen=True)
class Body:
    """A body as it stood when it entered the record; `valid_to` is its last day."""

    key: str
    kind: BodyKind
    parent: str
    names: Mapping[str, str]
    names_grade: Grade
    abbreviation: str
    email: str
    valid_from: date | None
    valid_to: date | None
    merged_into: str
    split_from: str
    groups: tuple[str, ...]
    sort_order: int
    iso2: str
    region: Region | None
    source: str
    grade: Grade

    def stands_on(self, day: date) -> bool:
        """Tell whether the body exists on that day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Succession:
    """A change: `on` is the first day on which it holds, `successor` the heir or new parent."""

    event: Event
    on: date
    body: str
    successor: str
    names: Mapping[str, str]
    note: str
    source: str
    grade: Grade


@dataclass(frozen=True)
class Group:
    """A group of addressees, as one line under "Kính gửi".

    `kinds` is its rule: bodies of these kinds directly under the owner; empty where members are
    named one by one.
    """

    key: str
    owner: str
    kinds: tuple[str, ...]
    names: Mapping[str, str]
    source: str
    grade: Grade


@cache
def bodies() -> Mapping[str, Body]:
    """Return all bodies by key, parents before their children."""
    found = unique((row, row.text("key"), _body(row)) for row in table("bodies.csv"))
    for row in table("bodies.csv"):
        _check_references(row, found)
    return _parents_first(found)


@cache
def groups() -> Mapping[str, Group]:
    """Return the groups of addressees by key."""
    return unique((row, row.text("key"), _group(row)) for row in table("groups.csv"))


@cache
def succession() -> tuple[Succession, ...]:
    """Return what happened to the bodies, in order of time."""
    return tuple(_change(row) for row in table("succession.csv"))


def _body(row: Row) -> Body:
    if not row.text("email").endswith(".example"):
        raise row.wrong("email does not end in .example")
    return Body(
        key=row.text("key"),
        kind=row.one_of("kind", BodyKind),
        parent=row.maybe("parent"),
        names=row.names(),
        names_grade=row.grade("names_status"),
        abbreviation=row.text("abbreviation"),
        email=row.text("email"),
        valid_from=row.maybe_day("valid_from"),
        valid_to=row.maybe_day("valid_to"),
        merged_into=row.maybe("merged_into"),
        split_from=row.maybe("split_from"),
        groups=row.words("groups"),
        sort_order=row.number("sort_order"),
        iso2=row.maybe("iso2"),
        region=_region(row) if row.maybe("region_status") else None,
        source=row.source(),
        grade=row.grade(),
    )


def _region(row: Row) -> Region:
    letter, suggested = row.maybe("region"), row.maybe("region_suggested")
    if {letter, suggested} - {"", "A", "B", "C", "D", "E"}:
        raise row.wrong(f"region is {letter!r}, not a letter from A to E")
    return Region(letter, row.one_of("region_status", RegionGrade), suggested)


def _check_references(row: Row, found: Mapping[str, Body]) -> None:
    body = found[row.text("key")]
    if body.kind is not BodyKind.UNION and not body.parent:
        raise row.wrong("parent is empty")
    for column in ("parent", "merged_into", "split_from"):
        if row.maybe(column) and row.maybe(column) not in found:
            raise row.wrong(f"{column} {row.maybe(column)} is no body")
    for group in body.groups:
        if group not in groups():
            raise row.wrong(f"{group} is no group")
    if body.merged_into and body.valid_to is None:
        raise row.wrong("merged_into without a last day")


def _parents_first(found: Mapping[str, Body]) -> dict[str, Body]:
    ordered: dict[str, Body] = {}
    waiting = dict(found)
    while waiting:
        ready = [key for key, body in waiting.items() if not body.parent or body.parent in ordered]
        if not ready:
            raise FactError("bodies.csv", 1, f"the parents of {min(waiting)} run in a circle")
        ordered.update((key, waiting.pop(key)) for key in ready)
    return ordered


def _group(row: Row) -> Group:
    key, owner, kinds = row.text("key"), row.text("owner"), row.words("kinds")
    return Group(key, owner, kinds, row.names(), row.source(), row.grade())


def _change(row: Row) -> Succession:
    change = Succession(
        event=row.one_of("event", Event),
        on=row.day("on"),
        body=row.text("body"),
        successor=row.maybe("successor"),
        names=row.names(),
        note=row.maybe("note"),
        source=row.source(),
        grade=row.grade(),
    )
    for key in (change.body, change.successor):
        if key and key not in bodies():
            raise row.wrong(f"{key} is no body")
    if (change.event is Event.RENAMED) != bool(change.names):
        raise row.wrong("a renaming needs names, and only a renaming has them")
    return change
