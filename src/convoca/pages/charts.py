"""Geometry of the charts: SVG attributes in per cent and pixels, never a style attribute.

The policy for content forbids inline styles, so positions are attributes: across in per cent
of the drawing's width (it fits every screen and its words keep their size), down in pixels.
Every chart carries the rows of the table that stands beside it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from convoca.pages.navigation import Words

CATEGORY_TONES = ("k1", "k2", "k3", "k4", "k5", "k6")
COLUMN_HEIGHT = 180
MOST_COLUMN_LABELS = 7
TILE = 14
TILE_GAP = 3


@dataclass(frozen=True)
class Part:
    """One named number of a chart; ``tone`` is ok, info, late, bad, plain or k1 to k6."""

    label: Words
    value: int
    tone: str = ""
    url: str = ""


@dataclass(frozen=True)
class Slice:
    """A part as drawn: where it starts and how wide it is, in per cent of the whole width."""

    part: Part
    tone: str
    start: str
    width: str
    share: str


@dataclass(frozen=True)
class Column:
    """A column as drawn: across in per cent, down in pixels; ``label`` is empty where too dense."""

    part: Part
    tone: str
    start: str
    width: str
    middle: str
    top: int
    height: int
    label: Words


@dataclass(frozen=True)
class Rule:
    """A horizontal line of the scale: its value and its height in pixels from the top."""

    value: int
    top: int


@dataclass(frozen=True)
class ColumnChart:
    """All columns with the lines of their scale; heights in pixels."""

    columns: list[Column]
    rules: list[Rule]
    height: int
    foot: int
    has_values: bool


@dataclass(frozen=True)
class Coverage:
    """One row of a coverage grid: a group and the tone of each of its members, in order."""

    label: Words
    tones: Sequence[str]
    url: str = ""


@dataclass(frozen=True)
class Tile:
    """A square of a coverage grid, in pixels."""

    x: int
    y: int
    tone: str


@dataclass(frozen=True)
class CoverageRow:
    """A row as drawn: its squares, the size of its drawing in pixels, and how many are covered."""

    row: Coverage
    tiles: list[Tile]
    width: int
    height: int
    covered: int
    total: int


def _percent(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") + "%"


def _tone(part: Part, index: int) -> str:
    return part.tone or CATEGORY_TONES[index % len(CATEGORY_TONES)]


def whole_percents(values: Sequence[int]) -> list[int]:
    """Shares of ``values`` in whole per cents that add up to 100 (largest remainders).

    All zero gives all zero; a negative value raises ``ValueError``.
    """
    if any(value < 0 for value in values):
        raise ValueError("a chart has no negative parts")
    total = sum(values)
    if total == 0:
        return [0 for _ in values]
    floors = [value * 100 // total for value in values]
    by_remainder = sorted(
        range(len(values)), key=lambda index: (-(values[index] * 100 % total), index)
    )
    for index in by_remainder[: 100 - sum(floors)]:
        floors[index] += 1
    return floors


def slices(parts: Sequence[Part]) -> list[Slice]:
    """One bar cut in parts; the shares in words add up to 100 %."""
    total = sum(part.value for part in parts)
    shares = whole_percents([part.value for part in parts])
    drawn, before = [], 0
    for index, (part, share) in enumerate(zip(parts, shares, strict=True)):
        start, width = (100 * n / total if total else 0 for n in (before, part.value))
        drawn.append(
            Slice(part, _tone(part, index), _percent(start), _percent(width), f"{share} %")
        )
        before += part.value
    return drawn


def bars(parts: Sequence[Part]) -> list[Slice]:
    """Horizontal bars on one scale, the longest as wide as its place; shares are of the sum."""
    longest = max((part.value for part in parts), default=0)
    shares = whole_percents([part.value for part in parts])
    return [
        Slice(
            part,
            part.tone or "info",
            "0%",
            _percent(100 * part.value / longest if longest else 0),
            f"{share} %",
        )
        for part, share in zip(parts, shares, strict=True)
    ]


def scale_of(highest: int) -> list[int]:
    """Two to six round whole numbers from 0 to at least ``highest``, for the lines of a scale."""
    if highest <= 0:
        return [0, 1]
    rough = highest / 4
    power = 10 ** math.floor(math.log10(rough)) if rough >= 1 else 1
    step = next(int(power * n) for n in (1, 2, 5, 10) if power * n >= rough)
    return list(range(0, highest + step, step))


def columns(parts: Sequence[Part], *, height: int = COLUMN_HEIGHT) -> ColumnChart:
    """Columns side by side, such as one a year; ``height`` of the drawing area in pixels."""
    scale = scale_of(max((part.value for part in parts), default=0))
    top = scale[-1]
    slot = 100 / max(len(parts), 1)
    every = math.ceil(len(parts) / MOST_COLUMN_LABELS) or 1
    drawn = [
        Column(
            part=part,
            tone=part.tone or "info",
            start=_percent(slot * (index + 0.15)),
            width=_percent(slot * 0.7),
            middle=_percent(slot * (index + 0.5)),
            top=height - round(height * part.value / top),
            height=round(height * part.value / top),
            label=part.label if index % every == 0 else "",
        )
        for index, part in enumerate(parts)
    ]
    rules = [Rule(value, height - round(height * value / top)) for value in scale]
    return ColumnChart(drawn, rules, height, height + 22, len(parts) <= MOST_COLUMN_LABELS * 2)


def coverage(rows: Sequence[Coverage], *, across: int = 10) -> list[CoverageRow]:
    """Groups of squares, ``across`` in a line; a square is covered when its tone is ok."""
    return [_coverage_row(row, across) for row in rows]


def _coverage_row(row: Coverage, across: int) -> CoverageRow:
    pitch = TILE + TILE_GAP
    tiles = [
        Tile(x=index % across * pitch, y=index // across * pitch, tone=tone)
        for index, tone in enumerate(row.tones)
    ]
    lines = math.ceil(len(tiles) / across) or 1
    return CoverageRow(
        row=row,
        tiles=tiles,
        width=min(len(tiles), across) * pitch or pitch,
        height=lines * pitch,
        covered=sum(tone == "ok" for tone in row.tones),
        total=len(tiles),
    )
