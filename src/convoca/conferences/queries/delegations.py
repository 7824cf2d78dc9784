"""Who was invited, who comes, in numbers and names."""

from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q, QuerySet

from convoca.accounts.roles import Role
from convoca.conferences.models import (
    Answer,
    Delegation,
    Edition,
    Gender,
    Participant,
    Place,
    Rank,
)
from convoca.conferences.regions import REGIONS
from convoca.journal.actors import Actor
from convoca.members.queries import sort_column


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region: how many of its members are coming, not coming, silent."""

    letter: str
    label: object
    coming: int
    declined: int
    silent: int

    @property
    def total(self) -> int:
        """All members of the region."""
        return self.coming + self.declined + self.silent


def by_region(edition: Edition) -> list[RegionRow]:
    """Return the answers by region; one query."""
    counts: dict[tuple[str, str], int] = {}
    for region, answer, count in (
        edition.delegations.values_list("body__region", "answer")
        .annotate(count=Count("pk"))
        .order_by("body__region", "answer")
    ):
        counts[region, answer] = count
    return [
        RegionRow(
            letter,
            label,
            counts.get((letter, Answer.ACCEPTED), 0),
            counts.get((letter, Answer.DECLINED), 0),
            counts.get((letter, Answer.SILENT), 0),
        )
        for letter, label in REGIONS.items()
        if any(region == letter for region, _answer in counts)
    ]


@dataclass(frozen=True, slots=True)
class Statistics:
    """Numbers of an edition's delegations; `members` and `women` None where none were announced.

    `women` are those among the `women_of` members of delegations that tell their number;
    `named_women` are those among the `gender_given` named people whose gender is entered.
    """

    invited: int
    coming: int
    declined: int
    silent: int
    members: int | None
    women: int | None
    women_of: int
    heads: dict[str, int]
    named: int
    ministers: int
    gender_given: int
    named_women: int


def statistics(edition: Edition) -> Statistics:
    """Return the numbers of the delegations; four queries."""
    counted = edition.delegations.aggregate(
        invited=Count("pk", filter=Q(invited_on__isnull=False)),
        coming=Count("pk", filter=Q(answer=Answer.ACCEPTED)),
        declined=Count("pk", filter=Q(answer=Answer.DECLINED)),
        silent=Count("pk", filter=Q(answer=Answer.SILENT)),
    )
    announced = list(
        edition.delegations.filter(answer=Answer.ACCEPTED)
        .exclude(announced_members=None)
        .values_list("announced_members", "announced_women")
    )
    people = list(
        edition.participants.exclude(delegation=None)
        .values_list("place", "rank")
        .annotate(count=Count("pk"))
        .order_by("place", "rank")
    )
    genders = dict(
        edition.participants.exclude(delegation=None)
        .exclude(gender="")
        .values_list("gender")
        .annotate(count=Count("pk"))
        .order_by("gender")
    )
    told = [(members or 0, women) for members, women in announced if women is not None]
    heads = {rank: count for place, rank, count in people if place == Place.HEAD and rank}
    return Statistics(
        **counted,
        members=sum(members or 0 for members, _women in announced) if announced else None,
        women=sum(women for _members, women in told) if told else None,
        women_of=sum(members for members, _women in told),
        heads={rank: heads[rank] for rank in Rank.values if rank in heads},
        named=sum(count for _place, _rank, count in people),
        ministers=sum(count for _place, rank, count in people if rank == Rank.MINISTER),
        gender_given=sum(genders.values()),
        named_women=genders.get(Gender.WOMAN, 0),
    )


def delegations(edition: Edition) -> QuerySet[Delegation]:
    """Return the edition's delegations by name, each with its head as `heads`; two queries."""
    heads = Participant.objects.filter(place=Place.HEAD)
    return (
        edition.delegations.select_related("body", "recipient__letter")
        .prefetch_related(Prefetch("members", heads, to_attr="heads"))
        .annotate(named=Count("members"))
        .order_by(f"body__{sort_column()}", "pk")
    )


def own_delegations(edition: Edition, by: Actor) -> list[Delegation]:
    """Return the delegations for which the actor answers as a focal point, by name."""
    bodies = by.bodies(Role.FOCAL_POINT)
    return list(delegations(edition).filter(body__uid__in=bodies)) if bodies else []


def members_of(delegation: Delegation) -> list[Participant]:
    """Return the people of a delegation: head, deputies, delegates, advisers; one query."""
    order = {place: number for number, place in enumerate(Place.values)}
    return sorted(
        delegation.members.all(),
        key=lambda one: (order[one.place], _rank_order(one.rank), one.name),
    )


def _rank_order(rank: str) -> int:
    return Rank.values.index(rank) if rank else len(Rank.values)


def guests(edition: Edition) -> QuerySet[Participant]:
    """Return the guests outside any delegation."""
    return edition.participants.filter(place=Place.GUEST).select_related("body").order_by("pk")
