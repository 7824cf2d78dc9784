"""The small values that the template tags draw; views make them, templates never compute."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from convoca.pages.navigation import Words

StepState = Literal["done", "current", "ahead"]


@dataclass(frozen=True)
class Figure:
    """One number that people compare, with its word; ``url`` leads to the rows it counts."""

    value: int | str
    label: Words
    url: str = ""
    tone: str = ""


@dataclass(frozen=True)
class SummaryRow:
    """One answer on a page of answers to check; ``change_url`` leads back to its question."""

    label: Words
    value: object
    change_url: str = ""


@dataclass(frozen=True)
class Step:
    """One step of a walk through several pages or desks."""

    text: Words
    state: StepState = "ahead"
    detail: Words = ""
    url: str = ""


@dataclass(frozen=True)
class Moment:
    """One line of a timeline: when, what happened, who did it, and what was remarked."""

    at: datetime
    text: Words
    by: Words = ""
    remark: Words = ""
