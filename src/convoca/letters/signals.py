"""What letters announce upward. All are sent with `send` inside the action's transaction."""

from dataclasses import dataclass, field
from typing import Any

from django.dispatch import Signal
from django.http import HttpRequest

from convoca.journal.actors import Actor
from convoca.letters.content import Annex
from convoca.letters.models import IncomingLetter, Letter, Recipient

letter_dispatched = Signal()
"""A letter went out. Sends `letter: Letter` (issued, recipients frozen), `by: Actor`."""

letter_withdrawn = Signal()
"""An issued letter was withdrawn. Sends `letter: Letter`, `by: Actor`."""

recipient_handed_on = Signal()
"""A task was handed on. Sends `recipient: Recipient`, `child: Recipient`, `by: Actor`."""

incoming_registered = Signal()
"""A letter was received. Sends `incoming: IncomingLetter`, `by: Actor`."""

recipient_page = Signal()
"""A recipient's page is shown. Sends `visit: RecipientVisit`; a receiver returns a `PagePart`."""

letter_page = Signal()
"""An officer's page of a letter is shown. Sends `request`, `letter`; see `recipient_page`."""

annex_sought = Signal()
"""A pasted letter begins. Sends `words: str`, `year: int`; a receiver returns an `Annex`."""


@dataclass(frozen=True)
class RecipientVisit:
    """Someone at a recipient's page: with its link, or a focal point of its body."""

    request: HttpRequest
    recipient: Recipient
    actor: Actor


@dataclass(frozen=True)
class PagePart:
    """A part that an upper room adds to a page; `template` is drawn with `context`."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)
    order: int = 50


def announce_dispatch(*, letter: Letter, by: Actor) -> None:
    """Tell that the letter went out."""
    letter_dispatched.send(sender=Letter, letter=letter, by=by)


def announce_withdrawal(*, letter: Letter, by: Actor) -> None:
    """Tell that an issued letter was withdrawn."""
    letter_withdrawn.send(sender=Letter, letter=letter, by=by)


def announce_handing_on(*, recipient: Recipient, child: Recipient, by: Actor) -> None:
    """Tell that a recipient handed its task on."""
    recipient_handed_on.send(sender=Recipient, recipient=recipient, child=child, by=by)


def announce_arrival(*, incoming: IncomingLetter, by: Actor) -> None:
    """Tell that a letter received was registered."""
    incoming_registered.send(sender=IncomingLetter, incoming=incoming, by=by)


def page_parts(visit: RecipientVisit) -> list[PagePart]:
    """Collect what upper rooms add to a recipient's page, in their order."""
    return _in_order(recipient_page.send(sender=Recipient, visit=visit))


def letter_parts(request: HttpRequest, letter: Letter) -> list[PagePart]:
    """Collect what upper rooms add to an officer's page of a letter, in their order."""
    return _in_order(letter_page.send(sender=Letter, request=request, letter=letter))


def _in_order(answers: list[tuple[Any, Any]]) -> list[PagePart]:
    found = [part for _receiver, part in answers if isinstance(part, PagePart)]
    return sorted(found, key=lambda part: part.order)


def annex_for(words: str, year: int) -> Annex | None:
    """Return the facts of the annex that the words of a letter speak of, if an upper room knows."""
    answers: list[tuple[Any, Any]] = annex_sought.send(sender=Letter, words=words, year=year)
    return next((annex for _receiver, annex in answers if isinstance(annex, Annex)), None)
