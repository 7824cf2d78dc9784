"""Issuing: frozen expansion, the outbox read first, nothing unsigned without a warning."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from convoca.journal.actors import ANONYMOUS
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.journal.timeline import timeline
from convoca.languages.translated import Translated
from convoca.letters.actions.chasing import remind
from convoca.letters.actions.dispatch import (
    issue,
    prepare,
    take_back,
    waiting_mails,
    withdraw_letter,
)
from convoca.letters.actions.drafting import draft_correction
from convoca.letters.actions.numbering import attach_signed_copy, enter_number
from convoca.letters.actions.recipients import mark_replied
from convoca.letters.content import LineText, text_of
from convoca.letters.models import Letter, Recipient, State
from convoca.letters.queries import progress, silent
from convoca.letters.rules import may_dispatch
from convoca.letters.signals import letter_dispatched, letter_withdrawn
from convoca.members import actions as members
from convoca.members.periods import today
from convoca.outbox import actions as outbox
from convoca.outbox.models import Mail
from convoca.outbox.signals import announce
from letters.made import house, issued, letter, prepared, recipient, stored_pdf, text
from members.made import INSTALLATION, actor

pytestmark = pytest.mark.django_db

NAMES = [
    "Bộ Khoa học và Công nghệ",
    "Ủy ban nhân dân thành phố Hà Nội",
    "Ủy ban nhân dân tỉnh Đắk Lắk",
    "Ủy ban nhân dân tỉnh An Giang",
    "Bộ trưởng (để b/c)",
]


def test_groups_are_expanded_in_the_letters_order_and_copies_come_last():
    at = house()
    made = prepared(at)
    assert [one.name for one in made.recipients.all()] == NAMES
    assert [one.kind for one in made.recipients.all()] == ["addressee"] * 4 + ["copy"]
    assert made.state == State.PREPARED
    assert made.issued_file.original_name == "01-BTTTT-HTQT.pdf"


def test_nothing_goes_out_before_it_is_issued():
    at = house()
    made = prepared(at)
    mails = waiting_mails(made)
    assert sorted(mail.to for mail in mails) == sorted(
        [
            "vanthu@vn-bkhcn.example",
            "vanthu@vn-ubnd-ha-noi.example",
            "vanthu@vn-ubnd-dak-lak.example",
            "vanthu@vn-ubnd-an-giang.example",
            "botruong@vn-btttt.example",
        ]
    )
    assert {mail.state for mail in mails} == {"waiting"}
    with pytest.raises(StateConflict, match="with its letter"):
        outbox.release(by=at.clerk, mails=mails[:1])
    gone = issue(by=at.clerk, letter=made)
    assert (gone.state, gone.issued_at is None) == (State.ISSUED, False)
    assert {mail.state for mail in Mail.objects.all()} == {"released"}


def test_an_addressee_gets_its_link_and_a_copy_gets_none():
    at = house()
    made = prepared(at)
    texts = {mail.to: mail.text for mail in waiting_mails(made)}
    science = recipient(made)
    assert f"/r/{science.uid}." in texts["vanthu@vn-bkhcn.example"]
    assert "/r/" not in texts["botruong@vn-btttt.example"]
    assert "Kính gửi: Bộ Khoa học và Công nghệ\n" in texts["vanthu@vn-bkhcn.example"]


def test_the_expansion_stays_as_it_was_on_the_day():
    at = house()
    made = issued(at)
    members.set_group_members(by=INSTALLATION, group=at.ministries, members=[])
    members.rename_body(
        by=INSTALLATION,
        body=at.chain.science,
        name=Translated(vi="Bộ Khoa học"),
        valid_from=today(),
    )
    assert [one.name for one in made.recipients.all()] == NAMES


def test_a_body_in_two_groups_is_sent_one_letter():
    at = house()
    lines = (LineText("Các Bộ", group=at.ministries.pk), LineText("x", body=at.chain.science.pk))
    made = prepared(at, addressees=lines, copies_to=())
    assert [one.name for one in made.recipients.all()] == ["Bộ Khoa học và Công nghệ"]


def test_taking_back_undoes_the_expansion_and_withdraws_the_mail():
    at = house()
    made = take_back(by=at.clerk, letter=prepared(at))
    assert (made.state, made.recipients.count(), made.issued_file) == (State.SIGNED, 0, None)
    assert {mail.state for mail in Mail.objects.all()} == {"withdrawn"}
    again = issue(by=at.clerk, letter=prepare(by=at.clerk, letter=made))
    assert again.state == State.ISSUED


def test_upper_rooms_are_told_and_their_error_stops_the_letter():
    at = house()
    made = prepared(at)

    def refuse(**_facts):
        raise StateConflict("the call is not ready")

    letter_dispatched.connect(refuse)
    try:
        with pytest.raises(StateConflict, match="not ready"):
            issue(by=at.clerk, letter=made)
    finally:
        letter_dispatched.disconnect(refuse)
    made.refresh_from_db()
    assert made.state == State.PREPARED


@pytest.mark.parametrize("verb", [prepare, take_back, issue])
def test_only_the_clerk_of_the_issuer_issues(verb):
    at = house()
    made = letter(at, State.SIGNED)
    for stranger in (
        ANONYMOUS,
        at.specialist,
        at.signer,
        actor("clerk", at=at.chain.science),
        actor("clerk", at=at.chain.department),
    ):
        with pytest.raises(NotPermitted):
            verb(by=stranger, letter=made)
    assert may_dispatch(at.clerk, made)


def test_a_letter_numbered_elsewhere_without_a_signed_copy_goes_only_when_confirmed():
    at = house()
    made = enter_number(by=at.clerk, letter=letter(at), number=1234, dated=today())
    with pytest.raises(ValidationError, match="Nobody has signed"):
        prepare(by=at.clerk, letter=made)
    ready = prepare(by=at.clerk, letter=made, unsigned_accepted=True)
    told = timeline(subject_kind="letter", subject_uid=made.uid)[-1]
    assert (ready.state, told.action, told.facts["unsigned"]) == (
        State.PREPARED,
        "letters.prepare",
        True,
    )


def test_the_signed_copy_goes_out_in_place_of_ours():
    at = house()
    signed = stored_pdf()
    made = attach_signed_copy(by=at.clerk, letter=letter(at, State.SIGNED), signed_file=signed)
    ready = prepare(by=at.clerk, letter=made)
    assert ready.issued_file == signed
    assert {mail.attachments.get().stored for mail in waiting_mails(ready)} == {signed}


def test_what_becomes_of_the_mail_stands_at_the_recipient():
    at = house()
    made = issued(at)
    science = recipient(made)
    mail = Mail.objects.get(about_uid=str(science.uid))
    for state, column in (("accepted", "sent_at"), ("delivered", "delivered_at")):
        setattr(mail, f"{state}_at", timezone.now())
        mail.state, mail.next_attempt_at = state, None
        mail.save()
        announce(mail, before="released")
        science.refresh_from_db()
        assert getattr(science, column) == getattr(mail, f"{state}_at")
    assert progress(made)["delivered"] == 1


def test_a_reminder_goes_to_the_silent_and_waits_to_be_read():
    at = house()
    made = issued(at)
    mark_replied(by=at.specialist, recipient=recipient(made))
    mails = remind(by=at.specialist, letter=made, recipients=list(made.recipients.all()))
    assert [mail.to_name for mail in mails] == NAMES[1:4]
    assert {mail.state for mail in mails} == {"waiting"}
    assert [one.name for one in silent(made)] == NAMES[1:4]
    with pytest.raises(NotPermitted):
        remind(by=at.signer, letter=made, recipients=list(made.recipients.all()))
    with pytest.raises(StateConflict, match="Nobody is left"):
        remind(by=at.clerk, letter=made, recipients=[recipient(made)])


def test_a_letter_is_withdrawn_with_a_reason_and_replaced():
    at = house()
    made = issued(at)
    told = []
    letter_withdrawn.connect(lambda letter, **_facts: told.append(letter), weak=False)
    with pytest.raises(ValidationError):
        withdraw_letter(by=at.clerk, letter=made, reason=" ")
    gone = withdraw_letter(by=at.clerk, letter=made, reason="Sai ngày nêu trong công văn")
    assert (gone.state, told) == (State.WITHDRAWN, [gone])
    assert len(waiting_mails(gone)) == 5
    again = draft_correction(by=at.specialist, letter=gone)
    assert (again.replaces, text_of(again)) == (gone, text(at))


def test_a_letter_that_reaches_nobody_is_not_prepared():
    at = house()
    made = letter(at, State.SIGNED, addressees=(LineText("....."),), copies_to=())
    with pytest.raises(ValidationError, match="reaches nobody"):
        prepare(by=at.clerk, letter=made)
    assert Recipient.objects.count() == 0


def test_the_pdf_of_a_draft_shows_blanks_and_that_of_the_letter_its_number():
    from convoca.letters.documents import printed
    from convoca.typesetting.engine import pdf_text

    at = house()
    made = letter(at)
    Letter.objects.filter(pk=made.pk).update(year=2024)
    made.refresh_from_db()
    words = pdf_text(printed(made))
    assert "/BTTTT-HTQT" in words
    assert "Số: 01" not in words
    assert "năm 2024" in words
    signed = letter(at, State.SIGNED)
    assert "Số: 01/BTTTT-HTQT" in pdf_text(printed(signed))
