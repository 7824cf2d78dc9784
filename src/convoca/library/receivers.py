"""What the library does when calls decide about a publication."""

from typing import Any

from convoca.calls.models import PublicationDecision
from convoca.journal.actors import Actor
from convoca.library.actions import publish, withdraw
from convoca.library.models import Entry, EntryState


def on_decision(*, decision: PublicationDecision, by: Actor, **_sent: Any) -> None:
    """Publish what was accepted; take off the shelf what no longer is."""
    if decision.accepted:
        publish(by=by, decision=decision)
        return
    published = Entry.objects.filter(
        contribution=decision.contribution, state=EntryState.PUBLISHED
    ).first()
    if published is not None:
        withdraw(by=by, entry=published, because=decision.reason)
