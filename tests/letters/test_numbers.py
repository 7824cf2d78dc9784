"""Numbers of the year's register: no gap, no double, from 01 each year of the local clock."""

import threading
from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import translation

from convoca.journal.actors import ANONYMOUS
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.letters.actions.desks import agree
from convoca.letters.actions.numbering import enter_number, void_number
from convoca.letters.models import Letter, Register, RegisterEntry, Series, State
from convoca.letters.numbers import take_number
from convoca.letters.queries import outgoing_register
from convoca.letters.sheets import outgoing_row
from convoca.letters.slips import way
from convoca.members.periods import today
from letters.made import house, letter, stored_pdf
from members.made import actor


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_eight_who_sign_at_once_get_eight_numbers_without_gap():
    at = house()
    waiting = [letter(at, State.SIGNING) for _ in range(16)]
    failures = []

    def sign(some):
        try:
            with translation.override("en"):
                for one in some:
                    agree(by=at.signer, letter=one, version=1)
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=sign, args=(waiting[n::8],)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert sorted(Letter.objects.values_list("number", flat=True)) == list(range(1, 17))
    assert Register.objects.get().last_number == 16


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_one_letter_signed_by_two_at_once_gets_one_number():
    at = house()
    made = letter(at, State.SIGNING)
    outcomes = []

    def sign():
        try:
            agree(by=at.signer, letter=made, version=1)
            outcomes.append("signed")
        except StateConflict:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=sign) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["refused", "signed"]
    assert Register.objects.get().last_number == 1


@pytest.mark.django_db
def test_a_signing_that_is_undone_gives_its_number_back():
    at = house()
    first, second = letter(at, State.SIGNING), letter(at, State.SIGNING)
    with transaction.atomic():
        agree(by=at.signer, letter=first, version=1)
        transaction.set_rollback(True)
    assert agree(by=at.signer, letter=second, version=1).number == 1


@pytest.mark.django_db
def test_the_series_begins_anew_with_the_local_year():
    at = house()
    first, second, third = (letter(at, State.SIGNING) for _ in range(3))
    # 31 December 23:59 and 1 January 00:01 in Viet Nam, both still December in UTC.
    with time_machine.travel("2024-12-31T16:59:00Z", tick=False):
        old = agree(by=at.signer, letter=first, version=1)
    with time_machine.travel("2024-12-31T17:01:00Z", tick=False):
        new = agree(by=at.signer, letter=second, version=1)
        next_one = agree(by=at.signer, letter=third, version=1)
    assert (old.number, old.dated) == (1, date(2024, 12, 31))
    assert (new.number, new.dated) == (1, date(2025, 1, 1))
    assert next_one.number == 2
    assert [one.number for one in outgoing_register(at.chain.ministry, 2025)] == [1, 2]


@pytest.mark.django_db
def test_a_void_number_stays_with_its_reason_and_is_not_given_again():
    at = house()
    made = letter(at, State.SIGNED)
    with pytest.raises(ValidationError):
        void_number(by=at.clerk, letter=made, reason=" ")
    void_number(by=at.clerk, letter=made, reason="Ký nhầm")
    entry = RegisterEntry.objects.get()
    assert (entry.number, entry.is_void, entry.void_reason) == (1, True, "Ký nhầm")
    assert letter(at, State.SIGNED).number == 2
    assert [one.number for one in outgoing_register(at.chain.ministry, today().year)] == [1, 2]


@pytest.mark.django_db
def test_a_number_from_elsewhere_falls_through_with_its_reason_too():
    at = house()
    made = enter_number(by=at.clerk, letter=letter(at), number=1234, dated=date(2024, 4, 22))
    made = void_number(by=at.clerk, letter=made, reason="Gửi nhầm")
    assert outgoing_row(made).note == "Void: Gửi nhầm"
    assert [(step.state, step.detail) for step in way(made)][1:] == [
        ("done", "in another system"),
        ("done", "in another system"),
        ("done", "in another system"),
        ("ahead", "1234/BTTTT-HTQT"),
        ("ahead", "Records clerk"),
    ]


@pytest.mark.django_db
def test_a_number_from_elsewhere_is_entered_with_the_files_hash():
    at = house()
    signed = stored_pdf()
    made = enter_number(
        by=at.clerk, letter=letter(at), number=1234, dated=date(2024, 4, 22), signed_file=signed
    )
    assert (made.state, made.number_and_symbol) == (State.SIGNED, "1234/BTTTT-HTQT")
    assert (made.signature, made.year, made.is_numbered_elsewhere) == ("uploaded", 2024, True)
    assert Register.objects.count() == 0


@pytest.mark.django_db
def test_the_same_number_symbol_and_issuer_is_refused():
    at = house()
    enter_number(by=at.clerk, letter=letter(at), number=7, dated=date(2024, 4, 22))
    with pytest.raises(ValidationError, match="already issued"):
        enter_number(by=at.clerk, letter=letter(at), number=7, dated=date(2024, 5, 2))
    other = letter(at, symbol="BTTTT-VP")
    assert enter_number(by=at.clerk, letter=other, number=7, dated=date(2024, 5, 2)).number == 7
    with pytest.raises(IntegrityError, match="letters_number_once_a_year"), transaction.atomic():
        Letter.objects.filter(pk=other.pk).update(symbol="BTTTT-HTQT")


@pytest.mark.django_db
def test_our_series_steps_over_a_number_that_was_given_elsewhere():
    at = house()
    enter_number(by=at.clerk, letter=letter(at), number=1, dated=today())
    assert letter(at, State.SIGNED).number == 2


@pytest.mark.django_db
@pytest.mark.parametrize("dated", [date(2100, 1, 1)])
def test_a_date_in_the_future_is_refused(dated):
    at = house()
    with pytest.raises(ValidationError, match="future"):
        enter_number(by=at.clerk, letter=letter(at), number=7, dated=dated)


@pytest.mark.django_db
def test_only_the_issuers_clerk_enters_and_voids():
    at = house()
    made, signed = letter(at), letter(at, State.SIGNED)
    for stranger in (ANONYMOUS, at.specialist, actor("clerk", at=at.chain.science)):
        with pytest.raises(NotPermitted):
            enter_number(by=stranger, letter=made, number=7, dated=date(2024, 4, 22))
        with pytest.raises(NotPermitted):
            void_number(by=stranger, letter=signed, reason="Nhầm")


@pytest.mark.django_db
def test_series_do_not_mix():
    at = house()
    body = at.chain.ministry
    numbers = [
        take_number(body=body, year=2024, series=series)[1]
        for series in (Series.OUTGOING, Series.INCOMING, Series.OUTGOING)
    ]
    assert numbers == [1, 1, 2]
    assert take_number(body=at.chain.science, year=2024, series=Series.OUTGOING)[1] == 1
