"""Finding entries: what may be read, what was typed, what was narrowed down, and the counts.

A search costs two queries however many entries there are: one for all counts, one for a page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import (
    Case,
    Expression,
    ExpressionWrapper,
    IntegerField,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.expressions import Combinable, OrderBy

from convoca.calls.models import Shelf
from convoca.library.models import Entry, EntryState
from convoca.library.normalising import Asked, asked, line
from convoca.members.queries import sort_column

LISTED = (
    "uid",
    "shelf",
    "kind",
    "year",
    "main_language",
    "languages",
    "title",
    "teaser",
    "sdgs",
    "author_names",
    "published_at",
    "review_by",
)

#: Facets by the name that stands in the address, with the column and whether it holds several.
FACETS = {
    "kind": ("kind", False),
    "sdg": ("sdgs", True),
    "line": ("action_lines", True),
    "year": ("year", False),
    "body": ("author_kind", False),
    "language": ("languages", True),
    "shelf": ("shelf", False),
}


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a reader asked for: words, a value for each facet that was chosen, an order.

    With `due_on`, only entries whose check was due before that day.
    """

    shelves: tuple[str, ...] = (Shelf.PUBLIC,)
    words: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    order: str = ""
    due_on: date | None = None

    def having(self, facet: str, value: str) -> "Narrowed":
        """Return the same with another value of one facet; an empty one leaves it open."""
        others = {name: one for name, one in self.chosen.items() if name != facet}
        return replace(self, chosen={**others, facet: value} if value else others)

    @property
    def is_narrowed(self) -> bool:
        """Say whether anything was typed or chosen."""
        return bool(self.words or self.chosen or self.due_on)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries are found, and how many each value of a facet would leave."""

    total: int
    by_facet: dict[str, dict[str, int]]


def readable(shelves: Iterable[str]) -> QuerySet[Entry]:
    """Return what stands on these shelves."""
    return Entry.objects.filter(state=EntryState.PUBLISHED, shelf__in=list(shelves))


def found(narrowed: Narrowed) -> QuerySet[Entry]:
    """Return the entries asked for: exact spellings first, then the newest."""
    typed = asked(narrowed.words)
    entries = _matching(narrowed, typed)
    for name, value in narrowed.chosen.items():
        column, several = FACETS[name]
        found_by = f"{column}__contains" if several else column
        entries = entries.filter(**{found_by: [value] if several else value})
    return entries.only(*LISTED).order_by(*_order(narrowed, typed))


def _matching(narrowed: Narrowed, typed: Asked) -> QuerySet[Entry]:
    entries = readable(narrowed.shelves)
    if narrowed.due_on:
        entries = entries.filter(review_by__lt=narrowed.due_on)
    if typed:
        entries = entries.filter(_all_words(typed))
    elif narrowed.words.strip():
        # Only signs were typed, in which nothing can be found.
        entries = entries.none()
    return entries


def _all_words(typed: Asked) -> Q:
    together = {part for parts, _whole in typed.joined for part in parts}
    alone = [word for word in typed.folded if word not in together]
    condition = Q(words__contains=alone) if alone else Q()
    for parts, whole in typed.joined:
        condition &= Q(words__contains=list(parts)) | Q(words__contains=[whole])
    return condition


def _order(narrowed: Narrowed, typed: Asked) -> list[str | OrderBy]:
    newest: list[str | OrderBy] = ["-published_at", "-pk"]
    if narrowed.order == "title":
        return [sort_column(), "pk"]
    if narrowed.order == "newest" or not typed:
        return newest
    return [OrderBy(_score(typed), descending=True), *newest]


def _score(typed: Asked) -> Expression:
    """Points for spelling and place: the exact phrase in a title weighs more than all else."""
    score: Combinable = Value(0)
    for condition, points in _worth(typed):
        given = When(condition, then=Value(points))
        score = score + Case(given, default=Value(0), output_field=IntegerField())
    return ExpressionWrapper(score, output_field=IntegerField())


def _worth(typed: Asked) -> list[tuple[Q, int]]:
    exact, bare = line(typed.exact), line(typed.folded)
    found = [(Q(title_exact__contains=exact), 64), (Q(all_exact__contains=exact), 16)]
    if exact != bare:
        found += [(Q(title_folded__contains=bare), 4), (Q(all_folded__contains=bare), 1)]
    if len(typed.folded) > 1:
        found += [(_each(typed.exact, "title_exact"), 32), (_each(typed.exact, "all_exact"), 8)]
        found += [(_each(typed.folded, "title_folded"), 2)]
    return found


def _each(words: Iterable[str], column: str) -> Q:
    condition = Q()
    for word in words:
        condition &= Q(**{f"{column}__contains": line([word])})
    return condition


def counts(narrowed: Narrowed) -> Counts:
    """Count what was found and each facet's values, in one query.

    The values of a facet are counted as if it were open, so that a reader can change his choice.
    """
    entries = _matching(narrowed, asked(narrowed.words))
    columns = [column for column, _several in FACETS.values()]
    try:
        inner, given = entries.order_by().values_list(*columns).query.sql_with_params()
    except EmptyResultSet:
        return Counts(0, {name: {} for name in FACETS})
    parts, parameters = [], [*given]
    for name in ("total", *FACETS):
        sql, more = _part(name, narrowed)
        parts.append(sql)
        parameters += more
    names = ", ".join(columns)
    sql = f"WITH found ({names}) AS MATERIALIZED ({inner}) " + " UNION ALL ".join(parts)
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return _read(cursor.fetchall())


def _part(name: str, narrowed: Narrowed) -> tuple[str, list[str]]:
    conditions, parameters = _conditions(narrowed.having(name, ""))
    if name == "total":
        value = "''"
    else:
        column, several = FACETS[name]
        value = f"unnest({column})::text" if several else f"{column}::text"
    # Columns are ours; what the reader gave stands in the parameters alone.
    sql = f"SELECT '{name}', {value}, count(*) FROM found WHERE {conditions} GROUP BY 2"  # noqa: S608
    return sql, parameters


def _conditions(narrowed: Narrowed) -> tuple[str, list[str]]:
    parts, parameters = ["true"], []
    for name, value in narrowed.chosen.items():
        column, several = FACETS[name]
        parts.append(f"%s = ANY({column}::text[])" if several else f"{column}::text = %s")
        parameters.append(value)
    return " AND ".join(parts), parameters


def _read(rows: Iterable[tuple[str, str, int]]) -> Counts:
    total, by_facet = 0, {name: dict[str, int]() for name in FACETS}
    for name, value, count in rows:
        if name == "total":
            total = count
        elif value:
            by_facet[name][value] = count
    return Counts(total, by_facet)
