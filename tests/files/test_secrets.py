"""No file whose text bears a mark of state secrecy is kept: real PDF and Word files."""

import io
import subprocess
import sys
from email.message import EmailMessage

import pytest
import typst
from django.core.exceptions import ValidationError
from django.utils.translation import override
from docx import Document
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from xlsxwriter import Workbook

from convoca.files.actions import store
from convoca.files.gates import words
from convoca.files.gates.secrets import check
from convoca.files.gates.words import words_of
from convoca.files.kinds import Kind
from convoca.files.models import StoredFile
from convoca.standards.decree30 import state_secret_mark
from convoca.typesetting.fonts import font_set
from members.made import INSTALLATION

# A mark beside the date, as it stands under the number of a letter; words that are no mark.
PAGE = """#set text(font: "FAMILY", lang: "vi")
#set par(justify: true)
#grid(columns: (1fr, 1fr), [BỘ MẪU \\ Số: 12/BC-BM], [CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM])
#grid(columns: (1fr, 1fr), [*MARK*], [_Hà Nội, ngày 3 tháng 5 năm 2024_])
Nội dung về *bảo mật* và bí mật nhà nước; tài liệu *mật* do cơ quan khác quản lý. #lorem(60)
"""
TEXT_BOX = (
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r><w:t>Số: 12'
    "</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>TUYỆT </w:t></w:r><w:r><w:t>MẬT</w:t></w:r></w:p>"
    "</w:txbxContent></w:pict><w:t>/BC</w:t></w:r></w:p>"
)


def pdf(mark: str) -> bytes:
    source = PAGE.replace("FAMILY", font_set().family).replace("MARK", mark)
    made = typst.compile(
        source.encode(), font_paths=[str(font_set().folder)], ignore_system_fonts=True
    )
    assert isinstance(made, bytes)
    return made


def scan() -> bytes:
    writer, made = PdfWriter(), io.BytesIO()
    writer.add_blank_page(width=400, height=600)
    writer.write(made)
    return made.getvalue()


def saved(document) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def word_in(part: str) -> bytes:
    document = Document()
    document.add_paragraph("Tài liệu về bảo mật và bí mật nhà nước.")
    if part == "header":
        document.sections[0].header.paragraphs[0].text = "MẬT"
    elif part == "cell":
        document.add_table(1, 2).cell(0, 1).text = "TỐI MẬT"
    elif part == "box":
        document.element.body.insert(0, parse_xml(TEXT_BOX))
    return saved(document)


def sheet(cell: str) -> bytes:
    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        book.add_worksheet().write_column("B1", ["Sản phẩm", cell])
    return made.getvalue()


def mark_in(content: bytes, kind: Kind) -> str | None:
    return state_secret_mark(words_of(io.BytesIO(content), kind), stamped=True)


@pytest.mark.parametrize(("mark", "found"), [("TỐI MẬT", "TỐI MẬT"), ("HỎA TỐC", None)])
def test_a_mark_in_a_pdf_is_found_beside_other_words(mark: str, found: str | None) -> None:
    assert mark_in(pdf(mark), Kind.PDF) == found


@pytest.mark.parametrize(
    ("part", "found"), [("header", "MẬT"), ("cell", "TỐI MẬT"), ("box", "TUYỆT MẬT"), ("", None)]
)
def test_a_mark_in_a_word_file_is_found_wherever_it_stands(part: str, found: str | None) -> None:
    assert mark_in(word_in(part), Kind.DOCX) == found


@pytest.mark.parametrize(("cell", "found"), [("Độ mật: Mật", "MẬT"), ("MẬT", "MẬT"), ("Mật", None)])
def test_a_mark_in_a_sheet_is_found_and_honey_is_none(cell: str, found: str | None) -> None:
    assert mark_in(sheet(cell), Kind.XLSX) == found


def test_a_mail_is_read_with_what_is_attached_to_it() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "vanthu@bo.example", "Trả lời"
    mail.set_content("Kính gửi quý Bộ.")
    mail.add_attachment(b"PK broken", maintype="application", subtype="zip", filename="a.docx")
    assert mark_in(mail.as_bytes(), Kind.EML) is None
    mail.add_attachment(word_in("header"), maintype="a", subtype="b", filename="tra-loi.docx")
    assert mark_in(mail.as_bytes(), Kind.EML) == "MẬT"


@pytest.mark.parametrize("content", [scan(), b"%PDF-1.7 broken %%EOF"])
def test_a_pdf_without_text_passes(content: bytes) -> None:
    assert words_of(io.BytesIO(content), Kind.PDF) == ""


def test_a_pdf_that_takes_too_long_is_left_after_what_was_read(monkeypatch) -> None:
    monkeypatch.setattr(words, "MOST_SECONDS", 0.01)
    assert words_of(io.BytesIO(pdf("MẬT")), Kind.PDF) == ""


@given(st.binary(max_size=300))
def test_broken_xml_gives_what_came_before(content: bytes) -> None:
    part = io.BytesIO(b"<w:p><w:t>MAT</w:t></w:p>" + content)
    assert words._of_xml(part, 10_000).startswith("MAT\n")


def test_the_refusal_names_the_file_and_the_law() -> None:
    with override("vi"), pytest.raises(ValidationError) as refused:
        check(io.BytesIO("BỘ MẪU\tMẬT\n".encode()), "Kế hoạch.txt", Kind.TXT)
    assert refused.value.messages == [
        "Kế hoạch.txt: Văn bản có dấu độ mật MẬT. Bí mật nhà nước không được xử lý trên hệ thống"
        " này. (Luật Bảo vệ bí mật nhà nước: 29/2018/QH14, từ 01/3/2026 là 117/2025/QH15)"
    ]
    assert refused.value.code == "state-secret"


@pytest.mark.django_db
def test_a_marked_file_is_not_kept() -> None:
    with pytest.raises(ValidationError):
        store(by=INSTALLATION, stream=io.BytesIO(word_in("header")), name="ke-hoach.docx")
    assert StoredFile.objects.count() == 0


def test_the_reader_of_pdfs_runs_by_itself() -> None:
    done = subprocess.run(
        [sys.executable, "-I", str(words._PDF_PROGRAM)], input=pdf("MẬT"), capture_output=True
    )
    assert (done.returncode, "MẬT" in done.stdout.decode()) == (0, True)
