"""The pieces of an editable Word file that python-docx has no words for.

Measures are millimetres and points. Text goes in as text: python-docx escapes it.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from convoca.standards.decree30 import Run, layout
from convoca.typesetting.archive import without_clock
from convoca.typesetting.links import checked_url

CENTRE = WD_ALIGN_PARAGRAPH.CENTER
JUSTIFIED = WD_ALIGN_PARAGRAPH.JUSTIFY
RIGHT = WD_ALIGN_PARAGRAPH.RIGHT
FONT = "Times New Roman"
_LINK = RGBColor(0x0B, 0x4F, 0x8A)
_LOCALES = {"vi": "vi-VN", "en": "en-GB", "fr": "fr-FR"}


def new_word(
    title: str, *, dated: date, language: str = "vi", landscape: bool = False
) -> WordDocument:
    """Open an empty A4 document with the decree's margins, font and language."""
    made = Document()
    made.core_properties.title = title[:255]
    made.core_properties.author = ""
    moment = datetime.combine(dated, time(), tzinfo=UTC).replace(tzinfo=None)
    made.core_properties.created = made.core_properties.modified = moment
    _base_style(made, _LOCALES.get(language, language))
    shape_page(made.sections[0], landscape=landscape)
    return made


def _base_style(made: WordDocument, locale: str) -> None:
    style = made.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(layout.size("body"))
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    spoken = OxmlElement("w:lang")
    for kind in ("w:val", "w:eastAsia"):
        spoken.set(qn(kind), locale)
    properties.append(spoken)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0


def shape_page(section: Section, *, landscape: bool = False) -> None:
    """Give a section A4 with the decree's margins; its page number stands 10 mm from the top."""
    width, height = layout.PAGE_MM
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        width, height = height, width
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin = Mm(layout.MARGINS_MM["top"].chosen)
    section.bottom_margin = Mm(layout.MARGINS_MM["bottom"].chosen)
    section.left_margin = Mm(layout.MARGINS_MM["left"].chosen)
    section.right_margin = Mm(layout.MARGINS_MM["right"].chosen)
    section.header_distance = section.footer_distance = Mm(9)


def number_pages(section: Section, *, restart: bool = False) -> None:
    """Put the page number in the middle of the top margin, not on the section's first page."""
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    section.first_page_header.is_linked_to_previous = False
    section.first_page_footer.is_linked_to_previous = False
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = CENTRE
    run = paragraph.add_run()
    run.font.size = Pt(layout.size("page_number"))
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run._r.append(_field_part(kind, text))
    if restart:
        numbering = OxmlElement("w:pgNumType")
        numbering.set(qn("w:start"), "1")
        section._sectPr.append(numbering)


def _field_part(kind: str, text: str) -> BaseOxmlElement:
    if kind:
        part = OxmlElement("w:fldChar")
        part.set(qn("w:fldCharType"), kind)
        return part
    part = OxmlElement("w:instrText")
    part.text = text
    return part


def write(
    paragraph: WordParagraph,
    text: str,
    *,
    size: float,
    bold: bool = False,
    italic: bool = False,
    colour: RGBColor | None = None,
) -> WordRun:
    """Add text in one style."""
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    if colour is not None:
        run.font.color.rgb = colour
    return run


def write_runs(paragraph: WordParagraph, runs: Iterable[Run], *, size: float) -> None:
    """Add runs with their emphasis; a run with an address becomes a link."""
    for run in runs:
        written = write(paragraph, run.text, size=size, bold=run.bold, italic=run.italic)
        if run.url:
            _make_link(paragraph, written, checked_url(run.url))


def _make_link(paragraph: WordParagraph, run: WordRun, url: str) -> None:
    identity = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), identity)
    run.font.color.rgb, run.underline = _LINK, True
    paragraph._p.append(link)
    link.append(run._r)


def spaced(
    paragraph: WordParagraph,
    *,
    before: float = 0,
    after: float = 0,
    lines: float = 1.0,
    alignment: WD_ALIGN_PARAGRAPH | None = None,
) -> WordParagraph:
    """Set the space around a paragraph in points, its line spacing and alignment."""
    form = paragraph.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), lines
    if alignment is not None:
        paragraph.alignment = alignment
    return paragraph


def rule(paragraph: WordParagraph, *, length_mm: float, room_mm: float) -> None:
    """Turn an empty paragraph into a solid rule in the middle of the room."""
    form = paragraph.paragraph_format
    side = max(0.0, (room_mm - length_mm) / 2)
    form.left_indent = form.right_indent = Mm(side)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(3)
    border(paragraph, sides=("bottom",))


def border(paragraph: WordParagraph, *, sides: Sequence[str], colour: str = "000000") -> None:
    """Draw single lines at the sides (`top`, `left`, `bottom`, `right`) of a paragraph."""
    borders = OxmlElement("w:pBdr")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", colour)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def table(made: WordDocument, rows: int, widths_mm: Sequence[float], *, ruled: bool) -> Table:
    """A table of fixed column widths, centred; `ruled` draws its grid."""
    new: Table = made.add_table(rows=rows, cols=len(widths_mm))
    new.alignment = WD_TABLE_ALIGNMENT.CENTER
    new.autofit = False
    if ruled:
        new.style = "Table Grid"
    for column, width in zip(new.columns, widths_mm, strict=True):
        column.width = Mm(width)
    for row in new.rows:
        for cell, width in zip(row.cells, widths_mm, strict=True):
            cell.width = Mm(width)
    return new


def new_page(made: WordDocument) -> None:
    """Begin a new page."""
    made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def repeat_as_head(row: _Row) -> None:
    """Repeat a table row at the top of every page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def keep_whole(row: _Row) -> None:
    """Never break a table row over two pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def saved(made: WordDocument) -> bytes:
    """The file's bytes; the same content gives the same bytes."""
    target = io.BytesIO()
    made.save(target)
    return without_clock(target.getvalue())


def word_lines(packed: bytes) -> tuple[str, ...]:
    """Every line of a Word file in reading order, headers and footers left out, blanks dropped."""
    made = Document(io.BytesIO(packed))
    lines: list[str] = []
    for block in made.iter_inner_content():
        lines.extend(_block_lines(block))
    return tuple(line for line in lines if line.strip())


def _block_lines(block: WordParagraph | Table) -> list[str]:
    if isinstance(block, WordParagraph):
        return block.text.split("\n")
    return [
        line
        for row in block.rows
        for cell in row.cells
        for inner in cell.iter_inner_content()
        for line in _block_lines(inner)
    ]
