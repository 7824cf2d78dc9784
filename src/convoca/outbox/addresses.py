"""The addresses that stand in a mail's head and on its envelope."""

import os
import re
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings


def own_domain() -> str:
    """Return the host name of this installation, as `CONVOCA_BASE_URL` gives it."""
    return urlsplit(settings.BASE_URL).hostname or "localhost"


def message_id(uid: UUID) -> str:
    """Return the Message-ID (RFC 5322, 3.6.4) of the mail `uid`: the same at every attempt."""
    return f"<{uid.hex}@{own_domain()}>"


def message_id_of(envelope_id: str) -> str:
    """Return the Message-ID of the mail whose envelope we named so; empty for another's name."""
    known = re.fullmatch(r"[0-9a-f]{32}", envelope_id.lower())
    return message_id(UUID(hex=envelope_id)) if known else ""


def in_ascii(address: str) -> str:
    """Return the address with the domain's letters as DNS writes them (RFC 5891)."""
    local, at, domain = address.rpartition("@")
    return f"{local}{at}{domain.encode('idna').decode()}" if not domain.isascii() else address


def is_example(address: str) -> bool:
    """Say whether the address can reach nobody, by its top domain (RFC 2606, 2)."""
    return address.rpartition("@")[2].lower().rstrip(".").endswith(".example")


def mail_url() -> str:
    """Return where mail goes (`CONVOCA_MAIL_URL`, default the visible mailbox)."""
    return os.environ.get("CONVOCA_MAIL_URL") or "mailbox:"
