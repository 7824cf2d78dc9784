"""Where on a map a Member State is drawn: a dot at the place that its clocks are named after.

The places are those of the zone table of the IANA time zone database (public domain), which knows
one or more of them for each country code of ISO 3166. Nothing here says where a border runs.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos, dist, radians, sin

NORTH, SOUTH = 80, -60
_PLACE = re.compile(r"([+-])(\d{2})(\d{2})(?:\d{2})?([+-])(\d{3})(\d{2})(?:\d{2})?")


@dataclass(frozen=True, slots=True)
class Position:
    """Degrees north of the equator and east of Greenwich."""

    latitude: float
    longitude: float

    @property
    def across(self) -> int:
        """Tenths of a degree from the left edge of the map."""
        return round(10 * (self.longitude + 180))

    @property
    def down(self) -> int:
        """Tenths of a degree from the upper edge of the map, which is at `NORTH`."""
        return round(10 * (NORTH - self.latitude))


@cache
def positions() -> dict[str, Position]:
    """Return the place of each country code; of several the one nearest to all the others."""
    found: dict[str, list[Position]] = {}
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            code, place, *_rest = line.split("\t")
            found.setdefault(code, []).append(read(place))
    return {code: _middle(ones) for code, ones in found.items()}


def read(text: str) -> Position:
    """Read a place as the table writes it: `+3733+12658`, or with seconds.

    Raises ValueError for anything else.
    """
    matched = _PLACE.fullmatch(text)
    if matched is None:
        raise ValueError(f"{text!r} is no place of the zone table")
    ns, north, north_minutes, ew, east, east_minutes = matched.groups()
    return Position(
        float(f"{ns}{int(north) + int(north_minutes) / 60}"),
        float(f"{ew}{int(east) + int(east_minutes) / 60}"),
    )


def _middle(ones: list[Position]) -> Position:
    return min(ones, key=lambda one: sum(dist(_point(one), _point(other)) for other in ones))


def _point(place: Position) -> Iterable[float]:
    """The place on a globe of radius 1, where the date line parts nothing."""
    north, east = radians(place.latitude), radians(place.longitude)
    return cos(north) * cos(east), cos(north) * sin(east), sin(north)
