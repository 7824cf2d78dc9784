"""Files of every kind, honest and hostile, made in memory."""

import io
import zipfile
import zlib

from docx import Document
from xlsxwriter import Workbook

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde"
    b"\x00\x00\x00\x0cIDATx\x9cc\xf8\xcf\xc0\x00\x00\x03\x01\x01\x00\xc9\xfe\x92\xef"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)
JPG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(64) + b"\xff\xd9"
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512)
BILLION_LAUGHS = (
    b'<?xml version="1.0"?><!-- c --><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    b"<lolz>&b;</lolz>"
)


def docx(text: str = "Nội dung chia sẻ của Ủy ban nhân dân tỉnh") -> bytes:
    """Return an honest Word file."""
    document, made = Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(made)
    return made.getvalue()


def xlsx() -> bytes:
    """Return an honest Excel file."""
    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        book.add_worksheet("Hoạt động").write("A1", "Tuần lễ chuyển đổi số")
    return made.getvalue()


def odt(kind: bytes = b"application/vnd.oasis.opendocument.text") -> bytes:
    """Return what a gate must see of an OpenDocument text."""
    return zipped({"mimetype": kind, "content.xml": b"<office:document-content/>"})


def pptx() -> bytes:
    """Return what a gate must see of a presentation."""
    return zipped({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p/>"})


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return an archive of `parts`."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def zipped_later(parts: dict[str, bytes]) -> bytes:
    """Return an archive that says it needs a later version than there is."""
    content = bytearray(zipped(parts))
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 6 : entry + 8] = (99).to_bytes(2, "little")
    return bytes(content)


def docx_with(parts: dict[str, bytes]) -> bytes:
    """Return an honest Word file with `parts` added to it or in the place of its own."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx())) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            new.writestr(entry, parts.pop(entry.filename, None) or old.read(entry))
        for name, content in parts.items():
            new.writestr(name, content)
    return made.getvalue()


def encrypted(archive: bytes) -> bytes:
    """Return the archive with each part marked as encrypted, in the directory as in the parts."""
    changed = bytearray(archive)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + place] |= 1
            at = changed.find(mark, at + 4)
    return bytes(changed)


def bomb() -> bytes:
    """Return a Word file of about 60 KB that unpacks to 64 MiB."""
    return docx_with({"word/media/image1.bmp": bytes(64 * 1024 * 1024)})


def pdf(extra: bytes = b"") -> bytes:
    """Return a page-less PDF with `extra` among its objects."""
    return (
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
        + extra
        + b"trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"
    )


def pdf_with_hidden(
    objects: bytes, name: bytes = b"/ObjStm", packing: bytes = b"/FlateDecode"
) -> bytes:
    """Return a PDF whose `objects` stand in an object stream."""
    packed = zlib.compress(objects) if packing == b"/FlateDecode" else objects
    head = b"<< /Type %s /N 1 /First 4 /Filter %s /Length %d >>" % (name, packing, len(packed))
    return pdf(b"3 0 obj\n" + head + b"\nstream\n" + packed + b"\nendstream\nendobj\n")


MAIL = (
    b"Received: from mail.dongthap.example by mx.example; Fri, 17 May 2024 08:00:00 +0700\r\n"
    b"From: ubnd@dongthap.example\r\nTo: vanthu@bo.example\r\nSubject: Tra loi\r\n\r\nKinh gui\r\n"
)
