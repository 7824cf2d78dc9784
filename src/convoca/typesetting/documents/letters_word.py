"""The same letter as an editable Word file: the text of the PDF, line by line."""

import io

from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from convoca.standards.decree30 import (
    Paragraph,
    layout,
)
from convoca.typesetting import word
from convoca.typesetting.documents.letters import (
    FOOT_COLUMNS_MM,
    SIGNATURE_SPACE_MM,
    TO_INDENT_MM,
    LetterAnnex,
    LetterDocument,
    annex_heading,
    attached_to,
    dash_indent_mm,
    issuer_lines,
    subject_line,
    subject_lines,
)
from convoca.typesetting.documents.visuals import visual_png
from convoca.typesetting.engine import clean
from convoca.typesetting.widths import line_width

_RED = RGBColor(0xE0, 0, 0)
_TEXT_MM = 165.0


def letter_docx(letter: LetterDocument) -> bytes:
    """Write the letter as .docx; the same letter gives the same bytes."""
    return word.saved(letter_word(letter))


def letter_word(letter: LetterDocument) -> WordDocument:
    """The letter as an open Word document, to which more can be added."""
    made = word.new_word(f"{letter.kind} {subject_line(letter)}".strip(), dated=letter.dated)
    word.number_pages(made.sections[0])
    _marks(made, letter)
    _head(made, letter)
    _title(made, letter)
    _to(made, letter)
    for place, paragraph in enumerate(letter.body):
        written = body_paragraph(made, paragraph)
        # With the table below they go together to the signature's page.
        written.paragraph_format.keep_with_next = place >= len(letter.body) - 2
    _foot(made, letter)
    for place, annex in enumerate(letter.annexes):
        _annex(made, letter, annex, annex_heading(letter, place))
    return made


def body_paragraph(made: WordDocument, paragraph: Paragraph) -> WordParagraph:
    """Add one paragraph of the body: justified, first line in, 6 pt before it."""
    written = word.spaced(
        made.add_paragraph(),
        before=layout.PARAGRAPH_GAP_PT,
        lines=1.09,
        alignment=word.JUSTIFIED,
    )
    written.paragraph_format.first_line_indent = Mm(layout.INDENT_MM.chosen)
    if paragraph.listed:
        word.write(written, "- ", size=layout.size("body"))
    for run in paragraph.runs:
        clean(run.text, part="body")
    word.write_runs(written, paragraph.runs, size=layout.size("body"))
    return written


def _marks(made: WordDocument, letter: LetterDocument) -> None:
    section = made.sections[0]
    head = section.first_page_header.paragraphs[0]
    if letter.draft:
        word.write(head, letter.form.draft, size=layout.size("mark"), bold=True)
    if letter.circulation:
        word.write(head, f"\t\t{letter.circulation}", size=layout.size("mark"), bold=True)
    foot = section.first_page_footer.paragraphs[0]
    if letter.address:
        word.border(foot, sides=("top",))
        word.write(foot, "\n".join(letter.address), size=layout.size("address"))


def _cell_line(
    cell: _Cell, text: str, component: str, *, bold: bool = False, italic: bool = False
) -> WordParagraph:
    """Add one centred line to a cell of the head or foot."""
    fresh = cell.paragraphs[0] if not cell.text and len(cell.paragraphs) == 1 else None
    line = word.spaced(fresh or cell.add_paragraph(), alignment=word.CENTRE)
    word.write(line, text, size=layout.size(component), bold=bold, italic=italic)
    return line


def _rule(cell: _Cell, length_mm: float, room_mm: float) -> None:
    word.rule(cell.add_paragraph(), length_mm=length_mm, room_mm=room_mm - 4)


