"""What the room keeps: letters, the way they took, registers, recipients, incoming letters."""

from convoca.letters.models.incoming import IncomingFile, IncomingLetter, IncomingState
from convoca.letters.models.letter import (
    AddressLine,
    Letter,
    LineKind,
    SignatureState,
    State,
    UrgencyMark,
)
from convoca.letters.models.recipient import Recipient
from convoca.letters.models.register import Register, RegisterEntry, Series
from convoca.letters.models.steps import Outcome, Step, Version

__all__ = [
    "AddressLine",
    "IncomingFile",
    "IncomingLetter",
    "IncomingState",
    "Letter",
    "LineKind",
    "Outcome",
    "Recipient",
    "Register",
    "RegisterEntry",
    "Series",
    "SignatureState",
    "State",
    "Step",
    "UrgencyMark",
    "Version",
]
