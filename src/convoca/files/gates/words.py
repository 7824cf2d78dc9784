"""The words of a file, as far as they can be read within bounds of size and time.

What cannot be read gives none: a scan without a text layer, a picture, a broken PDF.
"""

import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from pathlib import Path
from typing import IO
from xml.parsers import expat

from convoca.files.kinds import EXTENSIONS, Kind
from convoca.files.names import extension

MOST_XML = 16 * 1024 * 1024
MOST_SECONDS = 15
_CHUNK = 256 * 1024
_PDF_PROGRAM = Path(__file__).with_name("pdf_words.py")
_PARTS = {
    Kind.DOCX: ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes"),
    Kind.XLSX: ("xl/sharedStrings", "xl/worksheets/sheet"),
    Kind.PPTX: ("ppt/slides/slide",),
    Kind.ODT: ("content", "styles"),
}
# Where these elements end, a line ends: paragraphs, headings, text boxes, cells of a sheet.
_LINES = {"p", "h", "br", "txbxContent", "si", "is", "row", "headerFooter"}
_TABS = {"tab", "c"}


def words_of(stream: IO[bytes], kind: Kind) -> str:
    """Return the words of a file that has passed its gate, paragraph by paragraph."""
    stream.seek(0)
    if kind is Kind.PDF:
        return _of_pdf(stream.read())
    if kind in _PARTS:
        return "\n".join(_of_archive(stream, kind))
    if kind in {Kind.TXT, Kind.CSV}:
        return stream.read().decode("utf-8-sig", "replace")
    if kind is Kind.EML:
        return "\n".join(_of_mail(message_from_bytes(stream.read(), policy=policy.default)))
    return ""


def _of_pdf(content: bytes) -> str:
    command = [sys.executable, "-I", str(_PDF_PROGRAM)]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=MOST_SECONDS, check=False
        )
        found = done.stdout
    except subprocess.TimeoutExpired as late:
        found = late.stdout or b""
    return found.decode("utf-8", "replace")


def _of_archive(stream: IO[bytes], kind: Kind) -> Iterator[str]:
    left = MOST_XML
    with zipfile.ZipFile(stream) as archive:
        for entry in archive.infolist():
            if left > 0 and entry.filename.startswith(_PARTS[kind]) and _is_xml(entry.filename):
                with archive.open(entry) as part:
                    yield _of_xml(part, left)
                left -= entry.file_size


def _is_xml(name: str) -> bool:
    return name.endswith(".xml")


def _of_xml(part: IO[bytes], most: int) -> str:
    found: list[str] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.CharacterDataHandler = found.append
    parser.StartElementHandler = lambda name, _facts: _begins(name, found)
    parser.EndElementHandler = lambda name: _ends(name, found)
    try:
        while most > 0 and (chunk := part.read(min(_CHUNK, most))):
            parser.Parse(chunk)
            most -= len(chunk)
    except (expat.ExpatError, zipfile.BadZipFile):
        pass  # what came before the break has been read
    return "".join(found)


def _begins(name: str, found: list[str]) -> None:
    if name.rpartition(":")[2] == "txbxContent":
        found.append("\n")


def _ends(name: str, found: list[str]) -> None:
    local = name.rpartition(":")[2]
    if local in _LINES:
        found.append("\n")
    elif local in _TABS:
        found.append("\t")


def _of_mail(mail: Message) -> Iterator[str]:
    yield str(mail["subject"] or "")
    for part in mail.walk():
        kind = EXTENSIONS.get(extension(part.get_filename() or ""))
        if part.is_multipart() or not isinstance(part, EmailMessage):
            continue
        if part.get_content_type() == "text/plain":
            yield str(part.get_content())
        elif kind is not None and kind is not Kind.EML:
            yield _of_attachment(part, kind)


def _of_attachment(part: EmailMessage, kind: Kind) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    try:
        return words_of(io.BytesIO(content), kind)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
        return ""  # not what its name says; taken out of the mail it meets its own gate
