"""An official letter, or a document with a type, by Decree 30/2020/NĐ-CP, as PDF."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date

from convoca.standards.decree30 import (
    ArchiveLine,
    Paragraph,
    Signing,
    Urgency,
    layout,
    refuse_state_secrets,
)
from convoca.typesetting.documents.letter_forms import DECREE_30, LetterForm
from convoca.typesetting.documents.visuals import Visual, poster_facts
from convoca.typesetting.engine import Json, clean, one_line, pdf, pdf_text, pngs
from convoca.typesetting.errors import BadDocument, lacking
from convoca.typesetting.links import checked_url
from convoca.typesetting.widths import broken_lines, line_width

TO_INDENT_MM = 35.0
FOOT_COLUMNS_MM = (65.0, 100.0)
SIGNATURE_SPACE_MM = 28.0
# Line pitch is 1 + leading times the size: from single (1.15) to at most 1.5 lines (1.725).
_LEADINGS_EM = (0.25, 0.2, 0.15, 0.3, 0.35, 0.4, 0.45, 0.5)
_LINES_KEPT = 2


@dataclass(frozen=True, slots=True)
class LetterAnnex:
    """An annex in the letter's own file, its pages numbered apart: text, or a visual alone."""

    title: str = ""
    body: tuple[Paragraph, ...] = ()
    visual: Visual | None = None


@dataclass(frozen=True, slots=True)
class LetterDocument:
    """The components of a letter (Decree 30, Art. 8). All text is literal, never markup.

    `number` and `signed_on` are `None` until they are given: then blanks show, and `year` stands
    after "năm". `kind` is empty for a công văn, otherwise the name of the type ("Báo cáo").
    `subject` comes without "V/v". `addressees` and `recipients` come without dashes. `draft`
    prints the mark of a draft in the top margin; `form` has the words of the frame. Errors:
    `BadDocument`, `BrokenRule`.
    """

    issuer: str
    symbol: str
    place: str
    year: int
    subject: str
    signing: Signing
    signer_name: str
    parent: str = ""
    number: int | None = None
    signed_on: date | None = None
    kind: str = ""
    addressees: tuple[str, ...] = ()
    body: tuple[Paragraph, ...] = ()
    recipients: tuple[str, ...] = ()
    archive: ArchiveLine = field(default_factory=ArchiveLine)
    urgency: Urgency | None = None
    circulation: str = ""
    address: tuple[str, ...] = ()
    draft: bool = False
    annexes: tuple[LetterAnnex, ...] = ()
    form: LetterForm = DECREE_30

    def __post_init__(self) -> None:
        for held in fields(self):
            value = getattr(self, held.name)
            if isinstance(value, str):
                object.__setattr__(self, held.name, one_line(value, part=held.name))
        for name in ("issuer", "symbol", "place", "subject"):
            if not getattr(self, name):
                raise lacking("A letter", "Văn bản", name)
        if self.signed_on is not None and self.signed_on.year != self.year:
            raise BadDocument(
                f"Signed on {self.signed_on}, but the year is {self.year}.",
                f"Ngày ký {self.signed_on} không thuộc năm {self.year}.",
            )
        titles = (annex.title for annex in self.annexes)
        whole = "\n".join((*letter_lines(self), *titles))
        refuse_state_secrets(clean(whole, part="letter"))

    @property
    def dated(self) -> date:
        """The date in the file's properties: of signing, or the first day of the year."""
        return self.signed_on or date(self.year, 1, 1)


def subject_line(letter: LetterDocument) -> str:
    """The abstract as printed: with "V/v" in a công văn, without in a typed document."""
    return letter.subject if letter.kind else f"{letter.form.about} {letter.subject}"


def subject_lines(letter: LetterDocument) -> tuple[str, ...]:
    """The abstract of a công văn as it breaks under the number."""
    room = layout.HEAD_COLUMNS_MM[0] - 4
    return broken_lines(subject_line(letter), layout.size("subject"), room)


def issuer_lines(name: str, *, bold: bool = True) -> tuple[str, ...]:
    """A body's name in capitals, broken by rule where it is wider than the head's left column."""
    component = "issuer" if bold else "parent"
    room = layout.HEAD_COLUMNS_MM[0] - 2
    return broken_lines(name.upper(), layout.size(component), room, bold=bold)