def _head(made: WordDocument, letter: LetterDocument) -> None:
    columns = layout.HEAD_COLUMNS_MM
    table = word.table(made, 3, columns, ruled=False)
    left, right = table.rows[0].cells
    parents = issuer_lines(letter.parent, bold=False) if letter.parent else ()
    for line in parents:
        _cell_line(left, line, "parent")
    issuers = issuer_lines(letter.issuer)
    for line in issuers:
        _cell_line(left, line, "issuer", bold=True)
    _rule(left, line_width(issuers[-1], layout.size("issuer"), bold=True) * 0.4, columns[0])
    form = letter.form
    if form.national_name:
        _cell_line(right, form.national_name, "national_name", bold=True)
        _cell_line(right, form.motto, "motto", bold=True)
        _rule(right, line_width(form.motto, layout.size("motto"), bold=True), columns[1])
    number, when = table.rows[1].cells
    placed = form.place_date(letter.place, letter.signed_on, letter.year)
    for cell, text, part in (
        (number, form.number_line(letter.number, letter.symbol), "number"),
        (when, placed, "place_date"),
    ):
        word.spaced(_cell_line(cell, text, part, italic=part == "place_date"), before=6)
    _under_number(table.rows[2].cells[0], letter, columns[0])


def _under_number(cell: _Cell, letter: LetterDocument, room_mm: float) -> None:
    if not letter.kind:
        word.spaced(_cell_line(cell, "\n".join(subject_lines(letter)), "subject"), before=6)
    if letter.urgency:
        mark = _cell_line(cell, "", "mark")
        word.write(mark, letter.urgency.mark, size=layout.size("mark"), bold=True, colour=_RED)
        side = (room_mm - 4 - letter.urgency.box_mm[0]) / 2
        mark.paragraph_format.left_indent = mark.paragraph_format.right_indent = Mm(side)
        word.spaced(mark, before=6)
        word.border(mark, sides=("top", "left", "bottom", "right"), colour="E00000")


def _title(made: WordDocument, letter: LetterDocument) -> None:
    if not letter.kind:
        return
    for place, text in enumerate((letter.kind.upper(), letter.subject)):
        line = word.spaced(made.add_paragraph(), before=0 if place else 12, alignment=word.CENTRE)
        word.write(line, text, size=layout.size("type_name"), bold=True)
    word.rule(made.add_paragraph(), length_mm=30, room_mm=_TEXT_MM)


def _to(made: WordDocument, letter: LetterDocument) -> None:
    if letter.kind and not letter.addressees:
        return
    dashes = dash_indent_mm(letter.form) + 3
    for place, text in enumerate(letter.form.to_lines(letter.addressees)):
        line = word.spaced(made.add_paragraph(), before=3 if place else 12)
        line.paragraph_format.left_indent = Mm(dashes if place else TO_INDENT_MM)
        line.paragraph_format.first_line_indent = Mm(-3 if place else 0)
        word.write(line, text, size=layout.size("to"))
    word.spaced(line, before=3 if place else 12, after=6)


def _foot(made: WordDocument, letter: LetterDocument) -> None:
    word.spaced(made.add_paragraph()).paragraph_format.keep_with_next = True
    table = word.table(made, 1, FOOT_COLUMNS_MM, ruled=False)
    word.keep_whole(table.rows[0])
    left, right = table.rows[0].cells
    head = word.spaced(left.paragraphs[0])
    word.write(head, letter.form.copies, size=layout.size("dispatch"), bold=True, italic=True)
    for text in letter.form.copy_lines(letter.recipients, letter.archive):
        word.write(word.spaced(left.add_paragraph()), text, size=layout.size("dispatch_list"))
    for text in letter.form.authority_lines(letter.signing):
        _cell_line(right, text, "authority", bold=True)
    name = _cell_line(right, letter.signer_name, "signer", bold=True)
    name.paragraph_format.space_before = Pt(SIGNATURE_SPACE_MM * 72 / 25.4)


def _annex(made: WordDocument, letter: LetterDocument, annex: LetterAnnex, heading: str) -> None:
    section = made.add_section(WD_SECTION.NEW_PAGE)
    word.number_pages(section, restart=True)
    if annex.visual is not None:
        picture = io.BytesIO(visual_png(annex.visual, pixels_per_inch=110))
        line = word.spaced(made.add_paragraph(), alignment=word.CENTRE)
        drawn = line.add_run().add_picture(picture, height=Mm(240))
        drawn._inline.docPr.set("descr", f"{annex.visual.day_name} – {annex.visual.theme}")
        return
    for text, bold in ((heading, True), (annex.title.upper(), True), (attached_to(letter), False)):
        line = word.spaced(made.add_paragraph(), after=3, alignment=word.CENTRE)
        word.write(line, text, size=layout.size("body"), bold=bold, italic=not bold)
    for paragraph in annex.body:
        body_paragraph(made, paragraph)
