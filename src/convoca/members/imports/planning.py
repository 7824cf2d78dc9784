"""From facts to a plan: which bodies are new, which change, which lines are refused and why."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from convoca.files.sheets import Problem, Sheet
from convoca.journal.actors import Actor
from convoca.members.imports.parsing import Facts, parsed
from convoca.members.imports.reading import read
from convoca.members.models import Body, BodyKind
from convoca.members.rules import administers, is_installation

# What an import may correct in a body that is there. Names and parents change on a day, and a
# file does not say which: that is done on the body's page.
CORRECTED = ("email", "sort_order", "country_code", "valid_from", "valid_to")
_CORRECTED_STATE = ("region", "region_status", "french_order")


@dataclass(slots=True)
class New:
    """A body that the import would make."""

    facts: Facts
    uid: UUID
    lineage: list[UUID]

    @property
    def kind_label(self) -> str:
        """The word for its kind in the reader's language."""
        return str(BodyKind(self.facts.kind).label)


@dataclass(slots=True)
class Change:
    """A body whose facts differ; `fields` names which."""

    body: Body
    facts: Facts
    fields: list[str]


@dataclass(slots=True)
class Plan:
    """What the import of a file would do now."""

    sheet: Sheet
    new: list[New] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def refused(self) -> int:
        """How many lines are refused."""
        return len({problem.line for problem in self.problems})

    @property
    def does_something(self) -> bool:
        """Say whether confirming would make or change a body."""
        return bool(self.new or self.changes)


class _Planner:
    def __init__(self, by: Actor, sheet: Sheet) -> None:
        self.by, self.sheet = by, sheet
        self.plan = Plan(sheet, problems=list(sheet.problems))
        self.facts: dict[str, Facts] = {}
        self.bad_keys: dict[str, int] = {}
        self.lineages: dict[str, list[UUID] | None] = {}
        self.present: dict[str, Body] = {}

    def made(self) -> Plan:
        self._take_lines()
        self._take_present()
        self._refuse_doubled_orders()
        for facts in self.facts.values():
            self._place(facts)
        self.plan.new.sort(key=lambda one: len(one.lineage))
        self.plan.problems.sort(key=lambda one: one.line)
        return self.plan

    def _take_lines(self) -> None:
        for line in self.sheet.lines:
            facts, problems = parsed(line, self.sheet)
            first = self.facts.get(facts.key)
            if first is not None:
                told = _("The key “%(key)s” is already on line %(line)d.")
                self._wrong(facts, "key", told % {"key": facts.key, "line": first.line})
            elif problems:
                self.plan.problems += problems
                self.bad_keys.setdefault(facts.key, facts.line)
            else:
                self.facts[facts.key] = facts

    def _take_present(self) -> None:
        keys = set(self.facts) | {facts.parent for facts in self.facts.values()}
        self.present = {body.key: body for body in Body.objects.filter(key__in=keys)}
        self.lineages = {key: list(body.lineage) for key, body in self.present.items()}

    def _refuse_doubled_orders(self) -> None:
        held = Body.objects.exclude(french_order=None).exclude(key__in=self.facts)
        taken = dict(held.values_list("french_order", "key"))
        for facts in list(self.facts.values()):
            order = facts.french_order
            if order is None or taken.setdefault(order, facts.key) == facts.key:
                continue
            told = _("The place %(place)d is taken by “%(key)s”.")
            self._wrong(facts, "french_order", told % {"place": order, "key": taken[order]})
            self.bad_keys[facts.key] = facts.line
            del self.facts[facts.key]

    def _place(self, facts: Facts) -> None:
        body = self.present.get(facts.key)
        if body is not None:
            self._compare(facts, body)
            return
        lineage = self._lineage(facts)
        if lineage is not None:
            self.plan.new.append(New(facts, lineage[0], lineage))

    def _lineage(self, facts: Facts) -> list[UUID] | None:
        """Work out a new body's lineage; from its highest new body down, without recursion."""
        climb: list[Facts] = []
        current: Facts | None = facts
        while current is not None and current.key not in self.lineages:
            if any(one.key == current.key for one in climb):
                self._refuse_circle(climb)
                return None
            climb.append(current)
            current = self.facts.get(current.parent)
        for one in reversed(climb):
            self.lineages[one.key] = self._below_parent(one)
        return self.lineages[facts.key]

    def _refuse_circle(self, climb: Sequence[Facts]) -> None:
        for one in climb:
            self.lineages[one.key] = None
            told = _("The bodies above run in a circle: %(keys)s.")
            keys = " → ".join(each.key for each in climb[:6])
            self._wrong(one, "parent", told % {"keys": keys})

    def _below_parent(self, facts: Facts) -> list[UUID] | None:
        above = self.lineages.get(facts.parent)
        if facts.parent and above is None:
            self._wrong(facts, "parent", self._no_parent(facts.parent))
            return None
        allowed = administers(self.by, above) if above else is_installation(self.by)
        if not allowed:
            told = (
                _("You may not add bodies under “%(key)s”.") % {"key": facts.parent}
                if facts.parent
                else _("The body above is missing; only the installation makes a first body.")
            )
            self._wrong(facts, "parent", told)
            return None
        return [uuid4(), *(above or [])]

    def _no_parent(self, key: str) -> str:
        line = self.bad_keys.get(key) or (self.facts[key].line if key in self.facts else None)
        if line is not None:
            told = _("The body above, “%(key)s” on line %(line)d, was refused itself.")
            return told % {"key": key, "line": line}
        return _("No body has the key “%(key)s”.") % {"key": key}

    def _compare(self, facts: Facts, body: Body) -> None:
        if body.name != facts.name:
            told = _("“%(key)s” has another name; rename it on its page, with the day.")
            self._wrong(facts, "name_vi", told % {"key": facts.key})
            return
        fields = [name for name in self._corrected(body) if getattr(body, name) != _of(facts, name)]
        if not fields:
            self.plan.unchanged += 1
        elif not administers(self.by, body.lineage):
            told = _("You may not change “%(key)s”.")
            self._wrong(facts, "key", told % {"key": facts.key})
        else:
            self.plan.changes.append(Change(body, facts, fields))

    def _corrected(self, body: Body) -> list[str]:
        fields = [*CORRECTED, *(_CORRECTED_STATE if body.is_state else ())]
        # A file without a column says nothing about it.
        return [name for name in fields if name in self.sheet.headers]

    def _wrong(self, facts: Facts, column: str, message: str) -> None:
        header = self.sheet.named(column)
        self.plan.problems.append(Problem(facts.line, header, message))


def _of(facts: Facts, name: str) -> object:
    return getattr(facts, name)


def planned(*, by: Actor, content: bytes) -> Plan:
    """Return what importing the file would do for this actor now; two queries, nothing written."""
    return _Planner(by, read(content)).made()
