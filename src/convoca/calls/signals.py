"""What calls announce upward, inside the transaction of the action."""

from collections.abc import Iterable

from django.dispatch import Signal
from django.http import HttpRequest

from convoca.calls.models import Call, Forwarding, PublicationDecision, Selection
from convoca.journal.actors import Actor
from convoca.letters.signals import PagePart

#: A contribution was published on a shelf, or was not, or no longer. Receivers get
#: `decision: PublicationDecision`, `by: Actor`.
publication_decided = Signal()

#: An approved list left for the body above. Receivers get `forwarding: Forwarding`, `by: Actor`.
list_forwarded = Signal()

#: A call opened with its letter. Receivers get `call: Call`, `by: Actor`.
call_opened = Signal()

#: A call's working page is shown. Receivers get `request`, `call: Call`, return a `PagePart`.
call_page = Signal()

#: A list's page is shown. Receivers get `request`, `selection: Selection`, return a `PagePart`.
selection_page = Signal()


def announce_decision(decision: PublicationDecision, by: Actor) -> None:
    """Tell the rooms above what was decided."""
    publication_decided.send(sender=PublicationDecision, decision=decision, by=by)


def announce_forwarding(forwarding: Forwarding, by: Actor) -> None:
    """Tell the rooms above that a list left."""
    list_forwarded.send(sender=Forwarding, forwarding=forwarding, by=by)


def announce_opening(call: Call, by: Actor) -> None:
    """Tell the rooms above that a call opened."""
    call_opened.send(sender=Call, call=call, by=by)


def parts_of_call(request: HttpRequest, call: Call) -> list[PagePart]:
    """Collect what rooms above add beside a call, in their order."""
    return _parts(call_page.send(sender=Call, request=request, call=call))


def parts_of_selection(request: HttpRequest, selection: Selection) -> list[PagePart]:
    """Collect what rooms above add beside a list, in their order."""
    return _parts(selection_page.send(sender=Selection, request=request, selection=selection))


def _parts(answers: Iterable[tuple[object, object]]) -> list[PagePart]:
    found = [part for _receiver, part in answers if isinstance(part, PagePart)]
    return sorted(found, key=lambda part: part.order)
