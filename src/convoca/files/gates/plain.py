"""Gates for plain text, tables in text, and saved e-mail."""

import re
from email.parser import BytesHeaderParser

from django.utils.translation import gettext_lazy as _

from convoca.files.kinds import Kind
from convoca.files.refusals import refused

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKUP = re.compile(rb"\s*<(!doctype|html|script|svg|\?xml)", re.IGNORECASE)


def check(content: bytes, kind: Kind) -> None:
    """Raise ValidationError for text that is not UTF-8 or not text, or an e-mail without head."""
    if kind is Kind.EML:
        _check_mail(content)
        return
    if _CONTROL.search(content) or _MARKUP.match(content.removeprefix(b"\xef\xbb\xbf")):
        raise refused(
            "type", _("The file's content is not what its name says (.%(kind)s)."), kind=str(kind)
        )
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        raise refused(
            "encoding", _("The text is not in UTF-8. Save it as “CSV UTF-8” or as UTF-8 text.")
        ) from None


def _check_mail(content: bytes) -> None:
    head = BytesHeaderParser().parsebytes(content[:65536])
    if b"\x00" in content[:4096] or not (head["from"] and (head["date"] or head["received"])):
        raise refused(
            "type",
            _("The file's content is not what its name says (.%(kind)s)."),
            kind=str(Kind.EML),
        )
