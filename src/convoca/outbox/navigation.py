"""Who sees this room's words in the head of a page."""

from django.http import HttpRequest

from convoca.outbox.rules import reads_anywhere
from convoca.outbox.transports.chosen import MailUrlError, mail_settings


def reads_mail(request: HttpRequest) -> bool:
    """Show the outbox to those who may see some body's mail."""
    actor = getattr(request, "actor", None)
    return actor is not None and reads_anywhere(actor)


def has_mailbox(request: HttpRequest | None = None) -> bool:
    """Show the mailbox where mail goes there."""
    try:
        return mail_settings().server is None
    except MailUrlError:
        return False
