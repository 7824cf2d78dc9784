"""What calls are about: themes of the day, development goals, action lines and their links."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from convoca.demo.facts.reading import Grade, Row, table, unique


@dataclass(frozen=True)
class Theme:
    """The theme of 17 May of a year; the Vietnamese wording has its own grade."""

    year: int
    day: str
    names: Mapping[str, str]
    vietnamese_grade: Grade
    note: str
    source: str
    grade: Grade


@dataclass(frozen=True)
class Goal:
    """One of the 17 Sustainable Development Goals."""

    number: int
    names: Mapping[str, str]
    short_names: Mapping[str, str]
    colour: str
    source: str
    grade: Grade


@dataclass(frozen=True)
class ActionLine:
    """A WSIS action line, C1 to C11; C7 has eight parts."""

    code: str
    order: int
    names: Mapping[str, str]
    vietnamese_grade: Grade
    source: str
    grade: Grade


@dataclass(frozen=True)
class GoalLink:
    """That an action line serves a goal; derived where only one view of the matrix has it."""

    action_line: str
    goal: int
    targets: tuple[str, ...]
    source: str
    grade: Grade


@cache
def themes() -> Mapping[int, Theme]:
    """Return the themes by year, 1969 to 2026."""
    by_year = unique((row, row.text("year"), _theme(row)) for row in table("wtisd_themes.csv"))
    return {theme.year: theme for theme in by_year.values()}


@cache
def goals() -> Mapping[int, Goal]:
    """Return the goals by number."""
    by_number = unique((row, row.text("sdg"), _goal(row)) for row in table("sdgs.csv"))
    return {goal.number: goal for goal in by_number.values()}


@cache
def action_lines() -> Mapping[str, ActionLine]:
    """Return the action lines by code, in the order of the Geneva Plan of Action."""
    return unique((row, row.text("code"), _line(row)) for row in table("wsis_action_lines.csv"))


@cache
def goal_links() -> tuple[GoalLink, ...]:
    """Return which action line serves which goal."""
    return tuple(_link(row) for row in table("wsis_sdg_matrix.csv"))


def _theme(row: Row) -> Theme:
    return Theme(
        year=row.number("year"),
        day=row.text("day"),
        names=row.names("theme_"),
        vietnamese_grade=row.grade("vi_status"),
        note=row.maybe("note"),
        source=row.source(),
        grade=row.grade(),
    )


def _goal(row: Row) -> Goal:
    return Goal(
        number=row.number("sdg"),
        names=row.names(),
        short_names=row.names("short_"),
        colour=row.text("colour"),
        source=row.source(),
        grade=row.grade(),
    )


def _line(row: Row) -> ActionLine:
    return ActionLine(
        code=row.text("code"),
        order=row.number("order"),
        names=row.names(),
        vietnamese_grade=row.grade("vi_status"),
        source=row.source(),
        grade=row.grade(),
    )


def _link(row: Row) -> GoalLink:
    link = GoalLink(
        action_line=row.text("action_line"),
        goal=row.number("sdg"),
        targets=row.words("targets"),
        source=row.source(),
        grade=row.grade(),
    )
    if link.action_line not in action_lines() or link.goal not in goals():
        raise row.wrong(f"{link.action_line} or goal {link.goal} does not exist")
    return link
