"""The body of a letter as data: paragraphs of runs, never markup.

A paragraph beginning with `- ` in typed text is a list item. Emphasis is read only where asked:
`*italic*`, `**bold**`, `***both***`, with no space inside the stars; every other star is a star.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s*])\1(?![\w*])")
_ITEM = re.compile(r"^[-–•]\s+(?=\S)")
_OWN_LINE = re.compile(r"^(?:[-–•+]\s+|\d+(?:\.\d+)*[.)]\s+|[a-zđ]\)\s+|Điều \d+\.)")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `url` is where it leads, empty for nowhere."""

    text: str
    italic: bool = False
    bold: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the body; `listed` items are written with a dash before them."""

    runs: tuple[Run, ...]
    listed: bool = False

    @property
    def text(self) -> str:
        """The words alone, without the dash."""
        return "".join(run.text for run in self.runs)

    @property
    def line(self) -> str:
        """The words as they are printed, with the dash of a list item."""
        return f"- {self.text}" if self.listed else self.text


def plain_paragraph(text: str, *, listed: bool = False) -> Paragraph:
    """Make a paragraph of one plain run."""
    return Paragraph((Run(text),), listed)


def runs_of(text: str) -> tuple[Run, ...]:
    """Split text at its emphasis stars."""
    runs: list[Run] = []
    at = 0
    for found in _EMPHASIS.finditer(text):
        if found.start() > at:
            runs.append(Run(text[at : found.start()]))
        stars = len(found[1])
        runs.append(Run(found[2], italic=stars != 2, bold=stars >= 2))
        at = found.end()
    if at < len(text):
        runs.append(Run(text[at:]))
    return tuple(runs)


def _blocks(lines: Sequence[str]) -> list[str]:
    """Join hard-wrapped lines; without any blank line each line is a paragraph of its own."""
    wrapped = any(not line.strip() for line in lines[1:-1])
    blocks: list[str] = []
    open_block = False
    for line in lines:
        bare = re.sub(r"\s+", " ", line).strip()
        if bare and open_block and wrapped and not _OWN_LINE.match(bare):
            blocks[-1] = f"{blocks[-1]} {bare}"
        elif bare:
            blocks.append(bare)
        open_block = bool(bare)
    return blocks


def body_paragraphs(text: str, *, emphasis: bool = False) -> tuple[Paragraph, ...]:
    """Read typed text into paragraphs, NFC.

    A blank line ends a paragraph; where the text has no blank line, every line is one. Stars are
    text unless `emphasis` is asked for.
    """
    made = []
    for block in _blocks(unicodedata.normalize("NFC", text).strip().splitlines()):
        listed = _ITEM.match(block) is not None
        words = _ITEM.sub("", block) if listed else block
        made.append(Paragraph(runs_of(words) if emphasis else (Run(words),), listed))
    return tuple(made)


def body_text(paragraphs: Sequence[Paragraph]) -> str:
    """Write paragraphs as text that `body_paragraphs(…, emphasis=True)` reads back."""
    return "\n\n".join(
        ("- " if paragraph.listed else "") + "".join(_starred(run) for run in paragraph.runs)
        for paragraph in paragraphs
    )


def _starred(run: Run) -> str:
    stars = "*" * (run.italic + 2 * run.bold)
    return f"{stars}{run.text}{stars}"
