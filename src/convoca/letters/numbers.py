"""Numbers of the year's registers: in order, none twice, none left out."""

from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from convoca.letters.models import Letter, Register, RegisterEntry, Series
from convoca.members.models import Body
from convoca.members.periods import today


def take_number(*, body: Body, year: int, series: Series) -> tuple[Register, int]:
    """Take the next number; who comes at the same moment waits for this transaction's end.

    A transaction that is undone gives its number back, so that no gap stays. Each year begins
    at 1 (Decree 30, Art. 15.1).
    """
    Register.objects.get_or_create(body=body, year=year, series=series)
    register = Register.objects.select_for_update(no_key=True).get(
        body=body, year=year, series=series
    )
    register.last_number += 1
    register.save(update_fields=["last_number"])
    return register, register.last_number


def give_number(letter: Letter) -> None:
    """Give the letter today's date and the next number; today is the installation's. Saves not."""
    dated = today()
    register, number = take_number(body=letter.issuer, year=dated.year, series=Series.OUTGOING)
    # A number that the body's other system gave to the same symbol is listed with its letter.
    while with_same_number(letter, number, dated).exists():
        register, number = take_number(body=letter.issuer, year=dated.year, series=Series.OUTGOING)
    letter.number, letter.dated, letter.year = number, dated, dated.year
    letter.signed_at = timezone.now()
    RegisterEntry.objects.create(register=register, number=number, letter=letter)


def with_same_number(letter: Letter, number: int, dated: date) -> QuerySet[Letter]:
    """Return other letters of the issuer with this number and symbol in that year."""
    return Letter.objects.filter(
        issuer=letter.issuer, symbol=letter.symbol, number=number, dated__year=dated.year
    ).exclude(pk=letter.pk)