def letter_lines(letter: LetterDocument) -> tuple[str, ...]:
    """Every line of the first part as PDF and Word print it, in reading order, annexes left out.

    Long paragraphs are one line here, however they wrap on paper.
    """
    form = letter.form
    to = form.to_lines(letter.addressees) if letter.addressees or not letter.kind else ()
    return tuple(
        line
        for line in (
            form.draft if letter.draft else "",
            letter.circulation,
            letter.parent.upper(),
            letter.issuer.upper(),
            form.national_name,
            form.motto,
            form.number_line(letter.number, letter.symbol),
            form.place_date(letter.place, letter.signed_on, letter.year),
            letter.kind.upper(),
            subject_line(letter),
            letter.urgency.mark if letter.urgency else "",
            *to,
            *(clean(paragraph.line, part="body") for paragraph in letter.body),
            form.copies,
            *form.copy_lines(letter.recipients, letter.archive),
            *form.authority_lines(letter.signing),
            letter.signer_name,
            *letter.address,
        )
        if line
    )


def letter_pdf(letter: LetterDocument) -> bytes:
    """Set the letter as PDF/A-2a; the same letter gives the same bytes.

    A signature never stands on a page with fewer than two lines of the body: other line spacings
    that the decree allows are tried first, then the last paragraphs are pulled along.
    """
    return _fitted(letter)[1]


def letter_pngs(letter: LetterDocument, *, pixels_per_inch: float = 96) -> tuple[bytes, ...]:
    """Set the letter as images, one a page, broken as its PDF is."""
    facts, _pdf = _fitted(letter)
    return pngs("letter.typ", facts, dated=letter.dated, pixels_per_inch=pixels_per_inch)


def _fitted(letter: LetterDocument) -> tuple[dict[str, Json], bytes]:
    """The facts with the line spacing that fits, and the PDF set with them."""
    facts = letter_facts(letter)
    for leading in _LEADINGS_EM:
        tried = {**facts, "leading": leading, "kept": 0}
        made = pdf("letter.typ", tried, dated=letter.dated)
        if _lines_above_signature(made, letter.form) >= _LINES_KEPT:
            return tried, made
    return facts, pdf("letter.typ", facts, dated=letter.dated)


def _lines_above_signature(made: bytes, form: LetterForm) -> int:
    """Lines of the body on the page where Nơi nhận stands; page number not counted."""
    for place, page in enumerate(pdf_text(made).split("\f")):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        if form.copies in lines:
            return lines.index(form.copies) - (1 if place else 0)
    return _LINES_KEPT


def letter_facts(letter: LetterDocument) -> dict[str, Json]:
    """What the template reads."""
    return {
        **_page_facts(letter),
        **_head_facts(letter),
        **_to_facts(letter),
        **_foot_facts(letter),
        "body": [paragraph_facts(paragraph) for paragraph in letter.body],
        "kept": _kept_with_signature(letter.body),
        "long": bool(letter.body) and _lines_in(letter.body[-1]) > 20,
        "annexes": [_annex_facts(letter, place) for place in range(len(letter.annexes))],
    }


def paragraph_facts(paragraph: Paragraph) -> dict[str, Json]:
    """A paragraph as the templates read it."""
    runs: list[Json] = [
        {
            "text": clean(run.text, part="body"),
            "italic": run.italic,
            "bold": run.bold,
            "url": checked_url(run.url) if run.url else "",
        }
        for run in paragraph.runs
    ]
    return {"listed": paragraph.listed, "runs": runs}


def _page_facts(letter: LetterDocument) -> dict[str, Json]:
    return {
        "title": f"{letter.kind} {subject_line(letter)}".strip(),
        "margins": {side: measure.chosen for side, measure in layout.MARGINS_MM.items()},
        "sizes": {name: measure.chosen for name, measure in layout.SIZES_PT.items()},
        "columns": list(layout.HEAD_COLUMNS_MM),
        "foot_columns": list(FOOT_COLUMNS_MM),
        "indent": layout.INDENT_MM.chosen,
        "gap": layout.PARAGRAPH_GAP_PT,
        "leading": _LEADINGS_EM[0],
        "address": [one_line(line, part="address") for line in letter.address],
        "draft": letter.form.draft if letter.draft else "",
        "circulation": letter.circulation,
    }


