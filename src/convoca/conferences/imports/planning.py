"""What importing a file of delegates would do: whom it names, and what is wrong with the rest."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from convoca.conferences.content import ParticipantFacts
from convoca.conferences.imports.reading import read
from convoca.conferences.models import Delegation, Edition, Gender, Participant, Place, Rank
from convoca.conferences.rules import may_edit, may_edit_delegation
from convoca.files.sheets import Line, Problem
from convoca.journal.actors import Actor
from convoca.languages.folding import folded
from convoca.languages.translated import Translated

CHOICES: dict[str, Sequence[Place | Rank | Gender]] = {
    "place": [place for place in Place if place != Place.GUEST],
    "rank": list(Rank),
    "gender": list(Gender),
}


@dataclass(frozen=True, slots=True)
class New:
    """Somebody whom a good line names."""

    line: int
    delegation: Delegation
    facts: ParticipantFacts


@dataclass(slots=True)
class Plan:
    """Everything that a file says: people to be named, lines refused, columns left aside."""

    new: list[New] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    @property
    def refused(self) -> int:
        """The number of lines that are refused."""
        return len({problem.line for problem in self.problems})


def planned(*, by: Actor, edition: Edition, content: bytes) -> Plan:
    """Return what importing the file would do for this actor now; two queries, no writing."""
    sheet = read(content)
    plan = Plan(problems=list(sheet.problems), ignored=sheet.ignored)
    delegations = list(edition.delegations.select_related("body", "edition__series__body"))
    planner = _Planner(by, edition, delegations, plan)
    for line in sheet.lines:
        planner.take(line)
    words = _column_words()
    plan.problems = sorted(
        (replace(one, column=words.get(one.column, one.column)) for one in plan.problems),
        key=lambda problem: problem.line,
    )
    return plan


def _column_words() -> dict[str, str]:
    """The columns in the reader's language, as a file may name them."""
    return {
        "delegation": pgettext("column of a file", "delegation"),
        "name": pgettext("column of a file", "name"),
        "place": pgettext("column of a file", "place"),
        "rank": pgettext("column of a file", "rank"),
        "gender": pgettext("column of a file", "gender"),
    }


class _Planner:
    """Goes through the lines; what one line takes, a later one may not take again."""

    def __init__(
        self, by: Actor, edition: Edition, delegations: list[Delegation], plan: Plan
    ) -> None:
        self.by, self.plan = by, plan
        self.edits_all = may_edit(by, edition)
        self.known = _known()
        self.by_word = {word: row for row in delegations for word in _words(row)}
        members = Participant.objects.filter(delegation__in=delegations)
        self.names: set[tuple[int, str]] = set()
        self.heads: set[int] = set()
        for delegation, name, place in members.values_list("delegation_id", "name", "place"):
            self.names.add((delegation or 0, folded(name)))
            if place == Place.HEAD:
                self.heads.add(delegation or 0)

    def take(self, line: Line) -> None:
        """Plan one line, or note everything that is wrong with it."""
        wrong: list[Problem] = []
        delegation = self._delegation(line, wrong)
        facts = _facts(line, delegation, self.known, wrong)
        if delegation is not None:
            self._against_others(line, delegation, facts, wrong)
        if wrong or delegation is None:
            self.plan.problems += wrong
            return
        self.names.add((delegation.pk, folded(facts.name)))
        if facts.place == Place.HEAD:
            self.heads.add(delegation.pk)
        self.plan.new.append(New(line.number, delegation, facts))

    def _delegation(self, line: Line, wrong: list[Problem]) -> Delegation | None:
        text = line.cells.get("delegation", "")
        row = self.by_word.get(folded(text))
        if not text:
            told = _("The delegation is missing.")
        elif row is None:
            told = _("“%(text)s” is no delegation of this conference.") % {"text": text}
        elif not self.edits_all and not may_edit_delegation(self.by, row):
            told = _("You may not name people of “%(text)s”.") % {"text": text}
        elif not row.is_coming:
            told = _("“%(text)s” has not said that it is coming.") % {"text": text}
        else:
            return row
        wrong.append(Problem(line.number, "delegation", told))
        return None

    def _against_others(
        self, line: Line, row: Delegation, facts: ParticipantFacts, wrong: list[Problem]
    ) -> None:
        if (row.pk, folded(facts.name)) in self.names:
            told = _("“%(name)s” is named in this delegation already.") % {"name": facts.name}
            wrong.append(Problem(line.number, "name", told))
        if facts.place == Place.HEAD and row.pk in self.heads:
            told = _("The delegation has a head already.")
            wrong.append(Problem(line.number, "place", told))


def _words(row: Delegation) -> set[str]:
    body = row.body
    return {folded(word) for word in (body.key, body.country_code, *body.name.values()) if word}


def _facts(
    line: Line,
    delegation: Delegation | None,
    known: dict[str, dict[str, str]],
    wrong: list[Problem],
) -> ParticipantFacts:
    name = line.cells.get("name", "")
    if not name:
        wrong.append(Problem(line.number, "name", _("The name is missing.")))
    elif len(name) > 200:
        told = _("More than %(count)d letters.") % {"count": 200}
        wrong.append(Problem(line.number, "name", told))
    office = {code: line.cells.get(f"office_{code}", "") for code in _codes()}
    return ParticipantFacts(
        name=name,
        delegation=delegation,
        place=_choice(line, "place", known["place"], wrong) or Place.DELEGATE,
        rank=_choice(line, "rank", known["rank"], wrong),
        gender=_choice(line, "gender", known["gender"], wrong),
        language=line.cells.get("language", "")[:12],
        office=Translated(office),
    )


def _choice(line: Line, column: str, known: dict[str, str], wrong: list[Problem]) -> str:
    text = line.cells.get(column, "")
    found = known.get(folded(text), "")
    if text and not found:
        told = _("“%(text)s” is not known here; one of: %(known)s.")
        shown = ", ".join(str(one.label) for one in CHOICES[column])
        wrong.append(Problem(line.number, column, told % {"text": text, "known": shown}))
    return found


def _known() -> dict[str, dict[str, str]]:
    known = {column: _labels(choices) for column, choices in CHOICES.items()}
    return {**known, "gender": {**known["gender"], "f": Gender.WOMAN, "m": Gender.MAN}}


def _labels(choices: Sequence[Place | Rank | Gender]) -> dict[str, str]:
    found: dict[str, str] = {}
    for language in _codes():
        with translation.override(language):
            found.update({folded(str(one.label)): one.value for one in choices})
    return {**found, **{one.value: one.value for one in choices}}


def _codes() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]
