"""What calls announce upward, inside the transaction of the action."""

from django.dispatch import Signal

from convoca.calls.models import Call, Forwarding, PublicationDecision
from convoca.journal.actors import Actor

#: A contribution was published on a shelf, or was not, or no longer. Receivers get
#: `decision: PublicationDecision`, `by: Actor`.
publication_decided = Signal()

#: An approved list left for the body above. Receivers get `forwarding: Forwarding`, `by: Actor`.
list_forwarded = Signal()

#: A call opened with its letter. Receivers get `call: Call`, `by: Actor`.
call_opened = Signal()


def announce_decision(decision: PublicationDecision, by: Actor) -> None:
    """Tell the rooms above what was decided."""
    publication_decided.send(sender=PublicationDecision, decision=decision, by=by)


def announce_forwarding(forwarding: Forwarding, by: Actor) -> None:
    """Tell the rooms above that a list left."""
    list_forwarded.send(sender=Forwarding, forwarding=forwarding, by=by)


def announce_opening(call: Call, by: Actor) -> None:
    """Tell the rooms above that a call opened."""
    call_opened.send(sender=Call, call=call, by=by)
