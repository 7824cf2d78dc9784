"""Contributions and activities: lists, one with all that its page shows, what is published."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from django.db import models
from django.db.models import Count, Prefetch, Q, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from convoca.accounts.roles import Role
from convoca.calls.criteria import mean
from convoca.calls.models import (
    Activity,
    Attachment,
    Call,
    Contribution,
    Edition,
    PublicationDecision,
    Review,
    ReviewState,
    Shelf,
)
from convoca.calls.models.contributions import RECEIVED
from convoca.calls.topics import Kind
from convoca.installation.prepared import Prepared
from convoca.journal.actors import Actor
from convoca.letters.rules import at_bodies
from convoca.pages.asked import whole_number

_FILES = Prefetch("attachments", Attachment.objects.select_related("stored"))
_DECISION = Prefetch(
    "decisions",
    PublicationDecision.objects.filter(replaced_at=None),
    to_attr="standing_decisions",
)
#: What is shared in words; the rest are activities.
SHARED = ~Q(kind=Kind.ACTIVITY)


class Outcome(models.TextChoices):
    """What was decided of a contribution, as the numbers of a call's page count it."""

    PUBLISHED = "published", _("published")
    CHOSEN = "chosen", _("chosen for the union")


MET: dict[str, Q] = {
    Outcome.PUBLISHED: Q(decisions__accepted=True, decisions__replaced_at=None),
    Outcome.CHOSEN: Q(selected__selection__state__in=["approved", "forwarded"]),
}
_SHELVES = {Shelf.PUBLIC: [Shelf.PUBLIC], Shelf.AGENCIES: [Shelf.PUBLIC, Shelf.AGENCIES]}


_of_one = Prepared(
    lambda uid: (
        Contribution.objects.select_related(
            "reply__call__edition__observance",
            "reply__call__letter",
            "reply__call__body",
            "reply__call__unit",
            "reply__body",
            "reply__recipient",
            "reply__answers_for__recipient",
            "reply__answers_for__body",
            "activity__province",
            "merged_into",
            "duplicate_of",
        )
        .prefetch_related(_FILES, _DECISION, "selected__selection__forward_to", "versions")
        .filter(uid=uid)
        .order_by()
    ),
    UUID(int=0),
)


def contribution_of(uid: UUID) -> Contribution:
    """Return one contribution with what its page shows. Raises Contribution.DoesNotExist."""
    return _of_one.get(uid)


def received(
    call: Call,
    *,
    kind: str = "",
    state: str = "",
    outcome: str = "",
    goal: str = "",
    line: str = "",
) -> QuerySet[Contribution]:
    """Return what came in to a call, the newest first; each filter empty means all.

    `kind` is a Kind or "shared" for all kinds but activities, `outcome` an Outcome.
    """
    found = (
        Contribution.objects.filter(reply__call=call, state__in=RECEIVED)
        .select_related("reply__body", "activity")
        .prefetch_related(_DECISION, "reviews")
        .order_by("-submitted_at", "-pk")
    )
    if kind == "shared":
        found = found.filter(SHARED)
    elif kind:
        found = found.filter(kind=kind)
    if state:
        found = found.filter(state=state)
    if outcome in MET:
        found = found.filter(MET[outcome]).distinct()
    goal_number = whole_number(goal)
    if goal_number is not None:
        found = found.filter(sdgs__contains=[goal_number])
    if line:
        found = found.filter(action_lines__contains=[line])
    return found


def published(*, shelf: Shelf) -> QuerySet[Contribution]:
    """Return what may be read on a shelf, the newest decision first.

    The shelf of agencies holds the public one's items too; consent is asked for again, so that
    nothing is shown whose sender has taken it back.
    """
    stands = Q(decisions__replaced_at=None, decisions__accepted=True)
    agreed = Q(consent_public=True) | Q(consent_agencies=True, decisions__shelf=Shelf.AGENCIES)
    return (
        Contribution.objects.filter(
            stands & agreed & Q(decisions__shelf__in=_SHELVES[shelf]), state="decided"
        )
        .select_related("reply__call__edition__observance", "reply__body", "activity__province")
        .prefetch_related(_FILES, _DECISION)
        .order_by("-decisions__decided_at", "-pk")
    )


