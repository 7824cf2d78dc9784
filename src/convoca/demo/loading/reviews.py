"""Reading and choosing among the samples: scores, the two shelves, the list for the Union."""

import hashlib
from collections.abc import Mapping, Sequence

from convoca.accounts.actors import actor_of
from convoca.accounts.models import User
from convoca.calls.actions.decisions import accept
from convoca.calls.actions.handling import check_english
from convoca.calls.actions.reviews import assign, score
from convoca.calls.actions.selections import begin_selection, shortlist
from convoca.calls.models import Call, Contribution, Review, Shelf
from convoca.calls.said import said_of
from convoca.journal.actors import Actor
from convoca.members.models import Body

LEFT_TO_DECIDE = 6  # so that the demo has something left to do
COMMENT = "[Mẫu] Nội dung rõ, có thể áp dụng ở nơi khác."
CHECKED_BY = "Chuyên viên, Vụ Hợp tác quốc tế (trình diễn)"


def load_reviews(
    *,
    call: Call,
    contributions: Sequence[Contribution],
    users: Mapping[str, User],
    bodies: Mapping[str, Body],
) -> None:
    """Let two reviewers score, publish what consent allows, and begin the list for the Union."""
    officer = actor_of(users["chuyen-vien-htqt"])
    reviewers = [users["tham-dinh-1"], users["tham-dinh-2"]]
    decided, left = contributions[:-LEFT_TO_DECIDE], contributions[-LEFT_TO_DECIDE:]
    assign(by=officer, contributions=left, reviewers=reviewers)
    for review in assign(by=officer, contributions=decided, reviewers=reviewers):
        score(by=actor_of(review.reviewer), review=review, scores=_points(review), comment=COMMENT)
    for contribution in decided:
        _publish(contribution, by=officer)
    _begin_list(call, decided, by=officer, forward_to=bodies["itu"])


def _points(review: Review) -> dict[str, int]:
    """Points that differ from item to item and are the same in every demo."""
    seed = int(hashlib.sha256(str(review.contribution.title).encode()).hexdigest(), 16)
    return {
        criterion.key: criterion.most - (seed >> (3 * place) & 1) - (review.reviewer_id & seed & 1)
        for place, criterion in enumerate(review.contribution.reply.call.criteria)
    }


def _publish(contribution: Contribution, *, by: Actor) -> None:
    if contribution.consent_public:
        accept(by=by, contribution=contribution, shelf=Shelf.PUBLIC)
    elif contribution.consent_agencies:
        accept(by=by, contribution=contribution, shelf=Shelf.AGENCIES)


def _begin_list(
    call: Call, decided: Sequence[Contribution], *, by: Actor, forward_to: Body
) -> None:
    """Shortlist what may go to the Union; its way over the desks is left to whoever tries it."""
    chosen = [one for one in decided if one.consent_forward and one.has_english]
    for contribution in chosen:
        said = said_of(contribution)
        check_english(by=by, contribution=contribution, said=said, checked_by=CHECKED_BY)
    selection = begin_selection(by=by, call=call, forward_to=forward_to)
    shortlist(by=by, selection=selection, contributions=chosen)
