"""The reads about proceedings that pages share."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Count, F, Prefetch, Q, QuerySet

from convoca.conferences.models import Edition
from convoca.conferences.rules import may_edit
from convoca.journal.actors import Actor
from convoca.proceedings.models import (
    AgendaItem,
    Commitment,
    Committee,
    DayNews,
    Decision,
    Document,
    Meeting,
    MeetingItem,
    NewsState,
    WorkingGroup,
)


@dataclass
class Node:
    """An item of the agenda with what stands below it."""

    item: AgendaItem
    parts: list["Node"] = field(default_factory=list)


def agenda_tree(edition: Edition) -> list[Node]:
    """Return the agenda as a tree; two queries."""
    items = (
        edition.agenda.select_related("theme", "committee")
        .annotate(meeting_count=Count("meetings", distinct=True))
        .prefetch_related(Prefetch("documents", Document.objects.filter(is_public=True)))
        .order_by("place", "pk")
    )
    nodes = {item.pk: Node(item) for item in items}
    roots: list[Node] = []
    for node in nodes.values():
        parent = nodes.get(node.item.parent_id or 0)
        (parent.parts if parent else roots).append(node)
    return roots


def election_posts(edition: Edition) -> list[AgendaItem]:
    """Return the leaves below items of election, in order: the posts to be filled; one query."""
    roots = agenda_tree(edition)
    return [leaf.item for root in roots if root.item.is_election for leaf in _leaves(root)]


def _leaves(node: Node) -> list[Node]:
    if not node.parts:
        return [node]
    return [leaf for part in node.parts for leaf in _leaves(part)]


def committees(edition: Edition) -> QuerySet[Committee]:
    """Return the plenary and the committees in their order."""
    return (
        edition.committees.select_related("chair", "parent")
        .annotate(meeting_count=Count("meetings"))
        .order_by("place", "pk")
    )


def meetings(edition: Edition, *, by: Actor) -> QuerySet[Meeting]:
    """Return the meetings by day and hour, with items; two queries."""
    found = Meeting.objects.filter(event__edition=edition)
    if not may_edit(by, edition):
        found = found.filter(event__is_public=True)
    items = MeetingItem.objects.select_related("item")
    return (
        found.select_related("event__room", "committee", "chair")
        .prefetch_related(Prefetch("meeting_items", items))
        .order_by(
            F("event__day").asc(nulls_last=True), F("event__starts_at").asc(nulls_last=True), "pk"
        )
    )


def documents(edition: Edition, *, by: Actor) -> QuerySet[Document]:
    """Return the documents of the edition by symbol, with the items they lie before."""
    found = edition.documents.select_related("author", "file").prefetch_related("items")
    return found if may_edit(by, edition) else found.filter(is_public=True)


def groups(edition: Edition, *, by: Actor) -> QuerySet[WorkingGroup]:
    """Return the working groups begun at the edition or reporting to it."""
    found = WorkingGroup.objects.filter(Q(since=edition) | Q(until=edition))
    if not may_edit(by, edition):
        found = found.filter(is_public=True)
    return (
        found.select_related("since__series__body", "until", "body")
        .annotate(member_count=Count("members"))
        .order_by("key")
    )


def commitments(edition: Edition) -> QuerySet[Commitment]:
    """Return the promises made at the edition, with their milestones; two queries."""
    return (
        edition.commitments.select_related("promised_by", "group", "speech__speaker")
        .prefetch_related("milestones")
        .order_by("made_on", "pk")
    )


def decisions_of(edition: Edition) -> Sequence[Decision]:
    """Return what the meetings of the edition decided, in order."""
    return list(
        Decision.objects.filter(meeting__event__edition=edition)
        .select_related("meeting__event", "item")
        .order_by("meeting__event__starts_at", "place")
    )


def news(edition: Edition, *, by: Actor) -> QuerySet[DayNews]:
    """Return the days of news that the reader sees, the latest first."""
    found = edition.news.order_by("-day")
    return found if may_edit(by, edition) else found.filter(state=NewsState.PUBLISHED)
