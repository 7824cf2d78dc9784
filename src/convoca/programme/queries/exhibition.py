"""The directory of exhibitors."""

from django.db.models import Count, Prefetch, Q, QuerySet

from convoca.conferences.models import Edition
from convoca.conferences.rules import may_edit
from convoca.journal.actors import Actor
from convoca.languages.folding import folded
from convoca.members.queries import sort_column
from convoca.programme.models import Exhibitor, Hall, Stand


def exhibitors(
    edition: Edition, *, by: Actor, text: str = "", hall: str = ""
) -> QuerySet[Exhibitor]:
    """Return the exhibitors that the actor sees, by name, with their stands; two queries.

    `text`: all of its words in names or descriptions, with or without marks; `hall`: a key.
    """
    found = Exhibitor.objects.filter(edition=edition).select_related("origin")
    if not may_edit(by, edition):
        found = found.filter(is_public=True)
    for word in folded(text).split():
        found = found.filter(folded_text__contains=word)
    if hall:
        found = found.filter(stands__hall__key=hall).distinct()
    stands = Stand.objects.select_related("hall")
    return found.prefetch_related(Prefetch("stands", stands)).order_by(sort_column(), "pk")


def halls_with_counts(edition: Edition) -> QuerySet[Hall]:
    """Return the halls, each with its number of stands and of those taken; one query."""
    return Hall.objects.filter(edition=edition).annotate(
        stand_count=Count("stands"),
        taken_count=Count("stands", filter=Q(stands__exhibitor__isnull=False)),
    )
