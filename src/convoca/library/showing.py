"""Entries and facets as pages show them; templates only write them down."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from babel import Locale, UnknownLocaleError
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from convoca.calls.models import Shelf
from convoca.calls.topics import ACTION_LINES, GOALS, Kind
from convoca.languages.translated import Shown, shown
from convoca.library.addresses import query
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
    language = get_language() or "en"
    kinds = {value: str(label) for value, label in Kind.choices}
    return [_row(entry, language, kinds, day) for entry in entries]


def _row(entry: Entry, language: str, kinds: dict[str, str], day: date) -> Row:
    fresh = entry.freshness(day)
    return Row(
        url=reverse("library:entry", args=[entry.uid]),
        kind=kinds[entry.kind],
        year=entry.year,
        author=shown(entry.author_names, language, entry.main_language),
        title=shown(entry.title, language, entry.main_language),
        teaser=shown(entry.teaser, language, entry.main_language),
        goals=tuple(f"SDG {number}" for number in entry.sdgs),
        languages=", ".join(language_name(code) for code in entry.languages),
        for_agencies=entry.shelf == Shelf.AGENCIES,
        fresh="" if fresh is Freshness.FRESH else str(fresh.label),
        tone=TONES[fresh],
    )


def language_name(code: str) -> str:
    """Return a language's name in the reader's language; the code where it has none."""
    try:
        return Locale.parse(code, sep="-").get_display_name(get_language() or "en") or code
    except (UnknownLocaleError, ValueError):
        return code


def label_of(facet: str, value: str) -> str:
    """Return the words for a facet's value."""
    match facet:
        case "kind":
            return str(Kind(value).label)
        case "sdg":
            return GOALS[int(value)].label
        case "line":
            return ACTION_LINES[value].label
        case "body":
            return str(BodyKind(value).label)
        case "language":
            return language_name(value)
        case "shelf":
            return str(Shelf(value).label)
    return value


def facets(asked: Narrowed, counts: Counts) -> list[Facet]:
    """Return the facets in which there is something to choose."""
    names = FACET_TITLES if len(asked.shelves) > 1 else [n for n in FACET_TITLES if n != "shelf"]
    made = [_facet(name, asked, counts.by_facet[name]) for name in names]
    return [facet for facet in made if facet.values]


def _facet(name: str, asked: Narrowed, counted: dict[str, int]) -> Facet:
    chosen = asked.chosen.get(name, "")
    values = tuple(
        Value(
            label_of(name, value),
            counted[value],
            query(asked.having(name, "" if value == chosen else value)),
            value == chosen,
        )
        for value in sorted(counted, key=_place(name))
    )
    return Facet(name, str(FACET_TITLES[name]), values, name in _OPEN or bool(chosen))


def _place(name: str) -> Callable[[str], int | str]:
    known: dict[str, list[str]] = {
        "kind": list(Kind.values),
        "sdg": [str(number) for number in GOALS],
        "line": list(ACTION_LINES),
        "body": list(BodyKind.values),
        "shelf": list(Shelf.values),
    }
    if name in known:
        return known[name].index
    return (lambda year: -int(year)) if name == "year" else str


def chosen(asked: Narrowed) -> list[Chosen]:
    """Return what the list is narrowed to, each with the way back."""
    found = [
        Chosen(label_of(name, value), query(asked.having(name, "")))
        for name, value in asked.chosen.items()
    ]
    if asked.words.strip():
        found.insert(0, Chosen(f"“{asked.words.strip()}”", query(replace(asked, words=""))))
    if asked.due_on:
        found.append(Chosen(_("Due for a check"), query(replace(asked, due_on=None))))
    return found
