"""Django's way of sending mail, led into the outbox."""

from collections.abc import Sequence
from typing import Any

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage, EmailMultiAlternatives
from django.utils.translation import get_language

from convoca.journal.actors import Actor, ActorKind
from convoca.languages.fields import own_language
from convoca.outbox.actions import queue_many
from convoca.outbox.drafts import Draft
from convoca.outbox.models import MailClass

OUTBOX = Actor(kind=ActorKind.COMMAND, uid="outbox", name="")


class OutboxBackend(BaseEmailBackend):
    """Writes a sign-in mail for each recipient; other mail is queued by the rooms themselves."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Put the messages into the outbox; return how many were put in."""
        drafts = [_draft(message, to) for message in email_messages for to in message.recipients()]
        queue_many(by=OUTBOX, drafts=drafts)
        return len(email_messages)


def _draft(message: EmailMessage, to: str) -> Draft:
    if message.attachments:
        raise ValueError("files go out as stored files of an official mail")
    return Draft(
        to=to,
        subject=str(message.subject),
        text=str(message.body),
        html=_html(message),
        mail_class=MailClass.SIGN_IN,
        language=get_language() or own_language(),
        reply_to=next(iter(message.reply_to), ""),
    )


def _html(message: EmailMessage) -> str:
    parts: list[Any] = message.alternatives if isinstance(message, EmailMultiAlternatives) else []
    return next((str(part[0]) for part in parts if part[1] == "text/html"), "")
