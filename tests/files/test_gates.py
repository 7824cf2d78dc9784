"""What passes and what does not, each refusal by the name of its rule."""

import io
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from convoca.files.gates.archives import plain_prologue
from convoca.files.gates.sniffing import checked_kind
from convoca.files.kinds import DEFAULT_KINDS, Kind
from files import made

EVERY = frozenset(Kind)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("Báo cáo.pdf", made.pdf(), Kind.PDF),
        ("Báo cáo.DOCX", made.docx(), Kind.DOCX),
        ("Phụ lục.xlsx", made.xlsx(), Kind.XLSX),
        ("slides.pptx", made.pptx(), Kind.PPTX),
        ("van-ban.odt", made.odt(), Kind.ODT),
        ("ảnh.png", made.PNG, Kind.PNG),
        ("ảnh.jpeg", made.JPG, Kind.JPG),
        ("tra-loi.eml", made.MAIL, Kind.EML),
        ("danh-sach.csv", "\ufefftên;địa chỉ\nSở;a@b.example\n".encode(), Kind.CSV),
        ("loi.txt", "Kính gửi".encode(), Kind.TXT),
        ("goi.zip", made.zipped({"manifest.json": b"{}"}), Kind.ZIP),
        ("bang.docx", made.docx_with({"word/embeddings/sheet1.xlsx": made.xlsx()}), Kind.DOCX),
    ],
)
def test_an_honest_file_passes_as_what_it_is(name: str, content: bytes, kind: Kind) -> None:
    assert checked_kind(io.BytesIO(content), name, EVERY) == kind


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("bom.docx", made.bomb(), "file-bomb"),
        ("bom.zip", made.zipped({"0": bytes(2_000_000)}), "file-bomb"),
        ("program.docx", b"MZ" + bytes(400), "file-type"),
        ("page.pdf", b"<html><script>alert(1)</script></html>", "file-type"),
        ("book.docx", made.xlsx(), "file-type"),
        ("book.odt", made.odt(b"application/vnd.oasis.opendocument.spreadsheet"), "file-type"),
        ("half.docx", made.docx()[:2000], "file-broken"),
        ("run.exe", b"MZ", "file-kind"),
        ("two.pdf", made.pdf() + made.docx(), "file-two-kinds"),
        ("two.png", made.PNG + made.zipped({"a.js": b"1"}), "file-two-kinds"),
        ("later.png", made.PNG + made.zipped_later({"a.js": b"1"}), "file-two-kinds"),
        ("no-extension", made.pdf(), "file-kind"),
        ("macro.docx", made.docx_with({"word/vbaProject.bin": made.OLE}), "file-macro"),
        (
            "docm.docx",
            made.docx_with({"[Content_Types].xml": b"<T a='word.document.macroEnabled.main'/>"}),
            "file-macro",
        ),
        ("ole.docx", made.docx_with({"word/embeddings/oleObject1.bin": made.OLE}), "file-embedded"),
        ("ole.docx", made.docx_with({"word/media/image7.png": made.OLE}), "file-embedded"),
        ("run.docx", made.docx_with({"word/embeddings/run.exe": b"MZ"}), "file-embedded"),
        (
            "deep.docx",
            made.docx_with(
                {"word/embeddings/a.docx": made.docx_with({"word/vbaProject.bin": b"x"})}
            ),
            "file-macro",
        ),
        (
            "laughs.docx",
            made.docx_with({"word/document.xml": made.BILLION_LAUGHS}),
            "file-entities",
        ),
        (
            "laughs16.docx",
            made.docx_with({"word/x.xml": made.BILLION_LAUGHS.decode().encode("utf-16")}),
            "file-entities",
        ),
        (
            "late.docx",
            made.docx_with({"word/x.xml": b"<!--" + b"x" * 5000 + b"-->" + made.BILLION_LAUGHS}),
            "file-entities",
        ),
        ("up.docx", made.docx_with({"../../etc/cron.d/x": b"x"}), "file-path"),
        ("up.docx", made.docx_with({"word\\..\\..\\x": b"x"}), "file-path"),
        ("root.zip", made.zipped({"/etc/passwd": b"x"}), "file-path"),
        ("drive.zip", made.zipped({"C:/x": b"x"}), "file-path"),
        ("locked.docx", made.encrypted(made.docx()), "file-encrypted"),
        ("many.zip", made.zipped({str(n): b"" for n in range(5_001)}), "file-entries"),
        ("old.docx", made.OLE, "file-old-office"),
        ("js.pdf", made.pdf(b"3 0 obj\n<< /S /JavaScript /JS (x) >>\nendobj\n"), "file-javascript"),
        ("js.pdf", made.pdf(b"3 0 obj\n<< /S /J#61va#53cript >>\nendobj\n"), "file-javascript"),
        ("js.pdf", made.pdf_with_hidden(b"3 0 << /S /JavaScript >>"), "file-javascript"),
        (
            "js.pdf",
            made.pdf_with_hidden(b"3 0 << /S /JavaScript >>", b"/O#62jStm"),
            "file-javascript",
        ),
        (
            "aha.pdf",
            made.pdf_with_hidden(b"x", packing=b"/LZWDecode"),
            "file-hidden",
        ),
        ("bomb.pdf", made.pdf_with_hidden(bytes(65 * 1024 * 1024)), "file-hidden"),
        ("go.pdf", made.pdf(b"3 0 obj\n<< /S /Launch /F (cmd) >>\nendobj\n"), "file-launch"),
        ("in.pdf", made.pdf(b"3 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n"), "file-attachment"),
        ("film.pdf", made.pdf(b"3 0 obj\n<< /Subtype /RichMedia >>\nendobj\n"), "file-media"),
        ("locked.pdf", made.pdf(b"3 0 obj\n<< /Encrypt 4 0 R >>\nendobj\n"), "file-encrypted"),
        ("half.pdf", made.pdf()[:60], "file-broken"),
        ("page.txt", b"<!DOCTYPE html><p>", "file-type"),
        ("bytes.csv", b"a;\x00;b", "file-type"),
        ("old.csv", "Sở;Đồng Tháp".encode("cp1258", "replace") + b"\xc0", "file-encoding"),
        ("note.eml", b"just words", "file-type"),
    ],
)
def test_a_hostile_file_is_refused_by_its_rule(name: str, content: bytes, rule: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        checked_kind(io.BytesIO(content), name, EVERY)
    assert refusal.value.code == rule


def test_what_the_caller_does_not_allow_is_not_taken() -> None:
    with pytest.raises(ValidationError) as refusal:
        checked_kind(io.BytesIO(made.MAIL), "tra-loi.eml", DEFAULT_KINDS)
    with override("en"):
        told = refusal.value.messages
    assert told == [
        "Files of this kind are not taken. Taken are: docx, jpg, odt, pdf, png, pptx, xlsx."
    ]


@given(
    st.lists(st.sampled_from([b"<?xml version='1.0'?>", b"<!-- a -->", b" ", b"\n", b"<?m?>"])),
    st.sampled_from([b"<r/>", b"<w:document ", b"<!DOCTYPE r>", b"<!ENTITY a 'b'>"]),
)
def test_a_prologue_is_plain_unless_it_declares(before: list[bytes], root: bytes) -> None:
    assert plain_prologue(b"".join(before) + root) == (not root.startswith(b"<!"))


@given(st.binary(max_size=3000), st.sampled_from(sorted(EVERY)))
def test_any_bytes_pass_or_are_refused_and_nothing_else(content: bytes, kind: Kind) -> None:
    beginnings = {Kind.PDF: b"%PDF-", Kind.PNG: made.PNG[:8], Kind.JPG: made.JPG[:3]}
    whole = beginnings.get(kind, b"PK\x03\x04") + content
    with suppress(ValidationError):
        assert checked_kind(io.BytesIO(whole), f"x.{kind}", EVERY) == kind
