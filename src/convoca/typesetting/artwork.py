"""An abstract drawing for a year: calls going out in arcs around a turning globe.

Deterministic for a seed and year, drawn from numbers alone; no one's logo and no picture file.
"""

import hashlib
import math
from collections.abc import Iterator
from dataclasses import dataclass

WIDTH, HEIGHT = 210, 297


@dataclass(frozen=True, slots=True)
class Palette:
    """Background from top to foot, three line colours, one accent and the colour of words."""

    top: str
    foot: str
    lines: tuple[str, str, str]
    accent: str
    paper: str = "#ffffff"


# Words stand on the foot colour: each pair has a contrast of at least 7 to 1.
PALETTES = (
    Palette("#0f5c9c", "#062a4d", ("#7fc4f5", "#cfe8fb", "#3f93d1"), "#ffc15a"),
    Palette("#12736b", "#04302f", ("#74dcc6", "#d5f5ec", "#2fa593"), "#ffcf66"),
    Palette("#4b3a8f", "#1b1246", ("#b3a4f2", "#e5dffb", "#7f6bd0"), "#ffb86b"),
    Palette("#8a2f4f", "#350c22", ("#f3a0b9", "#fbdde7", "#c95f84"), "#ffd27a"),
    Palette("#1c4f7a", "#0b2233", ("#8fd0e8", "#dcf1f8", "#4b9cc0"), "#f7a072"),
    Palette("#2d6a3e", "#0d2b18", ("#9bdc9f", "#e0f5de", "#57ab69"), "#ffd166"),
)


@dataclass(frozen=True, slots=True)
class Artwork:
    """The drawing as SVG without words, and the colours for the words on it."""

    svg: str
    paper: str
    accent: str


class Numbers:
    """An endless row of numbers from 0 to 1, the same on every machine for one seed."""

    def __init__(self, seed: str) -> None:
        self._bytes = self._stream(seed)

    @staticmethod
    def _stream(seed: str) -> Iterator[int]:
        block = 0
        while True:
            digest = hashlib.sha256(f"{seed}/{block}".encode()).digest()
            yield from (int.from_bytes(digest[i : i + 2], "big") for i in range(0, 32, 2))
            block += 1

    def between(self, least: float, most: float) -> float:
        """The next number of the row, scaled."""
        return least + (most - least) * next(self._bytes) / 65535

    def below(self, count: int) -> int:
        """The next whole number from 0 up to, not including, `count`."""
        return min(int(self.between(0, count)), count - 1)


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _at(cx: float, cy: float, radius: float, angle: float) -> tuple[float, float]:
    return cx + radius * math.cos(angle), cy + radius * math.sin(angle)


def _globe(cx: float, cy: float, radius: float, tilt: float, palette: Palette) -> str:
    """Meridians and parallels of a tilted ball, in thin lines."""
    parts = [f'<circle r="{_n(radius)}" fill="{palette.foot}" fill-opacity=".35"/>']
    for step in range(7):
        width = radius * abs(math.cos(math.pi * (step + 0.5) / 7))
        parts.append(f'<ellipse rx="{_n(width)}" ry="{_n(radius)}"/>')
    lean = math.radians(18)
    for step in range(1, 9):
        up = radius * math.cos(math.pi * step / 9) * math.cos(lean)
        half = radius * math.sin(math.pi * step / 9)
        bend = _n(half * math.sin(lean))
        parts.append(
            f'<path d="M{_n(-half)} {_n(up)}A{_n(half)} {bend} 0 0 0 {_n(half)} {_n(up)}"/>'
        )
    return (
        f'<g transform="translate({_n(cx)} {_n(cy)})rotate({_n(tilt)})" fill="none" '
        f'stroke="{palette.lines[1]}" stroke-opacity=".45" stroke-width=".35">'
        f"{''.join(parts)}</g>"
    )


def _arc(
    cx: float, cy: float, radius: float, start: float, sweep: float, colour: str, width: float
) -> str:
    """A call: an arc around the globe with a dot where it has got to."""
    x1, y1 = _at(cx, cy, radius, start)
    x2, y2 = _at(cx, cy, radius, start + sweep)
    large = int(sweep > math.pi)
    r = _n(radius)
    return (
        f'<path d="M{_n(x1)} {_n(y1)}A{r} {r} 0 {large} 1 {_n(x2)} {_n(y2)}" '
        f'stroke="{colour}" stroke-width="{_n(width)}"/>'
        f'<circle cx="{_n(x2)}" cy="{_n(y2)}" r="{_n(width * 1.5)}" fill="{colour}" stroke="none"/>'
    )


def _arcs(cx: float, cy: float, radius: float, numbers: Numbers, palette: Palette) -> str:
    colours = (*palette.lines, palette.lines[0], palette.accent)
    parts = []
    for ring in range(17):
        away = radius + 7 + ring * 5.2
        start = numbers.between(0, 2 * math.pi)
        sweep = numbers.between(0.35, 2.9)
        width = numbers.between(0.5, 2.1)
        parts.append(_arc(cx, cy, away, start, sweep, colours[numbers.below(5)], width))
    return f'<g fill="none" stroke-linecap="round">{"".join(parts)}</g>'


def _links(cx: float, cy: float, radius: float, numbers: Numbers, palette: Palette) -> str:
    """Places on the globe, joined by curves that rise above it."""
    turn = numbers.between(0, 2 * math.pi)
    places = [
        _at(cx, cy, radius * numbers.between(0.3, 0.86), turn + (i + numbers.between(0, 0.6)) * 0.9)
        for i in range(7)
    ]
    curves = []
    for (x1, y1), (x2, y2) in zip(places, places[2:], strict=False):
        bx = cx + ((x1 + x2) / 2 - cx) * 1.3
        by = cy + ((y1 + y2) / 2 - cy) * 1.3 - math.hypot(x2 - x1, y2 - y1) * 0.45
        curves.append(f"M{_n(x1)} {_n(y1)}Q{_n(bx)} {_n(by)} {_n(x2)} {_n(y2)}")
    dots = "".join(
        f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(numbers.between(0.9, 2.2))}"/>'
        for x, y in places
    )
    return (
        f'<path d="{"".join(curves)}" fill="none" stroke="{palette.accent}" stroke-width=".6" '
        f'stroke-opacity=".9"/><g fill="{palette.accent}">{dots}</g>'
    )


def draw(seed: str, year: int) -> Artwork:
    """Draw the picture of a year on an A4 sheet, 210 by 297 units."""
    numbers = Numbers(f"{seed}/{year}")
    palette = PALETTES[(year + numbers.below(2) * 3) % len(PALETTES)]
    cx, cy = numbers.between(88, 128), numbers.between(92, 108)
    radius = numbers.between(44, 54)
    tilt = numbers.between(-28, 28)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        '<linearGradient id="g" x2="0" y2="1">'
        f'<stop stop-color="{palette.top}"/><stop offset=".62" stop-color="{palette.foot}"/>'
        "</linearGradient>"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="url(#g)"/>'
        f"{_arcs(cx, cy, radius, numbers, palette)}"
        f"{_globe(cx, cy, radius, tilt, palette)}"
        f"{_links(cx, cy, radius, numbers, palette)}"
        f'<linearGradient id="f" x2="0" y2="1"><stop stop-color="{palette.foot}" '
        f'stop-opacity="0"/><stop offset=".35" stop-color="{palette.foot}"/></linearGradient>'
        f'<rect y="150" width="{WIDTH}" height="147" fill="url(#f)"/>'
        "</svg>"
    )
    return Artwork(svg, palette.paper, palette.accent)
