"""What is derived from a name: its main language, its place in lists, how a search finds it."""

from collections.abc import Iterable, Mapping
from datetime import date

from convoca.languages.fields import own_language
from convoca.languages.folding import folded
from convoca.languages.sorting import sort_key
from convoca.languages.translated import shown
from convoca.members.models import BodyName


def main_of(texts: Mapping[str, str], given: str = "") -> str:
    """Return the main language of a text: the given one, else the installation's, else its first.

    An empty text gives the installation's language, and the database will refuse it.
    """
    return given or (
        own_language() if own_language() in texts else next(iter(texts), own_language())
    )


def sort_keys(name: Mapping[str, str], main: str) -> tuple[str, str]:
    """Return the Vietnamese and the English sort key of a name."""
    return (
        sort_key(shown(name, "vi", main).text, "vi"),
        sort_key(shown(name, "en", main).text, "en"),
    )


def search_text(names: Iterable[tuple[Mapping[str, str], str]]) -> str:
    """Return the folded copy of names with their abbreviations, one a line."""
    words: list[str] = []
    for name, abbreviation in names:
        words += [*name.values(), abbreviation]
    return "\n".join(dict.fromkeys(folded(word) for word in words if word))


def held(rows: Iterable[BodyName], day: date) -> BodyName | None:
    """Return the name of that day among `rows`, or None."""
    return next((row for row in rows if row.stands_on(day)), None)
