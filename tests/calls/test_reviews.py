"""Review by criteria, the wide decision, and the narrow choice with its slip."""

from datetime import date
from fractions import Fraction

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.made import user_with
from calls.made import (
    ALL_CONSENT,
    Round,
    approved,
    draft,
    opened,
    reviewers,
    said,
    scores,
    sent,
)
from convoca.accounts.actors import actor_of
from convoca.calls.actions.decisions import accept, reject
from convoca.calls.actions.handling import check_english, mark_duplicate, merge
from convoca.calls.actions.reviews import assign, give_back, score
from convoca.calls.actions.selections import (
    agree_selection,
    approve_selection,
    begin_selection,
    forward,
    record_answer,
    return_selection,
    shortlist,
    submit_selection,
)
from convoca.calls.models import PublicationDecision, Selection, Shelf
from convoca.calls.queries.contributions import published, score_table
from convoca.calls.queries.selections import items_of, obstacles
from convoca.calls.said import Consent
from convoca.journal.actors import ANONYMOUS
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.languages.translated import Translated
from members.made import actor

pytestmark = pytest.mark.django_db
HERE = "http://localhost:8000"


@pytest.fixture(autouse=True)
def _files_of_their_own(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_two_reviewers_score_and_the_mean_is_exact() -> None:
    made = opened()
    one, two = sent(made.replies[0]), sent(made.replies[1])
    users = reviewers(made)
    asked = assign(by=made.specialist, contributions=[one, two], reviewers=users)
    assert len(asked) == 4
    for review, points in zip(asked, (4, 5, 3, 3), strict=True):
        score(by=actor_of(review.reviewer), review=review, scores=scores(points))
    table = score_table(made.call)
    assert [(row.contribution.pk, row.mean, row.totals) for row in table] == [
        (one.pk, Fraction(45, 2), (20, 25)),
        (two.pk, Fraction(15), (15, 15)),
    ]
    assert [row.mean_text for row in table] == ["22 1/2", "15"]


def test_nobody_reviews_what_his_own_body_sent() -> None:
    made = opened()
    one = sent(made.reply)
    insider = user_with("reviewer", made.house.chain.ministry)
    outsider = user_with("reviewer", made.house.chain.ministry)
    user_with_two = insider
    _also_at(user_with_two, made.house.chain.science_department)
    asked = assign(by=made.specialist, contributions=[one], reviewers=[insider, outsider])
    assert [review.reviewer for review in asked] == [outsider]


def test_one_who_joins_the_body_later_can_no_longer_score() -> None:
    made = opened()
    one = sent(made.reply)
    user = reviewers(made, 1)[0]
    review = assign(by=made.specialist, contributions=[one], reviewers=[user])[0]
    _also_at(user, made.reply.body)
    with pytest.raises(NotPermitted):
        score(by=actor_of(user), review=review, scores=scores())


def _also_at(user, body) -> None:
    from convoca.accounts import actions
    from members.made import INSTALLATION

    actions.grant_role(by=INSTALLATION, user=user, role="specialist", body=body)


def test_a_review_is_its_reviewers_own() -> None:
    made = opened()
    first, second = reviewers(made)
    review = assign(by=made.specialist, contributions=[sent(made.reply)], reviewers=[first])[0]
    for stranger in (actor_of(second), made.specialist, ANONYMOUS):
        with pytest.raises(NotPermitted):
            score(by=stranger, review=review, scores=scores())
        with pytest.raises(NotPermitted):
            give_back(by=stranger, review=review, because="")


@pytest.mark.parametrize(
    "wrong", [{}, {"relevance": 5}, {**scores(), "x": 1}, scores(6), scores(-1), scores(True)]
)
def test_scores_stay_in_their_range(wrong: dict[str, int]) -> None:
    made = opened()
    user = reviewers(made, 1)[0]
    review = assign(by=made.specialist, contributions=[sent(made.reply)], reviewers=[user])[0]
    with pytest.raises(ValidationError):
        score(by=actor_of(user), review=review, scores=wrong)


def test_a_review_given_back_no_longer_counts() -> None:
    made = opened()
    user = reviewers(made, 1)[0]
    review = assign(by=made.specialist, contributions=[sent(made.reply)], reviewers=[user])[0]
    score(by=actor_of(user), review=review, scores=scores())
    give_back(by=actor_of(user), review=review, because="Tôi từng làm tại đơn vị này")
    assert [row.mean for row in score_table(made.call)] == [None]


def test_only_reviewers_of_the_caller_are_asked() -> None:
    made = opened()
    elsewhere = user_with("reviewer", made.house.chain.science)
    with pytest.raises(NotPermitted):
        assign(by=made.specialist, contributions=[sent(made.reply)], reviewers=[elsewhere])


def test_a_shelf_needs_the_senders_consent() -> None:
    made = opened()
    one = sent(made.reply, consent=Consent(agencies=True))
    with pytest.raises(ValidationError):
        accept(by=made.specialist, contribution=one, shelf=Shelf.PUBLIC)
    accept(by=made.specialist, contribution=one, shelf=Shelf.AGENCIES)
    assert list(published(shelf=Shelf.AGENCIES)) == [one]
    assert list(published(shelf=Shelf.PUBLIC)) == []


def test_a_rejection_has_its_reason_and_can_be_replaced() -> None:
    made = opened()
    one = sent(made.reply)
    with pytest.raises(ValidationError):
        reject(by=made.specialist, contribution=one, reason=" ")
    reject(by=made.specialist, contribution=one, reason="Chưa có kết quả cụ thể")
    assert list(published(shelf=Shelf.AGENCIES)) == []
    accept(by=made.specialist, contribution=one, shelf=Shelf.PUBLIC)
    assert list(published(shelf=Shelf.PUBLIC)) == [one]
    told = PublicationDecision.objects.values_list("accepted", "replaced_at")
    assert [(yes, at is None) for yes, at in told] == [(False, False), (True, True)]


@pytest.mark.parametrize("role", ["reviewer", "signer", "clerk", "focal_point"])
def test_only_officers_decide(role: str) -> None:
    made = opened()
    one = sent(made.reply)
    for stranger in (actor(role, at=made.house.chain.ministry), ANONYMOUS):
        with pytest.raises(NotPermitted):
            accept(by=stranger, contribution=one, shelf=Shelf.PUBLIC)
        with pytest.raises(NotPermitted):
            reject(by=stranger, contribution=one, reason="x")


def test_a_draft_is_not_decided() -> None:
    made = opened()
    with pytest.raises(StateConflict):
        accept(by=made.specialist, contribution=draft(made.reply), shelf=Shelf.PUBLIC)


def test_one_stands_for_another_of_the_same_call() -> None:
    made = opened()
    one, two, three = (sent(reply) for reply in made.replies[:3])
    merge(by=made.specialist, contribution=two, into=one)
    mark_duplicate(by=made.specialist, contribution=three, of=one)
    with pytest.raises(StateConflict):
        merge(by=made.specialist, contribution=one, into=one)
    with pytest.raises(StateConflict):
        mark_duplicate(by=made.specialist, contribution=one, of=two)
    two.refresh_from_db()
    three.refresh_from_db()
    assert [(two.state, two.merged_into), (three.state, three.duplicate_of)] == [
        ("merged", one),
        ("duplicate", one),
    ]


def test_a_list_leaves_only_when_the_leader_has_approved_it() -> None:
    made = opened()
    one = sent(made.reply)
    check_english(by=made.specialist, contribution=one, said=said(), checked_by="Chuyên viên")
    selection = begin_selection(by=made.specialist, call=made.call, forward_to=made.house.chain.itu)
    shortlist(by=made.specialist, selection=selection, contributions=[one])
    selection.refresh_from_db()
    for early in ("shortlist", "submitted", "agreed"):
        assert selection.state == early
        with pytest.raises(StateConflict):
            forward(by=made.specialist, selection=selection, installation=HERE)
        selection = _next_step(made, selection)
    sent_out = forward(by=made.specialist, selection=selection, installation=HERE)
    assert sent_out.sha256 == sent_out.stored.sha256
    assert sent_out.versions == {str(one.uid): 2}
    assert [(step.did, step.actor_name) for step in selection.steps.all()] == [
        ("submit", "Chuyên viên, trình diễn"),
        ("agree", "Vụ trưởng, trình diễn"),
        ("approve", "Thứ trưởng, trình diễn"),
    ]


def _next_step(made: Round, selection: Selection) -> Selection:
    if selection.state == "shortlist":
        return submit_selection(by=made.specialist, selection=selection)
    act, by = (
        (agree_selection, made.house.head)
        if selection.state == "submitted"
        else (approve_selection, made.house.signer)
    )
    return act(by=by, selection=selection, version=selection.version)


def test_each_desk_is_one_persons() -> None:
    made = opened()
    one = sent(made.reply)
    check_english(by=made.specialist, contribution=one, said=said(), checked_by="Chuyên viên")
    selection = begin_selection(by=made.specialist, call=made.call, forward_to=made.house.chain.itu)
    shortlist(by=made.specialist, selection=selection, contributions=[one])
    selection = submit_selection(by=made.specialist, selection=selection)
    for stranger in (made.specialist, made.house.signer, made.house.clerk, ANONYMOUS):
        with pytest.raises(NotPermitted):
            agree_selection(by=stranger, selection=selection, version=selection.version)
    selection = agree_selection(by=made.house.head, selection=selection, version=selection.version)
    for stranger in (made.specialist, made.house.head, made.house.clerk, ANONYMOUS):
        with pytest.raises(NotPermitted):
            approve_selection(by=stranger, selection=selection, version=selection.version)
        with pytest.raises(NotPermitted):
            return_selection(by=stranger, selection=selection, remark="x")
    with pytest.raises(StateConflict):
        approve_selection(by=made.house.signer, selection=selection, version=selection.version - 1)
    returned = return_selection(by=made.house.signer, selection=selection, remark="Bớt một mục")
    assert returned.state == "shortlist"


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"consent": Consent(agencies=True, public=True)}, 2),
        ({"title": Translated(vi="Chỉ có tiếng Việt"), "consent": ALL_CONSENT}, 1),
        ({}, 1),
    ],
)
def test_an_item_without_consent_or_checked_english_stays(
    facts: dict[str, object], missing: int
) -> None:
    made = opened()
    selection = begin_selection(by=made.specialist, call=made.call, forward_to=made.house.chain.itu)
    shortlist(by=made.specialist, selection=selection, contributions=[sent(made.reply, **facts)])
    assert [len(obstacles(item)) for item in items_of(selection)] == [missing]
    with pytest.raises(ValidationError):
        submit_selection(by=made.specialist, selection=selection)


