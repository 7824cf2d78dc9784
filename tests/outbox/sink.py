"""A mail server that keeps what it is given, and refuses what it is told to."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any


class Sink:
    """Handler for aiosmtpd. `answers` maps a recipient to what is said to RCPT."""

    def __init__(self) -> None:
        self.kept: list[EmailMessage] = []
        self.envelopes: list[tuple[str, str]] = []
        self.answers: dict[str, str] = {}

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        answer = self.answers.get(address, "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.kept.append(message_from_bytes(envelope.content, policy=policy.SMTP))
        self.envelopes.append((envelope.mail_from, envelope.rcpt_tos[0]))
        return "250 OK"
