"""The body of a letter: paragraphs, with lines joined that a page had broken."""

import re

from convoca.standards.decree30.notes import Note
from convoca.standards.decree30.paragraphs import Paragraph, body_paragraphs

_PAGE_NUMBER = re.compile(r"\d{1,3}")
_ENDED = re.compile(r"[.:;!?][\"”’)*]*$")
_BROKEN = Note(
    "body",
    "Lines that broke off inside a sentence were joined; please check the paragraphs.",
    "Các dòng bị ngắt giữa câu đã được nối lại; cần kiểm tra các đoạn văn.",
)
_NUMBERS = Note(
    "body",
    "Lines holding only a number were taken for page numbers and left out.",
    "Các dòng chỉ có một số được coi là số trang và đã bỏ.",
)


def body_of(lines: list[str]) -> tuple[tuple[Paragraph, ...], list[Note]]:
    """Read the body's lines into paragraphs, with notes on what was changed."""
    notes: list[Note] = []
    kept = [line for line in lines if not _PAGE_NUMBER.fullmatch(line)]
    if len(kept) < len(lines):
        notes.append(_NUMBERS)
    blanks = any(not line for line in kept[1:-1])
    if not blanks:
        joined = _joined([line for line in kept if line])
        if len(joined) < len([line for line in kept if line]):
            notes.append(_BROKEN)
        kept = joined
    return body_paragraphs("\n".join(kept), emphasis=True), notes


def _joined(lines: list[str]) -> list[str]:
    """Without blank lines, a line that ends without a stop goes on in the next."""
    made: list[str] = []
    for line in lines:
        if made and not _ENDED.search(made[-1]) and not re.match(r"[-–•+]\s", line):
            made[-1] = f"{made[-1]} {line}"
        else:
            made.append(line)
    return made
