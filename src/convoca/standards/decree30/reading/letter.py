"""What a reading gives back."""

from dataclasses import dataclass
from datetime import date

from convoca.standards.decree30.addressees import ArchiveLine
from convoca.standards.decree30.marks import Urgency
from convoca.standards.decree30.notes import Note
from convoca.standards.decree30.paragraphs import Paragraph
from convoca.standards.decree30.signing import Signing


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the body."""

    parent: str = ""
    issuer: str = ""
    number: int | None = None
    symbol: str = ""
    place: str = ""
    day: date | None = None
    year: int | None = None
    subject: str = ""
    urgency: Urgency | None = None
    addressees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands after the body."""

    recipients: tuple[str, ...] = ()
    archive: ArchiveLine | None = None
    signing: Signing | None = None
    signer_name: str = ""
    annex: str = ""


@dataclass(frozen=True, slots=True)
class ReadLetter:
    """The parts of a letter as found; what was not found is empty or `None`.

    `annex` is the text that follows the signer's name, its line breaks kept.
    """

    parent: str = ""
    issuer: str = ""
    number: int | None = None
    symbol: str = ""
    place: str = ""
    day: date | None = None
    year: int | None = None
    subject: str = ""
    urgency: Urgency | None = None
    addressees: tuple[str, ...] = ()
    body: tuple[Paragraph, ...] = ()
    recipients: tuple[str, ...] = ()
    archive: ArchiveLine | None = None
    signing: Signing | None = None
    signer_name: str = ""
    annex: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A letter as read, with notes on what was not found or not understood."""

    letter: ReadLetter
    notes: tuple[Note, ...]
