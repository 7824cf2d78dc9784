"""The dossier as an editable Word file: the text of the PDF."""

from docx.document import Document as WordDocument
from docx.shared import Mm

from convoca.standards.decree30 import Paragraph, Run
from convoca.typesetting import word
from convoca.typesetting.documents.dossiers import (
    DossierDocument,
    DossierItem,
    DossierWords,
    cover_date,
    file_line,
    heading_of,
    item_facts,
    safe_paragraph,
    summary_columns,
    summary_rows,
    words_of,
)
from convoca.typesetting.engine import clean

_SIZE = 12
_SUMMARY_MM = (10, 52, 26, 36, 19, 22)
_FACTS_MM = (45, 120)


def dossier_docx(dossier: DossierDocument) -> bytes:
    """Write the dossier as .docx; the same dossier gives the same bytes."""
    made = word.new_word(dossier.subject, dated=dossier.dated, language=dossier.language)
    word.number_pages(made.sections[0])
    words = words_of(dossier)
    _cover(made, dossier, words)
    word.new_page(made)
    _line(made, words.summary, size=16, bold=True, after=6)
    _summary(made, dossier)
    for place, item in enumerate(dossier.items, start=1):
        word.new_page(made)
        _line(made, heading_of(place, item, words), size=16, bold=True, after=6)
        _sheet(made, item, words)
    return word.saved(made)


def _line(
    made: WordDocument, text: str, *, size: float = _SIZE, bold: bool = False, after: float = 0
) -> None:
    paragraph = word.spaced(made.add_paragraph(), after=after)
    word.write(paragraph, clean(text, part="dossier"), size=size, bold=bold)


def _written(made: WordDocument, paragraph: Paragraph) -> None:
    safe = safe_paragraph(paragraph)
    line = word.spaced(made.add_paragraph(), before=6, lines=1.1, alignment=word.JUSTIFIED)
    if safe.listed:
        word.write(line, "- ", size=_SIZE)
    word.write_runs(line, safe.runs, size=_SIZE)


def _cover(made: WordDocument, dossier: DossierDocument, words: DossierWords) -> None:
    _line(made, dossier.sender, size=13, bold=True)
    for text in dossier.sender_lines:
        _line(made, text, size=11)
    word.border(made.paragraphs[-1], sides=("bottom",))
    if dossier.reference:
        _line(made, dossier.reference)
    placed = word.spaced(made.add_paragraph(), after=8, alignment=word.RIGHT)
    word.write(placed, cover_date(dossier), size=_SIZE)
    table = word.table(made, 2, (22, 143), ruled=False)
    for row, (label, text) in zip(
        table.rows,
        ((words.to, dossier.recipient), (words.subject, dossier.subject)),
        strict=True,
    ):
        word.write(row.cells[0].paragraphs[0], f"{label}:", size=_SIZE)
        word.write(row.cells[1].paragraphs[0], text, size=_SIZE, bold=True)
    for paragraph in dossier.cover:
        _written(made, paragraph)
    if dossier.signer_post:
        word.spaced(made.add_paragraph())
        _line(made, dossier.signer_post, after=56)
    if dossier.signer_name:
        _line(made, dossier.signer_name, bold=True)


def _summary(made: WordDocument, dossier: DossierDocument) -> None:
    rows = (summary_columns(dossier), *summary_rows(dossier))
    table = word.table(made, len(rows), _SUMMARY_MM, ruled=True)
    word.repeat_as_head(table.rows[0])
    for place, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        for cell, text in zip(row.cells, texts, strict=True):
            word.write(cell.paragraphs[0], text, size=10, bold=place == 0)


def _sheet(made: WordDocument, item: DossierItem, words: DossierWords) -> None:
    facts = item_facts(item, words)
    if facts:
        table = word.table(made, len(facts), _FACTS_MM, ruled=False)
        for row, (label, text) in zip(table.rows, facts, strict=True):
            word.write(row.cells[0].paragraphs[0], label, size=_SIZE)
            word.write(row.cells[1].paragraphs[0], text, size=_SIZE)
    for paragraph in item.body:
        _written(made, paragraph)
    if item.links:
        _line(made, words.links, bold=True)
        for url in item.links:
            line = word.spaced(made.add_paragraph())
            word.write_runs(line, (Run(url, url=url),), size=_SIZE)
    if item.files:
        _line(made, words.attachments, bold=True)
        for file in item.files:
            _line(made, file_line(file, words), size=10)
    made.paragraphs[-1].paragraph_format.space_after = Mm(0)
