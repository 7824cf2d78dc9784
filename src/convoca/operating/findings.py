"""What `convoca check` finds: a sentence each, with what to do."""

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """How much a finding matters: missing or insecure, worth knowing, or in order."""

    BAD = "bad"
    NOTE = "note"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, what is so, and what to do about it."""

    subject: str
    weight: Weight
    words: str
    remedy: str = ""

    @property
    def is_bad(self) -> bool:
        """Say whether it must be mended."""
        return self.weight is Weight.BAD

    def told(self) -> dict[str, str]:
        """Return the finding for JSON."""
        return {
            "subject": self.subject,
            "weight": str(self.weight),
            "words": self.words,
            "remedy": self.remedy,
        }

    def line(self) -> str:
        """Return the finding as a line for people."""
        mark = {Weight.BAD: "!!", Weight.NOTE: " ·", Weight.GOOD: "ok"}[self.weight]
        remedy = f" To do: {self.remedy}" if self.remedy else ""
        return f"{mark}  {self.subject}: {self.words}{remedy}"


def good(subject: str, words: str) -> Finding:
    """Return a finding that all is in order."""
    return Finding(subject, Weight.GOOD, words)


def note(subject: str, words: str, remedy: str = "") -> Finding:
    """Return a finding worth knowing."""
    return Finding(subject, Weight.NOTE, words, remedy)


def bad(subject: str, words: str, remedy: str) -> Finding:
    """Return a finding that must be mended."""
    return Finding(subject, Weight.BAD, words, remedy)


SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["fine", "findings"],
    "properties": {
        "fine": {"type": "boolean"},
        "findings": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["subject", "weight", "words", "remedy"],
                "properties": {
                    "subject": {"type": "string"},
                    "weight": {"enum": [str(weight) for weight in Weight]},
                    "words": {"type": "string"},
                    "remedy": {"type": "string"},
                },
            },
        },
    },
}