def activities(call: Call) -> QuerySet[Activity]:
    """Return the activities reported to a call in the order of their dates."""
    return (
        Activity.objects.filter(contribution__reply__call=call, contribution__state__in=RECEIVED)
        .select_related("contribution__reply__body", "province")
        .order_by("starts_on", "pk")
    )


def public_activities(edition: Edition) -> QuerySet[Activity]:
    """Return the activities of an edition that anyone may see, in the order of their dates."""
    return (
        Activity.objects.filter(
            contribution__reply__call__edition=edition,
            contribution__state="decided",
            contribution__consent_public=True,
            contribution__decisions__replaced_at=None,
            contribution__decisions__accepted=True,
            contribution__decisions__shelf=Shelf.PUBLIC,
        )
        .select_related("contribution__reply__body", "province")
        .order_by("starts_on", "pk")
    )


@dataclass(frozen=True, slots=True)
class ActivityTotals:
    """How many activities, how many people were reached as reported, in how many provinces."""

    activities: int
    reached: int
    without_number: int
    provinces: int
    first: date | None = None
    last: date | None = None


def totals(found: QuerySet[Activity]) -> ActivityTotals:
    """Return the totals of activities; one query."""
    told = found.order_by().aggregate(
        activities=Count("pk"),
        people=Sum("reached"),
        without_number=Count("pk", filter=Q(reached=None)),
        provinces=Count("province", distinct=True),
    )
    return ActivityTotals(reached=told.pop("people") or 0, **told)


@dataclass(frozen=True, slots=True)
class Scored:
    """A contribution with its reviews and the exact mean of the totals given."""

    contribution: Contribution
    reviews: tuple[Review, ...]
    mean: Fraction | None

    @property
    def totals(self) -> tuple[int, ...]:
        """The totals that were given."""
        return tuple(one.total for one in self.reviews if one.total is not None)

    @property
    def mean_text(self) -> str:
        """The mean as a whole number and an exact fraction, `17 1/2`."""
        if self.mean is None:
            return ""
        whole, rest = divmod(self.mean.numerator, self.mean.denominator)
        return f"{whole} {rest}/{self.mean.denominator}" if rest else str(whole)


def score_table(call: Call) -> list[Scored]:
    """Return what is or was under review, the best mean first; three queries."""
    reviews = Review.objects.select_related("reviewer").order_by("pk")
    found = (
        Contribution.objects.filter(reply__call=call, state__in=["in_review", "decided"])
        .select_related("reply__body", "activity")
        .prefetch_related(Prefetch("reviews", reviews), _DECISION)
        .order_by("pk")
    )
    rows = [_scored(one) for one in found]
    return sorted(rows, key=lambda row: -(row.mean if row.mean is not None else -1))


def _scored(contribution: Contribution) -> Scored:
    reviews = tuple(contribution.reviews.all())
    given = [one.total for one in reviews if one.state == ReviewState.DONE]
    return Scored(contribution, reviews, mean([one for one in given if one is not None]))


def reviews_of(by: Actor) -> QuerySet[Review]:
    """Return the reviews that were asked of the actor, open ones first."""
    if by.kind != "person" or by.is_anonymous:
        return Review.objects.none()
    return (
        Review.objects.filter(reviewer__uid__in=_own_uid(by))
        .select_related("contribution__reply__call", "contribution__reply__body", "reviewer")
        .order_by("state", "pk")
    )


def _own_uid(by: Actor) -> list[str]:
    return [by.uid] if len(by.uid) == 36 else []


def may_review(by: Actor) -> bool:
    """Say whether the actor reviews anywhere."""
    return bool(by.bodies(Role.REVIEWER))


def handled_by(by: Actor) -> Q:
    """Return the condition that a contribution's call is handled by the actor."""
    roles = [Role.SPECIALIST, Role.HEAD_OF_UNIT]
    return at_bodies(by, roles, "reply__call__unit__") | at_bodies(by, roles, "reply__call__body__")
