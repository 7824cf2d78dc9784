"""Read the pasted text of a công văn into its parts (components of Decree 30, Art. 8).

The text may come from a web page, a mail, a word processor or a PDF: stars of emphasis, heading
signs, lines broken anywhere. Nothing is guessed in silence: a part that is not there stays empty,
and a note says so; where a choice was made, a note says which.
"""

import re
import unicodedata
from dataclasses import fields
from typing import Any

from convoca.standards.decree30.layout import CLOSING_MARK
from convoca.standards.decree30.marks import refuse_state_secrets
from convoca.standards.decree30.notes import NOTES, Note
from convoca.standards.decree30.paragraphs import Paragraph
from convoca.standards.decree30.reading.body import body_of
from convoca.standards.decree30.reading.foot import read_foot, start_of_foot
from convoca.standards.decree30.reading.head import read_head, span_of_head
from convoca.standards.decree30.reading.letter import Foot, Head, Reading, ReadLetter

__all__ = ["ReadLetter", "Reading", "plain_spaces", "read_letter"]


def read_letter(text: str) -> Reading:
    """Read a pasted letter. `StateSecretMark` when it carries a mark of state secrecy."""
    text = plain_spaces(unicodedata.normalize("NFC", text))
    refuse_state_secrets(text)
    lines = [line.strip() for line in text.splitlines()]
    bare = [_unmarked(line) for line in lines]
    to_start, body_start = span_of_head(bare)
    body_end = start_of_foot(bare, body_start)
    head, head_notes = read_head(bare[:to_start], bare[to_start:body_start])
    body, body_notes = body_of(lines[body_start:body_end])
    foot, foot_notes = read_foot(bare[body_end:])
    letter = _joined(head, foot, body)
    return Reading(letter, (*_missing(letter), *head_notes, *body_notes, *foot_notes))


def plain_spaces(text: str) -> str:
    """Make the spaces of word processors and web pages plain ones; drop those of no width."""
    return re.sub(r"[\u00ad\u200b-\u200f\u2060\ufeff]", "", re.sub(r"[^\S\t\n\r\v\f]", " ", text))


def _unmarked(line: str) -> str:
    """Drop heading signs and emphasis stars; fold no spaces, they part columns."""
    return re.sub(r"\*+", "", re.sub(r"^#+\s*", "", line)).strip()


def _joined(head: Head, foot: Foot, body: tuple[Paragraph, ...]) -> ReadLetter:
    return ReadLetter(**_facts(head), **_facts(foot), body=body)


def _facts(part: Head | Foot) -> dict[str, Any]:
    return {field.name: getattr(part, field.name) for field in fields(part)}


def _missing(letter: ReadLetter) -> tuple[Note, ...]:
    absent = [part for part in NOTES if part != "closing" and not getattr(letter, part)]
    if letter.body and not letter.body[-1].text.endswith(CLOSING_MARK):
        absent.append("closing")
    return tuple(NOTES[part] for part in NOTES if part in absent)
