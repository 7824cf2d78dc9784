"""Reply links: `<recipient uid>.<HMAC-SHA256 over uid and serial, 128 bits>`, with their own key.

Expiry and serial stand in the row; a higher serial revokes every older link.
"""

import base64
import hashlib
import hmac
from enum import Enum
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from convoca.installation.secrets import secret
from convoca.letters.models import Recipient

_BYTES = 16
_SERIALS_LOOKED_AT = 50


class Verdict(Enum):
    """What a link turned out to be."""

    GOOD = "good"
    EXPIRED = "expired"
    FORGED = "forged"


def seal(uid: UUID, serial: int) -> str:
    """Return the part of a link after the point: 22 characters of base64url."""
    told = uid.bytes + serial.to_bytes(4, "big")
    mac = hmac.new(secret("reply-links"), told, hashlib.sha256).digest()[:_BYTES]
    return base64.urlsafe_b64encode(mac).rstrip(b"=").decode()


def reply_path(recipient: Recipient) -> str:
    """Return the path of the recipient's link, without a language."""
    return f"/r/{recipient.uid}.{seal(recipient.uid, recipient.link_serial)}"


def reply_url(recipient: Recipient) -> str:
    """Return the whole address of the recipient's link, as a mail carries it."""
    return f"{settings.BASE_URL}{reply_path(recipient)}"


def judged(recipient: Recipient, given: str) -> Verdict:
    """Compare a seal in constant time with the present serial, then with revoked ones."""
    if _same(recipient.uid, recipient.link_serial, given):
        return Verdict.GOOD if is_open(recipient) else Verdict.EXPIRED
    first = max(1, recipient.link_serial - _SERIALS_LOOKED_AT)
    revoked = [_same(recipient.uid, old, given) for old in range(first, recipient.link_serial)]
    return Verdict.EXPIRED if any(revoked) else Verdict.FORGED


def _same(uid: UUID, serial: int, given: str) -> bool:
    return hmac.compare_digest(seal(uid, serial).encode(), given.encode())


def is_open(recipient: Recipient) -> bool:
    """Say whether the recipient's present link has not expired."""
    return timezone.now() < recipient.link_expires_at
