"""The visible mailbox of a demo: mail is kept to be looked at, and can reach nobody."""

from email.message import EmailMessage

from convoca.outbox.addresses import is_example
from convoca.outbox.models import MailboxMessage
from convoca.outbox.transports.outcomes import Refused


class MailboxTransport:
    """Keeps each mail as it would have gone out. It knows no network."""

    def send(self, message: EmailMessage, *, to: str, envelope_id: str) -> None:
        """Keep the mail; one handed over twice is kept once. Raises Refused for a real address."""
        if not is_example(to):
            raise Refused(f"550 only addresses ending in .example are taken here, not {to}")
        MailboxMessage.objects.get_or_create(
            message_id=message["Message-ID"],
            defaults={"to": to, "subject": message["Subject"], "content": message.as_bytes()},
        )

    def close(self) -> None:
        """Nothing was opened."""
