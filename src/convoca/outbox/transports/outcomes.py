"""What a transport is, and how handing a mail over can fail."""

from email.message import EmailMessage
from typing import Protocol


class TryLater(Exception):  # noqa: N818 - an outcome, not a fault of the program
    """The mail was not taken now; a later attempt may succeed. The message is the server's."""


class Unreachable(TryLater):
    """The mail server itself cannot be used, so no other mail need be tried now."""


class Refused(Exception):  # noqa: N818
    """The mail was refused for good. The message is the server's."""


class Transport(Protocol):
    """Hands mails over, one at a time; opened lazily, closed at the end of a round."""

    def send(self, message: EmailMessage, *, to: str, envelope_id: str) -> None:
        """Hand one mail over. Raises TryLater, Unreachable or Refused."""

    def close(self) -> None:
        """Let go of what was opened."""
