"""Decree 30/2020/NĐ-CP on document work: the form of an administrative document, as data.

"App." is an annex (phụ lục), "Art." an article (điều) of the decree.
"""

from convoca.standards.decree30.addressees import (
    AS_ABOVE,
    ArchiveLine,
    addressee_lines,
    dispatch_lines,
)
from convoca.standards.decree30.dates import long_date, place_date_line
from convoca.standards.decree30.kinds import KINDS, DocumentKind, kind_named
from convoca.standards.decree30.marks import (
    CIRCULATION,
    StateSecretMark,
    Urgency,
    refuse_state_secrets,
    state_secret_mark,
    urgency_marked,
)
from convoca.standards.decree30.notes import Note
from convoca.standards.decree30.numbering import (
    checked_symbol,
    letter_symbol,
    number_and_symbol,
    number_line,
    number_text,
    typed_symbol,
)
from convoca.standards.decree30.paragraphs import (
    Paragraph,
    Run,
    body_paragraphs,
    body_text,
    plain_paragraph,
)
from convoca.standards.decree30.reading import Reading, ReadLetter, plain_spaces, read_letter
from convoca.standards.decree30.registers import INCOMING_COLUMNS, OUTGOING_COLUMNS
from convoca.standards.decree30.rules import BrokenRule
from convoca.standards.decree30.signing import Authority, Signing, signing_from_lines

__all__ = [
    "AS_ABOVE",
    "CIRCULATION",
    "INCOMING_COLUMNS",
    "KINDS",
    "OUTGOING_COLUMNS",
    "ArchiveLine",
    "Authority",
    "BrokenRule",
    "DocumentKind",
    "Note",
    "Paragraph",
    "ReadLetter",
    "Reading",
    "Run",
    "Signing",
    "StateSecretMark",
    "Urgency",
    "addressee_lines",
    "body_paragraphs",
    "body_text",
    "checked_symbol",
    "dispatch_lines",
    "kind_named",
    "letter_symbol",
    "long_date",
    "number_and_symbol",
    "number_line",
    "number_text",
    "place_date_line",
    "plain_paragraph",
    "plain_spaces",
    "read_letter",
    "refuse_state_secrets",
    "signing_from_lines",
    "state_secret_mark",
    "typed_symbol",
    "urgency_marked",
]