def _head_facts(letter: LetterDocument) -> dict[str, Json]:
    urgency = letter.urgency
    width, height = urgency.box_mm if urgency else (0, 0)
    return {
        "national_name": letter.form.national_name,
        "motto": letter.form.motto,
        "parent": list(issuer_lines(letter.parent, bold=False)) if letter.parent else [],
        "issuer": list(issuer_lines(letter.issuer)),
        "number_line": letter.form.number_line(letter.number, letter.symbol),
        "place_date": letter.form.place_date(letter.place, letter.signed_on, letter.year),
        "kind": letter.kind.upper(),
        "subject": subject_line(letter),
        "subject_lines": list(subject_lines(letter)),
        "urgency": {"mark": urgency.mark, "width": width, "height": height} if urgency else None,
    }


def dash_indent_mm(form: LetterForm) -> float:
    """Where the addressees' dashes stand: under the colon of Kính gửi (App. I, part I, II.9)."""
    return TO_INDENT_MM + line_width(form.to.removesuffix(":"), layout.size("to"))


def _to_facts(letter: LetterDocument) -> dict[str, Json]:
    names = [one_line(name, part="addressee") for name in letter.addressees]
    form = letter.form
    written = form.to_lines(names) if names or not letter.kind else ()
    several = len(names) > 1
    single = tuple(
        part for line in written for part in (form.to, line.removeprefix(form.to).strip())
    )
    parts = written if several else single
    return {
        "to": list(parts),
        "several": several,
        "to_indent": TO_INDENT_MM,
        "dash_indent": dash_indent_mm(form),
    }


def _foot_facts(letter: LetterDocument) -> dict[str, Json]:
    recipients = [one_line(line, part="recipients") for line in letter.recipients]
    return {
        "dispatch_word": letter.form.copies,
        "dispatch": list(letter.form.copy_lines(recipients, letter.archive)),
        "authority": list(letter.form.authority_lines(letter.signing)),
        "signer": letter.signer_name,
        "signature_space": SIGNATURE_SPACE_MM,
    }


def _lines_in(paragraph: Paragraph) -> int:
    """About how many printed lines a paragraph takes."""
    room = layout.PAGE_MM[0] - layout.MARGINS_MM["left"].chosen - layout.MARGINS_MM["right"].chosen
    width = layout.INDENT_MM.chosen + line_width(paragraph.line, layout.size("body"))
    return int(width // room) + 1


def _kept_with_signature(body: tuple[Paragraph, ...]) -> int:
    """How many last paragraphs go with the signature: enough for two lines of text."""
    held = 0
    for count, paragraph in enumerate(reversed(body), start=1):
        held += _lines_in(paragraph)
        if held >= _LINES_KEPT:
            return count
    return len(body)


def annex_heading(letter: LetterDocument, place: int) -> str:
    """`Phụ lục`, numbered in Roman when there are several."""
    word = letter.form.annex
    return f"{word} {roman(place + 1)}" if len(letter.annexes) > 1 else word


def attached_to(letter: LetterDocument) -> str:
    """The line under an annex's title, its blanks left open as on every electronic document.

    Source: App. I, part I, III.1.
    """
    form = letter.form
    number = form.number_line(None, letter.symbol).removeprefix(form.number)
    day = form.place_date("", None, letter.year).removeprefix(",").strip()
    return form.attached.format(number=number, day=day, issuer=letter.issuer)


def _annex_facts(letter: LetterDocument, place: int) -> Mapping[str, Json]:
    annex = letter.annexes[place]
    if annex.visual is not None:
        return {"poster": poster_facts(annex.visual)}
    return {
        "heading": annex_heading(letter, place),
        "title": one_line(annex.title, part="annex title").upper(),
        "attached_to": attached_to(letter),
        "body": [paragraph_facts(paragraph) for paragraph in annex.body],
    }


def roman(number: int) -> str:
    """Write a number below 40 in Roman numerals."""
    signs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    written = ""
    for value, sign in signs:
        while number >= value:
            written, number = written + sign, number - value
    return written
