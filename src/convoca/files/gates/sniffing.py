"""What a file is: its extension must be allowed, and its first bytes must agree."""

from collections.abc import Set
from typing import IO

from django.utils.translation import gettext_lazy as _

from convoca.files.gates import archives, documents, plain
from convoca.files.kinds import EXTENSIONS, Kind
from convoca.files.names import extension
from convoca.files.refusals import refused

_BEGINNINGS = {
    Kind.PDF: b"%PDF-",
    Kind.PNG: b"\x89PNG\r\n\x1a\n",
    Kind.JPG: b"\xff\xd8\xff",
    **dict.fromkeys((Kind.DOCX, Kind.XLSX, Kind.PPTX, Kind.ODT, Kind.ZIP), b"PK\x03\x04"),
}


def checked_kind(stream: IO[bytes], name: str, kinds: Set[Kind]) -> Kind:
    """Return the kind of the file that `stream` holds from its start.

    Raises ValidationError, naming the rule, for a kind that is not in `kinds`, content that is
    not what the name says, or content that a gate refuses.
    """
    kind = EXTENSIONS.get(extension(name))
    if kind is None or kind not in kinds:
        raise refused(
            "kind",
            _("Files of this kind are not taken. Taken are: %(kinds)s."),
            kinds=", ".join(sorted(kinds)),
        )
    stream.seek(0)
    head = stream.read(4096)
    if head.startswith(archives.OLE):
        raise refused(
            "old-office",
            _("An old or password-protected Office file is not taken. Save it as .docx or PDF."),
        )
    beginning = _BEGINNINGS.get(kind)
    if beginning is not None and not head.startswith(beginning):
        raise refused(
            "type", _("The file's content is not what its name says (.%(kind)s)."), kind=str(kind)
        )
    _pass_gate(stream, kind)
    return kind


def _pass_gate(stream: IO[bytes], kind: Kind) -> None:
    stream.seek(0)
    if kind in {Kind.PDF, Kind.PNG, Kind.JPG}:
        archives.refuse_second_nature(stream)
        stream.seek(0)
    if kind is Kind.PDF:
        documents.check(stream.read())
    elif kind in {Kind.DOCX, Kind.XLSX, Kind.PPTX, Kind.ODT, Kind.ZIP}:
        archives.check(stream, kind)
    elif kind in {Kind.EML, Kind.TXT, Kind.CSV}:
        plain.check(stream.read(), kind)
