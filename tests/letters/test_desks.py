"""Trình ký: each desk by its role at the right body, and only the text that was agreed before."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from convoca.journal.actors import ANONYMOUS
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.journal.timeline import timeline
from convoca.letters.actions.desks import agree, give_back, submit
from convoca.letters.actions.drafting import keep_text
from convoca.letters.content import text_of
from convoca.letters.models import AddressLine, Letter, SignatureState, State
from convoca.members.periods import today
from letters.made import house, letter, text
from members.made import actor

pytestmark = pytest.mark.django_db


def test_a_letter_passes_the_desks_and_gets_number_and_date_at_signing():
    at = house()
    made = letter(at, State.SIGNED)
    assert (made.state, made.number, made.dated) == (State.SIGNED, 1, today())
    assert made.signature == SignatureState.AGREED
    assert made.number_and_symbol == "01/BTTTT-HTQT"
    assert [(step.desk, step.actor_name) for step in made.steps.all()] == [
        ("content_check", "Vụ trưởng, trình diễn"),
        ("form_check", "Văn phòng, trình diễn"),
        ("signing", "Thứ trưởng, trình diễn"),
    ]
    actions = [line.action for line in timeline(subject_kind="letter", subject_uid=made.uid)]
    assert actions == [
        "letters.draft",
        "letters.submit",
        "letters.agree",
        "letters.agree",
        "letters.sign",
    ]


@pytest.mark.parametrize(
    ("state", "role", "where"),
    [
        (State.CONTENT, "specialist", "department"),
        (State.CONTENT, "head_of_unit", "science_department"),
        (State.CONTENT, "signer", "ministry"),
        (State.FORM, "head_of_unit", "department"),
        (State.FORM, "form_checker", "science"),
        (State.SIGNING, "form_checker", "ministry"),
        (State.SIGNING, "signer", "science"),
        (State.SIGNING, "signer", "department"),
    ],
)
def test_nobody_else_sits_at_a_desk(state, role, where):
    at = house()
    made = letter(at, state)
    stranger = actor(role, at=getattr(at.chain, where))
    with pytest.raises(NotPermitted):
        agree(by=stranger, letter=made, version=1)
    with pytest.raises(NotPermitted):
        give_back(by=stranger, letter=made, version=1, remark="Sửa lại")
    made.refresh_from_db()
    assert made.state == state


def test_one_who_has_not_signed_in_decides_nothing():
    at = house()
    made = letter(at, State.CONTENT)
    with pytest.raises(NotPermitted):
        agree(by=ANONYMOUS, letter=made, version=1)
    with pytest.raises(NotPermitted):
        submit(by=ANONYMOUS, letter=letter(at))


def test_a_returned_letter_is_a_draft_again_and_begins_anew():
    at = house()
    made = letter(at, State.FORM)
    returned = give_back(by=at.form_checker, letter=made, version=1, remark="Thiếu trích yếu")
    assert returned.state == State.DRAFT
    version = submit(by=at.specialist, letter=returned)
    returned.refresh_from_db()
    assert (version.number, returned.state) == (2, State.CONTENT)
    with pytest.raises(StateConflict, match="new version"):
        agree(by=at.head, letter=returned, version=1)


def test_returning_needs_a_remark():
    at = house()
    made = letter(at, State.CONTENT)
    with pytest.raises(ValidationError):
        give_back(by=at.head, letter=made, version=1, remark="  ")


def test_a_text_on_its_way_cannot_be_changed():
    at = house()
    made = letter(at, State.FORM)
    with pytest.raises(StateConflict):
        keep_text(by=at.specialist, letter=made, text=text(at, subject="khác"))


@pytest.mark.parametrize("change", ["body", "line"])
def test_no_desk_passes_a_text_that_changed_after_it_was_agreed(change):
    at = house()
    made = letter(at, State.SIGNING)
    if change == "body":
        Letter.objects.filter(pk=made.pk).update(body="Nội dung khác./.")
    else:
        AddressLine.objects.filter(letter=made, position=0, kind="addressee").update(text="Khác")
    with pytest.raises(StateConflict, match="not the one"):
        agree(by=at.signer, letter=made, version=1)
    made.refresh_from_db()
    assert (made.state, made.number) == (State.SIGNING, None)


def test_no_desk_is_passed_over():
    at = house()
    made = letter(at, State.CONTENT)
    Letter.objects.filter(pk=made.pk).update(state=State.SIGNING)
    with pytest.raises(StateConflict, match="before"):
        agree(by=at.signer, letter=made, version=1)


def test_a_letter_that_is_not_whole_is_not_submitted():
    at = house()
    made = letter(at, subject="", body="", symbol="bttt t", addressees=(), head_post="")
    with pytest.raises(ValidationError) as refused:
        submit(by=at.specialist, letter=made)
    assert len(refused.value.messages) == 5
    made.refresh_from_db()
    assert made.state == State.DRAFT


def test_a_state_secret_mark_is_refused_with_the_law_named():
    at = house()
    with pytest.raises(ValidationError, match="117/2025/QH15"), transaction.atomic():
        letter(at, body="MẬT\n\nNội dung./.")


def test_the_words_of_a_letter_survive_keeping_and_reading():
    at = house()
    made = letter(at)
    assert text_of(Letter.objects.get(pk=made.pk)) == text(at)
