"""The shape of a language's words, and how facts are put into its sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from convoca.standards.general_rules.outcomes import Clash, Conflict, Fact, Reason, Status, Step
from convoca.standards.general_rules.rule_sets import TieBreak
from convoca.standards.general_rules.sources import Grade


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words of an explanation page."""

    region: str  # has {region}
    round: str  # has {round}
    round_unknown: str
    result: str
    elected: str
    standing: str
    tied: str
    nobody: str
    papers: str
    entitled: str
    deposited: str
    blank: str
    invalid: str
    valid: str
    votes_counted: str
    required: str
    no_majority_needed: str
    seats: str
    not_published: str
    votes: str
    votes_missing: str
    is_elected: str
    is_tied: str
    steps: str
    conflicts: str
    missing: str
    comparison: str
    agrees: str
    differs: str
    not_comparable: str
    texts: str
    texts_told: str
    grade: str
    sources: str


@dataclass(frozen=True, slots=True)
class Words:
    """One language. `phrases` are the words inside articles and sources, by their English form."""

    code: str
    thousands: str
    comma: str
    last_comma: str
    colon: str
    labels: Labels
    posts: Mapping[str, str]
    regions: Mapping[str, str]
    statuses: Mapping[Status, str]
    grades: Mapping[Grade, str]
    tie_breaks: Mapping[TieBreak, str]
    steps: Mapping[Step, str]
    clashes: Mapping[Clash, str]
    phrases: Mapping[str, str]

    def number(self, value: int) -> str:
        """Write a number with the language's thousands separator."""
        return f"{value:,}".replace(",", self.thousands)

    def listed(self, names: Sequence[str]) -> str:
        """Write names as a list in a sentence."""
        if len(names) < 2:
            return "".join(names)
        return self.comma.join(names[:-1]) + self.last_comma + names[-1]

    def phrase(self, text: str) -> str:
        """Write an article or a source; most are the same in every language."""
        return self.phrases.get(text, text)

    def post(self, name: str) -> str:
        """Write a post's name; an unknown one stays as it is."""
        return self.posts.get(name, name)

    def reason(self, reason: Reason) -> str:
        """Write a reason as a sentence."""
        return self.steps[reason.step].format(**self._facts(reason.facts))

    def conflict(self, conflict: Conflict) -> str:
        """Write a conflict as a sentence, after the row that it stands in."""
        told = self.clashes[conflict.clash].format(**self._facts(conflict.facts))
        return f"{conflict.where}: {told}" if conflict.where else told

    def _facts(self, facts: Sequence[tuple[str, Fact]]) -> dict[str, str]:
        return {name: self._fact(name, value) for name, value in facts}

    def _fact(self, name: str, value: Fact) -> str:
        if isinstance(value, tuple):
            return self.listed(value)
        if isinstance(value, int):
            return self.number(value)
        if name == "rule":
            return self.tie_breaks[TieBreak(value)]
        return self.post(value) if name == "post" else value
