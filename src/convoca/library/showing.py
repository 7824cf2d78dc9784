"""Entries and facets as pages show them; templates only write them down."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from convoca.calls.models import Shelf
from convoca.calls.topics import ACTION_LINES, GOALS, Kind
from convoca.languages.translated import Shown, shown
from convoca.library.addresses import query, with_value
from convoca.library.models import Entry, Freshness
from convoca.library.queries.searching import Counts, Narrowed
from convoca.members.models import BodyKind

TONES: dict[Freshness, str] = {
    Freshness.FRESH: "ok",
    Freshness.DUE: "late",
    Freshness.OLD: "bad",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One entry in a list."""

    url: str
    kind: str
    year: int
    author: Shown
    title: Shown
    teaser: Shown
    goals: tuple[str, ...]
    languages: str
    for_agencies: bool
    fresh: str
    tone: str


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: what it would leave, where it leads."""

    label: str
    count: int
    url: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow down; `is_open` shows its values without a press."""

    name: str
    title: str
    values: tuple[Value, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """Something that the list is narrowed to, with the address that drops it."""

    label: str
    url: str


FACET_TITLES: dict[str, str | Promise] = {
    "shelf": gettext_lazy("Shelf"),
    "kind": gettext_lazy("Kind"),
    "sdg": gettext_lazy("Sustainable Development Goal"),
    "line": gettext_lazy("WSIS action line"),
    "body": gettext_lazy("Shared by"),
    "year": gettext_lazy("Year"),
    "language": gettext_lazy("Language"),
}
_OPEN = ("shelf", "kind", "sdg", "year")


def rows(entries: Iterable[Entry], day: date) -> list[Row]:
    """Return entries as a list shows them in the reader's language."""
    language, shelf = get_language() or "en", reverse("library:shelf")
    return [_row(entry, language, shelf, day) for entry in entries]


def _row(entry: Entry, language: str, shelf: str, day: date) -> Row:
    fresh = entry.freshness(day)
    return Row(
        # The address of an entry stands below the shelf's; asking for each would cost a third more.
        url=f"{shelf}{entry.uid}/",
        kind=labels("kind", language)[entry.kind],
        year=entry.year,
        author=shown(entry.author_names, language, entry.main_language),
        title=shown(entry.title, language, entry.main_language),
        teaser=shown(entry.teaser, language, entry.main_language),
        goals=tuple(f"SDG {number}" for number in entry.sdgs),
        languages=", ".join(language_name(code, language) for code in entry.languages),
        for_agencies=entry.shelf == Shelf.AGENCIES,
        fresh="" if fresh is Freshness.FRESH else str(fresh.label),
        tone=TONES[fresh],
    )


@lru_cache(maxsize=1000)
def language_name(code: str, reader: str) -> str:
    """Return a language's name in the reader's language; the code where it has none."""
    try:
        return Locale.parse(code, sep="-").get_display_name(reader) or code
    except (UnknownLocaleError, ValueError):
        return code


@lru_cache
def labels(facet: str, language: str) -> dict[str, str]:
    """Return the words of a facet's known values in a language, in their order."""
    known: dict[str, Iterable[tuple[object, object]]] = {
        "kind": Kind.choices,
        "sdg": [(number, goal.label) for number, goal in GOALS.items()],
        "line": [(code, one.label) for code, one in ACTION_LINES.items()],
        "body": BodyKind.choices,
        "shelf": Shelf.choices,
    }
    with override(language):
        return {str(value): str(label) for value, label in known.get(facet, ())}


def label_of(facet: str, value: str, language: str) -> str:
    """Return the words for a facet's value."""
    if facet == "language":
        return language_name(value, language)
    return labels(facet, language).get(value, value)


def facets(asked: Narrowed, counts: Counts) -> list[Facet]:
    """Return the facets in which there is something to choose."""
    names = FACET_TITLES if len(asked.shelves) > 1 else [n for n in FACET_TITLES if n != "shelf"]
    language = get_language() or "en"
    made = [_facet(name, asked, counts.by_facet[name], language) for name in names]
    return [facet for facet in made if facet.values]


def _facet(name: str, asked: Narrowed, counted: dict[str, int], language: str) -> Facet:
    chosen, others = asked.chosen.get(name, ""), query(asked.having(name, ""))
    values = tuple(
        Value(
            label_of(name, value, language),
            counted[value],
            others if value == chosen else with_value(others, name, value),
            value == chosen,
        )
        for value in sorted(counted, key=_place(name, language))
    )
    return Facet(name, str(FACET_TITLES[name]), values, name in _OPEN or bool(chosen))


def _place(name: str, language: str) -> Callable[[str], int | str]:
    known = list(labels(name, language))
    if known:
        return known.index
    return (lambda year: -int(year)) if name == "year" else str


def chosen(asked: Narrowed) -> list[Chosen]:
    """Return what the list is narrowed to, each with the way back."""
    language = get_language() or "en"
    found = [
        Chosen(label_of(name, value, language), query(asked.having(name, "")))
        for name, value in asked.chosen.items()
    ]
    if asked.words.strip():
        found.insert(0, Chosen(f"“{asked.words.strip()}”", query(replace(asked, words=""))))
    if asked.due_on:
        found.append(Chosen(_("Due for a check"), query(replace(asked, due_on=None))))
    return found
