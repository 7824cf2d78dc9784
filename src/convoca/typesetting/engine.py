"""Typst behind one door: data in as JSON, only our fonts, every warning an error.

With a missing font family Typst writes an empty page and only warns; so warnings are failures,
and the PDF text of each font set is read back once before anything is printed with it.
"""

import json
import re
import threading
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import typst

from convoca.typesetting.errors import PARTS_VI, BadDocument, SettingFailed, UnprintableText
from convoca.typesetting.fonts import VIETNAMESE_LETTERS, FontSet, characters_of, font_set

TEMPLATES = Path(__file__).parent / "templates"
PDF_STANDARD = "a-2a"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = frozenset("\n\t\u200b\u2060\ufeff")
_held = threading.local()

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]


def clean(text: str, *, part: str) -> str:
    """Return text as NFC; `BadDocument` names the part that holds control characters."""
    if _CONTROL.search(text):
        raise BadDocument(
            f"The {part} holds control characters.",
            f"Phần {PARTS_VI.get(part, part)} có ký tự điều khiển.",
        )
    return unicodedata.normalize("NFC", text)


def one_line(text: str, *, part: str) -> str:
    """Return text as NFC on one line, without space at its ends."""
    return re.sub(r"[\r\n\t]+", " ", clean(text, part=part)).strip()


def unprintable(text: str) -> str:
    """Characters of the text that the font set cannot draw, each once, in order."""
    held = characters_of(font_set().regular)
    absent = (c for c in text if ord(c) not in held and c not in _INVISIBLE)
    return "".join(dict.fromkeys(absent))


def spelled_out(text: str) -> str:
    """Replace what cannot be drawn by its code point, `[U+1F600]`: visible, never lost."""
    absent = unprintable(text)
    return "".join(f"[U+{ord(c):04X}]" if c in absent else c for c in text)


def pdf(template: str, data: Mapping[str, Json], *, dated: date) -> bytes:
    """Set a template as PDF/A-2a. `dated` is the document's date; same input, same bytes.

    `UnprintableText` when a character has no glyph; `SettingFailed` on any word of Typst's.
    """
    _read_back_once(font_set().folder)
    return _set(template, data, dated=dated, format="pdf", pdf_standards=[PDF_STANDARD])


def png(template: str, data: Mapping[str, Json], *, dated: date, pixels_per_inch: float) -> bytes:
    """Set a one-page template as PNG."""
    return _set(template, data, dated=dated, format="png", ppi=pixels_per_inch)


def pngs(
    template: str, data: Mapping[str, Json], *, dated: date, pixels_per_inch: float
) -> tuple[bytes, ...]:
    """Set a template as PNG, one image a page."""
    return _pages(template, data, dated=dated, format="png", ppi=pixels_per_inch)


def _set(template: str, data: Mapping[str, Json], *, dated: date, **how: Any) -> bytes:
    made = _pages(template, data, dated=dated, **how)
    if len(made) != 1:
        raise SettingFailed(f"{template}: {len(made)} pages where one was expected")
    return made[0]


def _pages(
    template: str, data: Mapping[str, Json], *, dated: date, **how: Any
) -> tuple[bytes, ...]:
    fonts = font_set()
    facts = {**data, "family": fonts.family, "dated": [dated.year, dated.month, dated.day]}
    written = json.dumps(facts, ensure_ascii=False, sort_keys=True)
    absent = unprintable(written)
    if absent:
        raise UnprintableText(absent)
    try:
        made, warned = _compiler(template, fonts).compile_with_warnings(
            sys_inputs={"data": written}, timestamp=0, **how
        )
    except typst.TypstError as error:
        raise SettingFailed(f"{template}: {error}") from error
    if warned:
        raise SettingFailed(f"{template}: " + "; ".join(str(warning) for warning in warned))
    return (made,) if isinstance(made, bytes) else tuple(made or ())


def _compiler(template: str, fonts: FontSet) -> typst.Compiler:
    """One compiler per thread and template: it keeps the fonts read, but is not shared."""
    held: dict[tuple[str, Path], typst.Compiler] = _held.__dict__.setdefault("compilers", {})
    key = (template, fonts.folder)
    if key not in held:
        held[key] = typst.Compiler(
            str(TEMPLATES / template),
            root=str(TEMPLATES),
            font_paths=[str(fonts.folder)],
            ignore_system_fonts=True,
        )
    return held[key]


@cache
def _read_back_once(folder: Path) -> None:
    """Print all letters in four styles and read them back from the PDF, once per font set."""
    made = _set(
        "letters_proof.typ",
        {"letters": VIETNAMESE_LETTERS},
        dated=date(2024, 1, 1),
        format="pdf",
        pdf_standards=[PDF_STANDARD],
    )
    read = re.sub(r"\s", "", pdf_text(made))
    if read != VIETNAMESE_LETTERS * 4:
        raise SettingFailed(f"The text of a PDF set with {folder} does not read back.")


# PDFium breaks down when two threads use it at once, even with a document each.
_PDFIUM = threading.Lock()


@contextmanager
def _opened(document: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _PDFIUM:
        opened = pypdfium2.PdfDocument(document)
        try:
            yield opened
        finally:
            opened.close()


def pdf_text(document: bytes) -> str:
    """All text of a PDF, NFC, pages parted by a form feed, lines by a line feed."""
    with _opened(document) as opened:
        pages = [page.get_textpage().get_text_range() for page in opened]
    return unicodedata.normalize("NFC", "\f".join(pages).replace("\r\n", "\n"))


def page_count(document: bytes) -> int:
    """Number of pages of a PDF."""
    with _opened(document) as opened:
        return len(opened)
