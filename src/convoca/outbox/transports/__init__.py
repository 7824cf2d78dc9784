"""Ways for a mail to leave: a mail server, or the visible mailbox of a demo."""

from convoca.outbox.transports.chosen import transport
from convoca.outbox.transports.outcomes import Refused, Transport, TryLater, Unreachable

__all__ = ["Refused", "Transport", "TryLater", "Unreachable", "transport"]
