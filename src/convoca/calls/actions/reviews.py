"""Review: who scores what, by the criteria of the call, never for one's own body."""

from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.accounts.models import User
from convoca.calls import rules
from convoca.calls.criteria import total
from convoca.calls.models import Contribution, ContributionState, Reply, Review, ReviewState
from convoca.calls.queries.reviewers import lineages_of, reviewers_of
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted, StateConflict


@transaction.atomic
def assign(
    *, by: Actor, contributions: Sequence[Contribution], reviewers: Sequence[User]
) -> list[Review]:
    """Ask reviewers for their scores; return the reviews that are new.

    Nobody is given an item of his own body: that pair is left out. Raises NotPermitted for
    somebody who is no reviewer there.
    """
    locked = list(
        Contribution.objects.select_for_update(no_key=True, of=("self",))
        .select_related("reply__call__unit", "reply__call__body", "reply__body")
        .filter(pk__in=[one.pk for one in contributions])
        .order_by("pk")
    )
    for call in {one.reply.call for one in locked}:
        rules.demand_officer(by, call)
        known = {user.pk for user in reviewers_of(call)}
        if any(user.pk not in known for user in reviewers):
            raise NotPermitted(_("Somebody chosen is not a reviewer here."))
    ready = (ContributionState.SUBMITTED, ContributionState.IN_REVIEW)
    if any(one.state not in ready for one in locked):
        raise StateConflict(_("Only what was submitted and is not decided is reviewed."))
    made = [review for one in locked for review in _assigned(one, reviewers)]
    _note(by, made)
    return made


def _assigned(contribution: Contribution, reviewers: Sequence[User]) -> list[Review]:
    asked = set(contribution.reviews.values_list("reviewer", flat=True))
    lineages = lineages_of(reviewers)
    made = [
        Review.objects.create(contribution=contribution, reviewer=user)
        for user in reviewers
        if user.pk not in asked and not rules.has_conflict(lineages[user.pk], contribution.reply)
    ]
    if made and contribution.state != ContributionState.IN_REVIEW:
        contribution.state = ContributionState.IN_REVIEW
        contribution.save(update_fields=["state"])
    return made


def _note(by: Actor, made: Sequence[Review]) -> None:
    for review in made:
        record(
            by=by,
            action="calls.assign",
            subject_kind="contribution",
            subject_uid=review.contribution.uid,
            facts={"review": str(review.uid), "reviewer": str(review.reviewer.uid)},
        )


@transaction.atomic
def score(*, by: Actor, review: Review, scores: Mapping[str, int], comment: str = "") -> Review:
    """Give the points of each criterion; may be done again until the contribution is decided."""
    review = _own(by, review)
    if rules.has_conflict(lineages_of([review.reviewer])[review.reviewer_id], _reply(review)):
        raise NotPermitted(_("Nobody scores what his own body has sent."))
    try:
        points = total(_reply(review).call.criteria, scores)
    except ValueError as error:
        raise ValidationError(
            _("Give each criterion whole points in its range."), code="scores"
        ) from error
    review.state, review.scores, review.total = ReviewState.DONE, dict(scores), points
    review.comment, review.done_at = comment, timezone.now()
    review.save()
    record(
        by=by,
        action="calls.score",
        subject_kind="contribution",
        subject_uid=review.contribution.uid,
        facts={"review": str(review.uid), "scores": dict(scores), "total": points},
    )
    return review


@transaction.atomic
def give_back(*, by: Actor, review: Review, because: str) -> Review:
    """Give a review back for a conflict of interest; what was scored no longer counts."""
    review = _own(by, review)
    review.state, review.scores, review.total = ReviewState.CONFLICT, {}, None
    review.comment, review.done_at = because, None
    review.save()
    record(
        by=by,
        action="calls.give_back",
        subject_kind="contribution",
        subject_uid=review.contribution.uid,
        facts={"review": str(review.uid), "remark": because},
    )
    return review


def _own(by: Actor, review: Review) -> Review:
    review = (
        Review.objects.select_for_update(no_key=True, of=("self",))
        .select_related("reviewer", "contribution__reply__call", "contribution__reply__body")
        .get(pk=review.pk)
    )
    rules.demand(rules.scores(by, review), _("This review was asked of somebody else."))
    if review.contribution.state != ContributionState.IN_REVIEW:
        raise StateConflict(_("This contribution is not under review any more."))
    return review


def _reply(review: Review) -> Reply:
    return review.contribution.reply