def test_the_answer_from_above_is_recorded_once_the_list_has_left() -> None:
    made = opened()
    selection = approved(made, sent(made.reply))
    item = items_of(selection)[0]
    on = date(2024, 12, 1)
    with pytest.raises(StateConflict):
        record_answer(by=made.specialist, item=item, answer="taken", on=on)
    forward(by=made.specialist, selection=selection, installation=HERE)
    with pytest.raises(ValidationError):
        record_answer(by=made.specialist, item=item, answer="waiting", on=on)
    with pytest.raises(NotPermitted):
        record_answer(by=ANONYMOUS, item=item, answer="taken", on=on)
    told = record_answer(by=made.specialist, item=item, answer="taken", words="WSIS", on=on)
    assert (told.answer, told.answer_words, told.answered_at) == ("taken", "WSIS", on)


@pytest.mark.database
@pytest.mark.parametrize(
    "facts", [{"accepted": False, "shelf": "public"}, {"accepted": True, "shelf": ""}]
)
def test_the_database_refuses_a_decision_in_two_minds(facts: dict[str, object]) -> None:
    made = opened()
    decision = accept(by=made.specialist, contribution=sent(made.reply), shelf=Shelf.PUBLIC)
    with pytest.raises(IntegrityError), transaction.atomic():
        PublicationDecision.objects.filter(pk=decision.pk).update(**facts)
