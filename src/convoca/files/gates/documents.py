"""Gates for PDF: what runs, starts or hides something, by the names of its dictionaries.

Names are read with their `#xx` escapes undone, in the open and in compressed object streams
(ISO 32000-1, 7.3.5 and 7.5.7).
"""

import re
import zlib
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from convoca.files.refusals import refused

MOST_UNPACKED = 64 * 1024 * 1024
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_RULES = {
    b"/JavaScript": (
        "javascript",
        _("The PDF holds a program. Print it to a new PDF."),
    ),
    b"/Launch": ("launch", _("The PDF starts other programs. Print it to a new PDF.")),
    b"/EmbeddedFile": (
        "attachment",
        _("The PDF carries another file inside. Hand that in as a file of its own."),
    ),
    b"/RichMedia": (
        "media",
        _("The PDF holds film or sound. Print it to a new PDF."),
    ),
}


def check(content: bytes) -> None:
    """Raise ValidationError for a PDF that does more than show pages."""
    if b"%%EOF" not in content[-2048:] and b"startxref" not in content:
        raise refused("broken", _("The file is broken: its parts cannot be read. Save it again."))
    for part in (content, *_object_streams(content)):
        plain = _unescaped(part)
        if re.search(rb"/Encrypt\b", plain) and part is content:
            raise refused(
                "encrypted", _("The file is protected by a password. Save it without one.")
            )
        for name, (rule, sentence) in _RULES.items():
            if name in plain:
                raise refused(rule, sentence)


def _unescaped(content: bytes) -> bytes:
    return re.sub(rb"#([0-9A-Fa-f]{2})", lambda match: bytes([int(match[1], 16)]), content)


def _object_streams(content: bytes) -> Iterator[bytes]:
    left = MOST_UNPACKED
    for match in _STREAM.finditer(content):
        before = content[max(0, match.start() - 2000) : match.start()]
        dictionary = _unescaped(before.rpartition(b"obj")[2])
        if b"/ObjStm" not in dictionary or b"/Filter" not in dictionary:
            continue  # what is not packed stands in the open
        unpacked = _inflated(content[match.end() :], left)
        left -= len(unpacked)
        if not unpacked or left <= 0:
            raise refused(
                "hidden", _("The PDF hides its parts from checking. Print it to a new PDF.")
            )
        yield unpacked


def _inflated(content: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(content, most)
    except zlib.error:
        return b""
