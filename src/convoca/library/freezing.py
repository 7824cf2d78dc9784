"""Freezing a contribution into an entry's columns, and an entry's text into JSON."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from convoca.calls.models import Activity, Contribution
from convoca.languages.sorting import sort_key
from convoca.languages.translated import Translated, shown
from convoca.library.models import Entry
from convoca.library.normalising import searchable

Json: TypeAlias = "str | int | bool | list[Json] | Mapping[str, Json] | None"
TEASER_CHARACTERS = 260
_TEXTS = ("title", "summary", "text")


def put(entry: Entry, one: Contribution, *, published_on: date) -> None:
    """Write what the contribution says now into the entry's columns; saves nothing."""
    for name in ("kind", "main_language", *_TEXTS, "web_address", "author_names"):
        setattr(entry, name, getattr(one, name))
    entry.sdgs, entry.action_lines = list(one.sdgs), list(one.action_lines)
    call, author = one.reply.call, one.reply.body
    entry.call, entry.year = call, call.edition.year
    entry.publisher_names = call.body.name_on(published_on)
    entry.occasion, entry.theme = call.edition.observance.name, call.edition.theme
    entry.author = author
    entry.author_kind = author.kind if author else ""
    _put_activity(entry, getattr(one, "activity", None))
    derive(entry)


def _put_activity(entry: Entry, held: Activity | None) -> None:
    for name in ("starts_on", "ends_on", "reached"):
        setattr(entry, name, getattr(held, name, None))
    for name in ("place", "organiser"):
        setattr(entry, name, getattr(held, name, ""))
    for name in ("audience", "result"):
        setattr(entry, name, getattr(held, name, Translated()))


def derive(entry: Entry) -> None:
    """Work out what lists and the search need from the entry's texts."""
    entry.languages = sorted(entry.title)
    entry.teaser = Translated(
        {code: _teaser(entry.summary.get(code) or entry.text.get(code, "")) for code in entry.title}
    )
    titles = searchable(entry.title.values())
    every = searchable(_all_texts(entry))
    entry.title_exact, entry.title_folded = titles.exact, titles.folded
    entry.all_exact, entry.all_folded = every.exact, every.folded
    entry.words = sorted(every.words)
    entry.sort_key_vi = sort_key(shown(entry.title, "vi", entry.main_language).text, "vi")
    entry.sort_key_en = sort_key(shown(entry.title, "en", entry.main_language).text, "en")


def _all_texts(entry: Entry) -> list[str]:
    parts = (entry.title, entry.summary, entry.text, entry.author_names, entry.result)
    return [*(text for part in parts for text in part.values()), entry.place, entry.organiser]


def _teaser(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= TEASER_CHARACTERS:
        return words
    return words[:TEASER_CHARACTERS].rsplit(" ", 1)[0].rstrip(",;:.–- ") + "…"


def told(entry: Entry) -> dict[str, Json]:
    """Return what the entry says as JSON values, for the record of a correction."""
    return {
        "title": dict(entry.title),
        "summary": dict(entry.summary),
        "text": dict(entry.text),
        "kind": entry.kind,
        "sdgs": list(entry.sdgs),
        "action_lines": list(entry.action_lines),
        "shelf": entry.shelf,
    }
