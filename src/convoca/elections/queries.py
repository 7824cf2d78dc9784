"""The reads that pages share."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, Prefetch, QuerySet

from convoca.conferences.models import Edition
from convoca.elections.models import Award, Ballot, Candidature, Contest, Election, Vote
from convoca.elections.rules import may_read
from convoca.journal.actors import Actor


def election_of(edition: Edition, *, by: Actor) -> Election | None:
    """Return the edition's election where the actor may see it; one query."""
    election = Election.objects.filter(edition=edition).first()
    if election is None:
        return None
    election.edition = edition
    return election if may_read(by, election) else None


def contests(election: Election) -> QuerySet[Contest]:
    """Return the contests with candidatures, awards and ballots; a fixed number of queries."""
    votes = Vote.objects.select_related("candidature__state", "candidature__contest").order_by("pk")
    return (
        Contest.objects.filter(election=election)
        .select_related("election__edition")
        .prefetch_related(
            Prefetch("candidatures", _candidatures()),
            Prefetch("ballots", Ballot.objects.order_by(F("round").asc(nulls_last=True), "pk")),
            Prefetch("ballots__votes", votes),
        )
        .order_by("place", "pk")
    )


def _candidatures() -> QuerySet[Candidature]:
    return Candidature.objects.select_related(
        "state", "contest", "award__seat__person", "award__seat__holder"
    ).order_by("pk")


def to_decide(contest_id: int) -> Contest:
    """Return a contest with all that the engine needs, as it stands in this transaction."""
    election = Election(pk=Contest.objects.values_list("election_id", flat=True).get(pk=contest_id))
    return contests(election).get(pk=contest_id)


@dataclass(frozen=True, slots=True)
class RegionSeats:
    """How many seats a region has and how many of their holders are known."""

    region: str
    seats: int
    known: int

    @property
    def unknown(self) -> int:
        """Seats whose holders are not known."""
        return self.seats - self.known


def awards_of(contest: Contest) -> list[Award]:
    """Return the seats given in a contest; asks nothing when the contest was prefetched."""
    return [one.award for one in contest.candidatures.all() if hasattr(one, "award")]


def by_region(found: Sequence[Contest]) -> list[RegionSeats]:
    """Return the seats by region, those without a region (the officials) first."""
    regions = sorted({contest.region for contest in found})
    return [
        RegionSeats(
            region,
            sum(one.seats for one in found if one.region == region),
            sum(len(awards_of(one)) for one in found if one.region == region),
        )
        for region in regions
    ]
