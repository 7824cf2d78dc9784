"""The numbers of an edition's delegations as figures, squares and dots on a map."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from convoca.conferences import queries
from convoca.conferences.models import Answer, Delegation, Edition
from convoca.conferences.regions import REGIONS
from convoca.conferences.world import Position, positions
from convoca.languages.translated import shown
from convoca.pages.charts import CATEGORY_TONES, Coverage
from convoca.pages.parts import Figure

# Of fewer people a share would tell strangers the gender of each.
GIVEN_TO_BE_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Dot:
    """A member on the map."""

    position: Position
    tone: str
    title: str


def dots(edition: Edition, *, with_silent: bool) -> dict[str, Any]:
    """The members that have a place, and how many have none; one query.

    Who is not coming or has not answered is a number to the public (ADR 69).
    """
    found = edition.delegations.select_related("body").order_by("pk")
    rows = list(found if with_silent else found.filter(answer=Answer.ACCEPTED))
    found_dots = [_dot(row) for row in rows if row.body.country_code in positions()]
    return {"dots": found_dots, "left_out": len(rows) - len(found_dots)}


def _dot(row: Delegation) -> Dot:
    name = shown(row.body.name, get_language() or "en", row.body.main_language)
    colour = tone(row.body.region) if row.is_coming else "open"
    return Dot(positions()[row.body.country_code], colour, name.text)


def tone(region: str) -> str:
    """Return the colour of a region, the same on the map and in the table."""
    tones = dict(zip(REGIONS, CATEGORY_TONES, strict=True))
    return tones[region]


def cover(regions: list[queries.RegionRow]) -> list[Coverage]:
    """Return a square for each member, by region."""
    return [
        Coverage(
            str(row.label),
            ["ok"] * row.coming + ["late"] * row.declined + ["plain"] * row.silent,
        )
        for row in regions
    ]


def figures(numbers: queries.Statistics, *, is_kept: bool) -> list[Figure]:
    """Return the numbers that people compare; `is_kept`: for those who enter them."""
    told = [
        Figure(numbers.coming, _("members coming"), tone="ok"),
        Figure(numbers.declined, _("not coming")),
        Figure(numbers.silent, _("without an answer"), tone="late" if numbers.silent else ""),
    ]
    if numbers.members:
        told.append(Figure(numbers.members, _("people announced")))
    if numbers.women is not None and numbers.women_of:
        words = _("of them women")
        if numbers.women_of != numbers.members:
            words = _("women, of %(count)d whose delegations say so") % {"count": numbers.women_of}
        told.append(Figure(_share(numbers.women, numbers.women_of), words))
    if numbers.ministers:
        told.append(Figure(numbers.ministers, _("ministers named")))
    if is_kept and numbers.named:
        told.append(Figure(numbers.named, _("people named")))
    if numbers.gender_given >= (1 if is_kept else GIVEN_TO_BE_SHOWN):
        words = _("women, of %(count)d named with their gender") % {"count": numbers.gender_given}
        told.append(Figure(_share(numbers.named_women, numbers.gender_given), words))
    return told


def _share(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)} %"
