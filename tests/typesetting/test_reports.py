import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from docx import Document

from convoca.typesetting.documents import (
    ReportDocument,
    report_annex_docx,
    report_annex_xlsx,
    report_docx,
    report_pdf,
)
from convoca.typesetting.documents.letters import letter_lines
from convoca.typesetting.documents.reports import ANNEX_COLUMNS, annex_columns, whole_letter
from convoca.typesetting.engine import pdf_text
from convoca.typesetting.errors import BadDocument
from convoca.typesetting.word import word_lines

from .made import letter, report


def words(lines):
    return "".join("".join(lines).split())


def test_the_report_is_a_typed_document_with_numbered_sections():
    lines = letter_lines(whole_letter(report()))

    assert lines[5:13] == (
        "BÁO CÁO",
        "Kết quả hưởng ứng Ngày 17/5 năm 2024",
        "Kính gửi: Lãnh đạo Bộ",
        "Thực hiện nhiệm vụ được giao, Vụ báo cáo như sau:",
        "I. TÌNH HÌNH TRẢ LỜI",
        "Có 1.061 đơn vị trả lời.",
        "II. ĐỀ XUẤT, KIẾN NGHỊ",
        "- Tiếp tục năm sau./.",
    )


def test_word_and_pdf_hold_the_report():
    one = report()
    wanted = words(letter_lines(whole_letter(one)))

    assert words(word_lines(report_docx(report(rows=())))) == wanted
    assert words(pdf_text(report_pdf(one))) == wanted
    assert words(word_lines(report_docx(one))).startswith(wanted)


def links(packed):
    return [
        rel._target for rel in Document(io.BytesIO(packed)).part.rels.values() if rel.is_external
    ]


def test_numbers_lead_to_their_rows():
    assert links(report_docx(report(rows=()))) == ["https://convoca.example/rows?a=1&b=2"]
    assert b"https://convoca.example/rows?a=1&b=2" in report_pdf(report())


def test_the_annex_in_word():
    made = Document(io.BytesIO(report_annex_docx(report())))
    (table,) = made.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]

    assert rows == [
        list(ANNEX_COLUMNS),
        [
            "1",
            "Ủy ban nhân dân tỉnh Mẫu",
            "12/UBND-VX, 02/5/2024",
            "Nguyễn Văn Mẫu",
            "Tọa đàm\nNgày hội",
            "=1+1",
            "x",
            "@mẫu",
        ],
        ["2", "Tập đoàn Mẫu", *[""] * 6],
    ]
    assert links(report_annex_docx(report())) == ["https://convoca.example/rows/1"]


def test_the_annex_in_excel_has_no_formula_but_links():
    book = openpyxl.load_workbook(io.BytesIO(report_annex_xlsx(report())))
    sheet = book.active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]

    assert rows[0] == list(ANNEX_COLUMNS)
    assert rows[1][5] == "=1+1"
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert sheet["B4"].hyperlink.target == "https://convoca.example/rows/1"
    assert [row[0] for row in rows[1:]] == [1, 2]
    book.close()


def test_the_union_names_its_column():
    assert annex_columns(report(proposed_column="Đề xuất gửi Liên minh"))[6] == (
        "Đề xuất gửi Liên minh"
    )


def test_the_annex_keeps_letters_that_our_font_lacks():
    row = replace(report().rows[0], contributions="مرحبا \U0001f9fe")
    words = Document(io.BytesIO(report_annex_docx(report(rows=(row,))))).tables[0].rows[1].cells
    assert "مرحبا \U0001f9fe" in [cell.text for cell in words]


@pytest.mark.parametrize("write", [report_docx, report_pdf, report_annex_docx, report_annex_xlsx])
def test_the_same_report_gives_the_same_bytes(write):
    assert write(report()) == write(report())


def test_office_files_are_whole_archives():
    for write in (report_docx, report_annex_docx, report_annex_xlsx):
        assert zipfile.ZipFile(io.BytesIO(write(report()))).testzip() is None


def test_a_report_needs_a_type():
    with pytest.raises(BadDocument, match="set the letter's kind"):
        ReportDocument(letter=letter(), sections=())
