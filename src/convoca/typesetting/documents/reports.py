"""The summary report (báo cáo tổng hợp) as Word, with its annex as Word and as Excel."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, time

import xlsxwriter
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION

from convoca.standards.decree30 import Paragraph, Run, layout
from convoca.typesetting import word
from convoca.typesetting.documents.letters import LetterDocument, letter_pdf, roman
from convoca.typesetting.documents.letters_word import letter_word
from convoca.typesetting.engine import clean
from convoca.typesetting.errors import BadDocument
from convoca.typesetting.links import checked_url

ANNEX_COLUMNS = (
    "STT",
    "Cơ quan, đơn vị",
    "Số, ký hiệu, ngày văn bản trả lời",
    "Người ký",
    "Hoạt động",
    "Nội dung chia sẻ",
    "Đề xuất gửi ITU",
    "Ghi chú",
)
_WIDTHS_MM = (12, 40, 36, 26, 46, 46, 26, 20)
_WIDTHS_CHARACTERS = (6, 28, 22, 18, 34, 34, 16, 18)


@dataclass(frozen=True, slots=True)
class ReportAnnexRow:
    """One body's row; texts may hold several lines. `url` leads from the body's name."""

    body: str
    reply: str = ""
    signer: str = ""
    activities: str = ""
    contributions: str = ""
    proposed: str = ""
    note: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A numbered part of the report; its runs may carry a `url` to the rows behind a number."""

    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A report: `letter` gives head, opening paragraphs and foot (its `kind` is "Báo cáo").

    `proposed_column` names the union in the annex's seventh column.
    """

    letter: LetterDocument
    sections: tuple[ReportSection, ...]
    rows: tuple[ReportAnnexRow, ...] = ()
    annex_title: str = "TỔNG HỢP KẾT QUẢ HƯỞNG ỨNG CỦA CÁC CƠ QUAN, ĐƠN VỊ"
    proposed_column: str = ANNEX_COLUMNS[6]

    def __post_init__(self) -> None:
        if not self.letter.kind:
            raise BadDocument(
                "A report is a document with a type: set the letter's kind.",
                "Báo cáo là văn bản có tên loại: cần ghi tên loại.",
            )


def figure(number: int, url: str = "") -> Run:
    """A number in the text, leading to its rows."""
    return Run(f"{number:,}".replace(",", "."), bold=True, url=url)


def whole_letter(report: ReportDocument) -> LetterDocument:
    """The report as one document: the sections, numbered in Roman, follow the opening."""
    body = list(report.letter.body)
    for place, section in enumerate(report.sections, start=1):
        heading = f"{roman(place)}. {section.title.upper()}"
        body.append(Paragraph((Run(heading, bold=True),)))
        body.extend(section.paragraphs)
    return replace(report.letter, body=tuple(body))


def report_pdf(report: ReportDocument) -> bytes:
    """The report without its annex as PDF/A, for those who sign or file it."""
    return letter_pdf(whole_letter(report))


def report_docx(report: ReportDocument) -> bytes:
    """The report as .docx, the annex as its last section on pages across."""
    made = letter_word(whole_letter(report))
    if report.rows:
        section = made.add_section(WD_SECTION.NEW_PAGE)
        word.shape_page(section, landscape=True)
        word.number_pages(section, restart=True)
        _annex(made, report)
    return word.saved(made)


def report_annex_docx(report: ReportDocument) -> bytes:
    """The annex alone as .docx on pages across."""
    made = word.new_word(report.annex_title, dated=report.letter.dated, landscape=True)
    word.number_pages(made.sections[0])
    _annex(made, report)
    return word.saved(made)


def annex_columns(report: ReportDocument) -> tuple[str, ...]:
    """Heads of the annex, with the union's own name in the seventh."""
    return (*ANNEX_COLUMNS[:6], report.proposed_column, ANNEX_COLUMNS[7])


def annex_cells(place: int, row: ReportAnnexRow) -> tuple[str, ...]:
    """The eight cells of a row, every letter kept: Word and Excel have fonts of their own."""
    texts = [getattr(row, held.name) for held in fields(row) if held.name != "url"]
    return (str(place), *(clean(text, part="annex row") for text in texts))


def _annex(made: WordDocument, report: ReportDocument) -> None:
    for text in ("Phụ lục", report.annex_title):
        line = word.spaced(made.add_paragraph(), after=4, alignment=word.CENTRE)
        word.write(line, text, size=layout.size("body"), bold=True)
    table = word.table(made, len(report.rows) + 1, _WIDTHS_MM, ruled=True)
    word.repeat_as_head(table.rows[0])
    cells = iter(table._cells)
    for text in annex_columns(report):
        head = word.spaced(next(cells).paragraphs[0], alignment=word.CENTRE)
        word.write(head, text, size=11, bold=True)
    for place, row in enumerate(report.rows, start=1):
        for column, text in enumerate(annex_cells(place, row)):
            run = Run(text, url=row.url if column == 1 else "")
            word.write_runs(next(cells).paragraphs[0], (run,), size=11)


def report_annex_xlsx(report: ReportDocument) -> bytes:
    """The annex as .xlsx; text stays text: nothing in it becomes a formula."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(
        target,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    book.set_properties({"title": report.annex_title, "created": _midnight(report.letter.dated)})
    sheet = book.add_worksheet("Phụ lục")
    _sheet_form(sheet, report)
    head = book.add_format(
        {"bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"}
    )
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    link = book.add_format(
        {"border": 1, "text_wrap": True, "valign": "top", "font_color": "#0b4f8a", "underline": 1}
    )
    sheet.write_string(0, 0, report.annex_title, book.add_format({"bold": True}))
    _write_row(sheet, 2, annex_columns(report), head)
    for place, row in enumerate(report.rows, start=1):
        texts = annex_cells(place, row)
        _write_row(sheet, place + 2, texts, cell)
        sheet.write_number(place + 2, 0, place, cell)
        if row.url:
            sheet.write_url(place + 2, 1, checked_url(row.url), link, texts[1])
    book.close()
    return target.getvalue()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC).replace(tzinfo=None)


def _sheet_form(sheet: xlsxwriter.worksheet.Worksheet, report: ReportDocument) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)
    sheet.freeze_panes(3, 2)
    for column, width in enumerate(_WIDTHS_CHARACTERS):
        sheet.set_column(column, column, width)
    sheet.autofilter(2, 0, len(report.rows) + 2, len(ANNEX_COLUMNS) - 1)


def _write_row(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    texts: Sequence[str],
    form: xlsxwriter.format.Format,
) -> None:
    for column, text in enumerate(texts):
        sheet.write_string(row, column, text, form)
