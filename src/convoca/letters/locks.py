"""Reading a row for a change, so that two who act at once do so one after the other."""

from django.utils.translation import gettext as _

from convoca.journal.refusals import StateConflict
from convoca.letters.models import IncomingLetter, Letter, Recipient

_BODIES = ("issuer", "issuer__parent", "drafting_unit")


def letter_locked(letter: Letter) -> Letter:
    """Return the letter as it is now, held until the transaction ends."""
    return (
        Letter.objects.select_for_update(no_key=True, of=("self",))
        .select_related(*_BODIES, "issued_file", "signed_file")
        .get(pk=letter.pk)
    )


def recipient_locked(recipient: Recipient) -> Recipient:
    """Return the recipient as it is now, held until the transaction ends."""
    return (
        Recipient.objects.select_for_update(no_key=True, of=("self",))
        .select_related("body", "parent", *(f"letter__{name}" for name in _BODIES))
        .get(pk=recipient.pk)
    )


def incoming_locked(incoming: IncomingLetter) -> IncomingLetter:
    """Return the letter received as it is now, held until the transaction ends."""
    return (
        IncomingLetter.objects.select_for_update(no_key=True, of=("self",))
        .select_related("register__body", "unit", "recipient")
        .get(pk=incoming.pk)
    )


def demand(letter: Letter, *states: str) -> None:
    """Raise StateConflict, saying where the letter stands, unless it is in one of the states."""
    if letter.state not in states:
        raise StateConflict(
            _("The letter has moved on: it is now “%(state)s”.")
            % {"state": letter.get_state_display()}
        )
