"""Where a rule was read, and how sure that reading is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Value = TypeVar("Value", covariant=True)
Given = TypeVar("Given")


class Grade(StrEnum):
    """How sure a rule's source is."""

    TREATY = "T"  # read in a treaty or an official text
    OFFICIAL = "O"  # read on an official page that describes the practice
    INFERRED = "P"  # inferred from published results
    UNVERIFIED = "M"  # known by hearsay only: never cite it as the text
    OWN = "C"  # Convoca's own convention, where no outside rule exists


@dataclass(frozen=True, slots=True)
class Rule:
    """An article, where it was read, and the grade of that reading."""

    article: str
    source: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class Setting(Generic[Value]):
    """One value of a rule set, together with the rule that gives it."""

    value: Value
    rule: Rule


def setting(value: Given, article: str, source: str, grade: Grade) -> Setting[Given]:
    """Write a setting on one line."""
    return Setting(value, Rule(article, source, grade))
