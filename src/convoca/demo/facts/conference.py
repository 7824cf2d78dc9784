"""The Plenipotentiary Conference: series, editions, themes, figures, countdown, bodies, agenda."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from convoca.demo.facts.bodies import bodies
from convoca.demo.facts.reading import Grade, Row, table, unique


class CountdownUnit(StrEnum):
    """What a countdown counts in."""

    DAYS = "days"
    MONTHS = "months"


@dataclass(frozen=True)
class Series:
    """A conference that comes back: whose, how often, in which languages."""

    key: str
    body: str
    every_years: int
    languages: tuple[str, ...]
    names: Mapping[str, str]
    source: str
    grade: Grade


@dataclass(frozen=True)
class Edition:
    """One conference; `participants` and `countries` are None where not found."""

    key: str
    series: str
    ordinal: int
    opens: date
    closes: date
    host: str
    city: Mapping[str, str]
    venue: str
    zone: ZoneInfo
    participants: int | None
    countries: int | None
    note: str
    source: str
    grade: Grade


@dataclass(frozen=True)
class MainTheme:
    """A main theme of an edition's agenda."""

    key: str
    edition: str
    order: int
    names: Mapping[str, str]
    source: str
    grade: Grade


@dataclass(frozen=True)
class Figure:
    """A number as one source gives it; sources may differ. `at_least`: "more than", "over"."""

    key: str
    edition: str
    value: int
    at_least: bool
    names: Mapping[str, str]
    source: str
    grade: Grade


@dataclass(frozen=True)
class CountdownStep:
    """What is due how long before (negative) or after the opening day; `at` None: hour unknown."""

    key: str
    order: int
    amount: int
    unit: CountdownUnit
    at: time | None
    zone: str
    owner: Mapping[str, str]
    names: Mapping[str, str]
    date_pp14: date
    rule: str
    source: str
    grade: Grade


@dataclass(frozen=True)
class Committee:
    """A body of the conference."""

    key: str
    parent: str
    order: int
    symbol: str
    names: Mapping[str, str]
    mandate: Mapping[str, str]
    source: str
    grade: Grade


@dataclass(frozen=True)
class AgendaItem:
    """An item of the agenda; `committee` is "" where it was not found."""

    key: str
    parent: str
    order: int
    committee: str
    theme: str
    names: Mapping[str, str]
    source: str
    grade: Grade


@cache
def series() -> Mapping[str, Series]:
    """Return the series of conferences by key."""
    return unique((row, row.text("key"), _series(row)) for row in table("pp14/series.csv"))


@cache
def editions() -> Mapping[str, Edition]:
    """Return the editions by key, in order of time."""
    return unique((row, row.text("key"), _edition(row)) for row in table("pp14/editions.csv"))


@cache
def main_themes() -> Mapping[str, MainTheme]:
    """Return the main themes of Busan by key."""
    return unique((row, row.text("key"), _theme(row)) for row in table("pp14/themes.csv"))


@cache
def figures() -> Mapping[str, Figure]:
    """Return the numbers known of Busan by key."""
    return unique((row, row.text("key"), _figure(row)) for row in table("pp14/figures.csv"))


@cache
def countdown() -> Mapping[str, CountdownStep]:
    """Return the rules of the countdown by key, each with its day for Busan."""
    return unique((row, row.text("key"), _step(row)) for row in table("pp14/countdown.csv"))


@cache
def committees() -> Mapping[str, Committee]:
    """Return the plenary and its committees by key."""
    return unique((row, row.text("key"), _committee(row)) for row in table("pp14/committees.csv"))


@cache
def agenda() -> Mapping[str, AgendaItem]:
    """Return the items of the agenda by number, parents before their children."""
    return unique((row, row.text("key"), _item(row)) for row in table("pp14/agenda.csv"))


def known(row: Row, column: str, among: Mapping[str, object]) -> str:
    """Return a key that must be among others, or "" for an empty cell."""
    key = row.maybe(column)
    if key and key not in among:
        raise row.wrong(f"{column} {key} does not exist")
    return key


def _series(row: Row) -> Series:
    return Series(
        key=row.text("key"),
        body=known(row, "body", bodies()),
        every_years=row.number("every_years"),
        languages=row.words("languages"),
        names=row.names(),
        source=row.source(),
        grade=row.grade(),
    )


def _edition(row: Row) -> Edition:
    edition = Edition(
        key=row.text("key"),
        series=known(row, "series", series()),
        ordinal=row.number("ordinal"),
        opens=row.day("opens"),
        closes=row.day("closes"),
        host=known(row, "host", bodies()),
        city=row.names("city_"),
        venue=row.maybe("venue"),
        zone=_zone(row),
        participants=row.maybe_number("participants"),
        countries=row.maybe_number("countries"),
        note=row.maybe("note"),
        source=row.source(),
        grade=row.grade(),
    )
    if edition.closes < edition.opens:
        raise row.wrong("closes lies before opens")
    return edition


def _zone(row: Row) -> ZoneInfo:
    try:
        return ZoneInfo(row.text("zone"))
    except ZoneInfoNotFoundError:
        raise row.wrong(f"{row.text('zone')} is no time zone") from None


def _theme(row: Row) -> MainTheme:
    return MainTheme(
        key=row.text("key"),
        edition=known(row, "edition", editions()),
        order=row.number("order"),
        names=row.names(),
        source=row.source(),
        grade=row.grade(),
    )


def _figure(row: Row) -> Figure:
    return Figure(
        key=row.text("key"),
        edition=known(row, "edition", editions()),
        value=row.number("value"),
        at_least=row.truth("at_least"),
        names=row.names(),
        source=row.source(),
        grade=row.grade(),
    )


def _step(row: Row) -> CountdownStep:
    return CountdownStep(
        key=row.text("key"),
        order=row.number("order"),
        amount=row.number("amount"),
        unit=row.one_of("unit", CountdownUnit),
        at=row.hour("time"),
        zone=row.maybe("zone"),
        owner=row.names("owner_"),
        names=row.names(),
        date_pp14=row.day("date_pp14"),
        rule=row.maybe("rule"),
        source=row.source(),
        grade=row.grade(),
    )


def _committee(row: Row) -> Committee:
    return Committee(
        key=row.text("key"),
        parent=row.maybe("parent"),
        order=row.number("order"),
        symbol=row.text("symbol"),
        names=row.names(),
        mandate=row.names("mandate_"),
        source=row.source(),
        grade=row.grade(),
    )


def _item(row: Row) -> AgendaItem:
    return AgendaItem(
        key=row.text("key"),
        parent=row.maybe("parent"),
        order=row.number("order"),
        committee=known(row, "committee", committees()),
        theme=known(row, "theme", main_themes()),
        names=row.names(),
        source=row.source(),
        grade=row.grade(),
    )
