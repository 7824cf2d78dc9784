"""Gates for Word, Excel, PowerPoint, OpenDocument and ZIP: only the directory and first bytes.

Nothing is unpacked beyond the first 4 KiB of a part; an archive that only the whole unpacking
would unmask is stopped by what it declares (Python reads no more than is declared).
"""

import io
import re
import zipfile
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from convoca.files.kinds import Kind
from convoca.files.refusals import refused

MOST_ENTRIES = 5_000
MOST_UNPACKED = 300 * 1024 * 1024
# Deflate cannot pass 1032; office XML stays under 60, so 200 tells a bomb from a table.
MOST_RATIO = 200
RATIO_COUNTS_FROM = 1024 * 1024
PROLOGUE = 4096
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_XML = (".xml", ".rels", ".vml", ".svg", ".rdf")
_OFFICE_PART = {
    Kind.DOCX: "word/document.xml",
    Kind.XLSX: "xl/workbook.xml",
    Kind.PPTX: "ppt/presentation.xml",
}
_ODT_TYPE = b"application/vnd.oasis.opendocument.text"


def check(stream: IO[bytes], kind: Kind, *, nested: bool = False) -> None:
    """Raise ValidationError for an archive that is not a harmless file of `kind`."""
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
            _check_directory(entries)
            _check_is(archive, kind)
            for entry in entries:
                if not entry.is_dir():
                    _check_part(archive, entry, nested=nested)
    except ValidationError:
        raise
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError, RuntimeError):
        raise refused(
            "broken", _("The file is broken: its parts cannot be read. Save it again.")
        ) from None


def refuse_second_nature(stream: IO[bytes]) -> None:
    """Raise ValidationError for a file that is an archive as well as what its beginning says."""
    try:
        zipfile.ZipFile(stream).close()
    except (NotImplementedError, UnicodeDecodeError):
        pass  # an archive still, of a kind that Python does not read
    except (zipfile.BadZipFile, ValueError, OSError):
        return  # none: no directory at the end, or one that would begin before the file does
    raise refused("two-kinds", _("The file is an archive (ZIP) at the same time. Save it anew."))


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise refused(
            "entries",
            _("The file holds %(found)s parts; at most %(most)s are taken."),
            found=len(entries),
            most=MOST_ENTRIES,
        )
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED or any(map(_swells, entries)):
        raise refused(
            "bomb", _("The file would swell to many times its size when opened, so it is refused.")
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise refused("encrypted", _("The file is protected by a password. Save it without one."))
    names = [entry.filename for entry in entries]
    if any(map(_leaves, names)) or len(set(names)) != len(names):
        raise refused(
            "path", _("The file holds parts whose names point outside it or stand there twice.")
        )


def _swells(entry: zipfile.ZipInfo) -> bool:
    if entry.file_size < RATIO_COUNTS_FROM:
        return False
    return entry.file_size > MOST_RATIO * max(entry.compress_size, 1)


def _leaves(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or re.match(r"[A-Za-z]:", name) is not None


def _check_is(archive: zipfile.ZipFile, kind: Kind) -> None:
    names = set(archive.namelist())
    if kind is Kind.ODT:
        right = "mimetype" in names and _head(archive, "mimetype").strip() == _ODT_TYPE
    elif kind is Kind.ZIP:
        right = True
    else:
        right = {"[Content_Types].xml", _OFFICE_PART[kind]} <= names
    if not right:
        raise refused(
            "type", _("The file's content is not what its name says (.%(kind)s)."), kind=str(kind)
        )


def _head(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(PROLOGUE)


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, *, nested: bool) -> None:
    name = entry.filename.lower()
    head = _head(archive, entry.filename)
    if _is_macro(name, head):
        raise refused("macro", _("The file holds macros. Save it without them (.docx, .xlsx)."))
    if head.startswith(OLE) or "/activex/" in name:
        raise refused("embedded", _EMBEDDED)
    if "/embeddings/" in name:
        _check_embedded(archive, entry, nested=nested)
    if name.endswith(_XML) and not plain_prologue(head):
        raise refused(
            "entities",
            _("The file declares a document type or entities of its own, which can be misused."),
        )


_EMBEDDED = _("The file holds another program's object inside. Hand that in as a file of its own.")


def _is_macro(name: str, head: bytes) -> bool:
    return (
        name.endswith("vbaproject.bin")
        or name.startswith(("basic/", "scripts/"))
        or (name == "[content_types].xml" and b"macroenabled" in head.replace(b"\0", b"").lower())
    )


def _check_embedded(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, *, nested: bool) -> None:
    # A chart keeps its table as a whole Excel file inside; that one passes the same gates.
    kind = {"docx": Kind.DOCX, "xlsx": Kind.XLSX, "pptx": Kind.PPTX}.get(
        entry.filename.rpartition(".")[2].lower()
    )
    if kind is None or nested:
        raise refused("embedded", _EMBEDDED)
    check(io.BytesIO(archive.read(entry)), kind, nested=True)


def plain_prologue(head: bytes) -> bool:
    """Say whether XML beginning with `head` reaches its root element without a DTD.

    Comments and instructions are passed over; a prologue longer than `head` is not plain.
    """
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    while match := re.match(rb"\s*(<\?.*?\?>|<!--.*?-->)", text, re.DOTALL):
        text = text[match.end() :]
    return re.match(rb"\s*(<[^!?]|$)", text) is not None
