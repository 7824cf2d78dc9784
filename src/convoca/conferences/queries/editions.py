"""Which series and editions a reader sees."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from convoca.accounts.roles import Role
from convoca.conferences.models import (
    Edition,
    Series,
)
from convoca.conferences.models.series import EditionState
from convoca.conferences.rules import is_installation, may_edit
from convoca.journal.actors import Actor


def visible_editions(by: Actor) -> QuerySet[Edition]:
    """Return the editions that the actor may read, the latest first; one query."""
    found = Edition.objects.select_related("series__body", "host").order_by("-opens")
    if is_installation(by):
        return found
    held = [grant for grant in by.grants if grant.role == Role.SECRETARIAT]
    mine = Q(series__body__uid__in=[grant.body for grant in held])
    for grant in held:
        if grant.with_sub_bodies:
            mine |= Q(series__body__lineage__contains=[grant.body])
    return found.filter(Q(state=EditionState.PUBLISHED) | mine)


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series with the editions that a reader sees."""

    series: Series
    editions: Sequence[Edition]
    may_edit: bool


def series_rows(by: Actor) -> list[SeriesRow]:
    """Return every series with a visible edition, and those that the actor runs; two queries."""
    by_series: dict[int, list[Edition]] = {}
    for edition in visible_editions(by):
        by_series.setdefault(edition.series_id, []).append(edition)
    rows = []
    for series in Series.objects.select_related("body").order_by("key"):
        mine = _runs(by, series)
        editions = by_series.get(series.pk, [])
        if mine or editions:
            rows.append(SeriesRow(series, editions, mine))
    return rows


def _runs(by: Actor, series: Series) -> bool:
    return may_edit(by, Edition(series=series))


def neighbours(edition: Edition, by: Actor) -> tuple[Edition | None, Edition | None]:
    """Return the earlier and the later edition of the series that the actor may read."""
    others = visible_editions(by).filter(series=edition.series)
    earlier = others.filter(opens__lt=edition.opens).order_by("-opens").first()
    later = others.filter(opens__gt=edition.opens).order_by("opens").first()
    return earlier, later
