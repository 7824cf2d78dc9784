"""Each room's catalogue: taking the words out of its code and templates, and compiling them.

Babel does it, so that no gettext program is needed. Run as
`python -m convoca.languages.catalogues update ROOM` or `… compile`.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).parent.parent
TRANSLATED_INTO = ("vi",)
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def rooms() -> list[str]:
    """Return the rooms whose code or templates hold words to translate."""
    parts = (part for part in PACKAGE.iterdir() if part.is_dir())
    return sorted(part.name for part in parts if any(messages(part.name)))


def messages(room: str) -> Iterator[tuple[str, int, str | tuple[str, ...], str | None]]:
    """Yield (file, line, message or its plural forms, context) for each text of a room."""
    folder = PACKAGE / room
    for path in sorted(folder.rglob("*")):
        if path.suffix not in {".py", ".html", ".txt"} or "migrations" in path.parts:
            continue
        if path.suffix != ".py" and "templates" not in path.parts:
            continue
        source = path.read_text()
        if path.suffix != ".py":
            # What is left of the markup is indented as it was, which Python would take amiss.
            source = re.sub(r"(?m)^[ \t]+", "", templatize(source, origin=str(path)))
        found = extract("python", io.BytesIO(source.encode()), keywords=KEYWORDS)
        for line, message, _comments, context in found:
            yield str(path.relative_to(PACKAGE)), line, message, context


def template(room: str) -> Catalog:
    """Return the room's messages as an empty catalogue."""
    made = Catalog(project="Convoca", charset="utf-8", fuzzy=False)
    for path, _line, message, context in messages(room):
        if message:
            made.add(message, locations=[(path, 0)], context=context)
    return made


def catalogue_path(room: str, language: str) -> Path:
    """Return where the room keeps its words in `language`."""
    return PACKAGE / room / "locale" / language / "LC_MESSAGES" / "django.po"


def read(room: str, language: str) -> Catalog:
    """Return the room's catalogue, empty where there is none yet."""
    path = catalogue_path(room, language)
    if not path.exists():
        return Catalog(locale=language, project="Convoca", charset="utf-8", fuzzy=False)
    with path.open("rb") as opened:
        return read_po(opened, locale=language)


def update(room: str) -> None:
    """Add the room's new messages to its catalogues and drop those that are gone."""
    for language in TRANSLATED_INTO:
        catalogue = read(room, language)
        catalogue.update(template(room), no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        path = catalogue_path(room, language)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as opened:
            write_po(opened, catalogue, width=100, include_lineno=False, sort_output=True)


def compile_all() -> None:
    """Write the compiled catalogue beside every source."""
    for source in PACKAGE.glob("*/locale/*/LC_MESSAGES/django.po"):
        with source.open("rb") as opened:
            catalogue = read_po(opened, locale=source.parts[-3])
        with source.with_suffix(".mo").open("wb") as target:
            write_mo(target, catalogue)


def main(arguments: list[str]) -> int:
    """Run `update [ROOM …]` or `compile`; return the exit code."""
    match arguments:
        case ["compile"]:
            compile_all()
        case ["update", *named]:
            for room in named or rooms():
                update(room)
        case _:
            sys.stderr.write(
                "usage: python -m convoca.languages.catalogues update [ROOM …]|compile\n"
            )
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
