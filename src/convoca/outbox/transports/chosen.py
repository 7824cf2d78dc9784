"""The installation's transport, by `CONVOCA_MAIL_URL`."""

from dataclasses import dataclass
from email.utils import parseaddr
from urllib.parse import parse_qs, unquote, urlsplit

from convoca.outbox.addresses import mail_url, own_domain
from convoca.outbox.transports.mailbox import MailboxTransport
from convoca.outbox.transports.outcomes import Transport
from convoca.outbox.transports.smtp import Server, SmtpTransport

TLS = ("starttls", "implicit", "none")


class MailUrlError(ValueError):
    """`CONVOCA_MAIL_URL` cannot be read; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class MailSettings:
    """What `CONVOCA_MAIL_URL` says. `server` is None for the visible mailbox."""

    server: Server | None
    sender_name: str
    sender: str


def mail_settings() -> MailSettings:
    """Return what `CONVOCA_MAIL_URL` says; nothing is opened.

    `smtp://user:password@host:port?tls=starttls|implicit|none&from=Name <address>` or `mailbox:`.
    Raises MailUrlError.
    """
    parts = urlsplit(mail_url())
    said = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    name, sender = parseaddr(said.pop("from", f"convoca@{own_domain()}"))
    if "@" not in sender:
        raise MailUrlError("from= needs an address, such as from=office@ministry.example")
    tls = said.pop("tls", "implicit" if parts.port == 465 else "starttls")
    if said:
        raise MailUrlError(f"unknown: {', '.join(sorted(said))}; known are tls and from")
    if parts.scheme == "mailbox":
        return MailSettings(None, name, sender)
    if parts.scheme != "smtp" or not parts.hostname:
        raise MailUrlError("smtp://user:password@host:port or mailbox: is needed")
    if tls not in TLS:
        raise MailUrlError(f"tls is one of {', '.join(TLS)}")
    server = Server(
        host=parts.hostname,
        port=parts.port or (465 if tls == "implicit" else 587),
        tls=tls,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
    )
    return MailSettings(server, name, sender)


def transport() -> Transport:
    """Return the installation's transport, unopened. Raises MailUrlError."""
    chosen = mail_settings()
    return SmtpTransport(chosen.server) if chosen.server else MailboxTransport()
