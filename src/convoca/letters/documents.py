"""A letter as the document that is printed: names of its day, blanks until it is numbered."""

from base64 import b64encode
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from django.utils.translation import gettext as _

from convoca.languages.translated import shown
from convoca.letters.content import LetterText, text_of
from convoca.letters.models import Letter
from convoca.members.models import Body, BodyKind
from convoca.members.periods import today
from convoca.standards.decree30 import (
    ArchiveLine,
    BrokenRule,
    Signing,
    Urgency,
    body_paragraphs,
    checked_symbol,
)
from convoca.standards.decree30.signing import Authority
from convoca.typesetting.documents import (
    DECREE_30,
    INTERNATIONAL,
    LetterAnnex,
    LetterDocument,
    LetterForm,
    Visual,
    letter_pdf,
    letter_pngs,
)
from convoca.typesetting.errors import BadDocument

BLANK = "....."
# A ministry or a province signs under its own name alone; these under that of their parent too.
_UNDER_A_PARENT = {BodyKind.AGENCY, BodyKind.DEPARTMENT, BodyKind.UNIT}
_OF_STATES = {BodyKind.UNION, BodyKind.OBSERVER}
PLAIN_KIND = "Công văn"


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the text, apart from the text itself."""

    issuer: str
    parent: str
    year: int
    number: int | None = None
    dated: date | None = None
    form: LetterForm = DECREE_30


def heading_of(letter: Letter) -> Heading:
    """Return the heading of a letter under the names of its day, today's for a draft."""
    day = letter.dated or today()
    issuer = letter.issuer
    above = issuer.parent if issuer.kind in _UNDER_A_PARENT else None
    return Heading(
        issuer=name_of(issuer, day, letter.main_language),
        parent=name_of(above, day, letter.main_language) if above else "",
        year=letter.dated.year if letter.dated else letter.year,
        number=letter.number,
        dated=letter.dated,
        form=form_of(issuer),
    )


def form_of(issuer: Body) -> LetterForm:
    """Return the frame of the issuer's letters: an organisation of States has one of its own."""
    return INTERNATIONAL if issuer.kind in _OF_STATES else DECREE_30


def name_of(body: Body, day: date, language: str) -> str:
    """Return the body's name of that day in one language, else in its main one."""
    return shown(body.name_on(day), language, body.main_language).text


def document_of(text: LetterText, heading: Heading, *, draft: bool) -> LetterDocument:
    """Return the document; in a draft, dots stand for what is missing.

    Raises BrokenRule or typesetting's BadDocument for a text that cannot be printed.
    """
    return LetterDocument(
        issuer=heading.issuer,
        parent=heading.parent,
        symbol=checked_symbol(text.symbol) if text.symbol else _blank(draft, "X-X"),
        place=text.place or _blank(draft, BLANK),
        year=heading.year,
        subject=text.subject or _blank(draft, BLANK),
        signing=signing_of(text, draft=draft),
        signer_name=text.signer_name,
        number=heading.number,
        signed_on=heading.dated,
        kind="" if text.document_type == PLAIN_KIND else text.document_type,
        addressees=tuple(line.text for line in text.addressees),
        body=body_paragraphs(text.body, emphasis=True),
        recipients=tuple(line.text for line in text.copies_to),
        archive=archive_of(text, heading.form, draft=draft),
        urgency=Urgency[text.urgency] if text.urgency else None,
        draft=draft,
        annexes=annexes_of(text, heading.year),
        form=heading.form,
    )


def _blank(draft: bool, dots: str) -> str:
    return dots if draft else ""


def signing_of(text: LetterText, *, draft: bool = False) -> Signing:
    """Return who signs by which authority. Raises BrokenRule where the posts do not fit."""
    try:
        return Signing(Authority(text.authority), text.head_post, text.own_post, text.deputy_for)
    except (BrokenRule, ValueError):
        if not draft:
            raise
        return Signing(Authority.HEAD, text.head_post or BLANK)


def archive_of(
    text: LetterText, form: LetterForm = DECREE_30, *, draft: bool = False
) -> ArchiveLine:
    """Return the last line of Nơi nhận. Raises BrokenRule for a number of copies that is none."""
    units = tuple(part.strip() for part in text.archive_units.split(",") if part.strip())
    try:
        return ArchiveLine(units or (form.records,), text.drafter_mark, text.copies)
    except BrokenRule:
        if not draft:
            raise
        return ArchiveLine(units or (form.records,), text.drafter_mark)


def annexes_of(text: LetterText, year: int) -> tuple[LetterAnnex, ...]:
    """Return the year's visual, one page a language, where the letter has one."""
    return tuple(LetterAnnex(visual=visual) for visual in visuals_of(text, year))


def visuals_of(text: LetterText, year: int) -> tuple[Visual, ...]:
    """Return the visuals by language: those in which the day has a name."""
    if text.annex_day is None:
        return ()
    seed = text.annex_seed or text.annex_title.get("vi") or str(text.annex_title)

    def main_first(one: tuple[str, str]) -> tuple[bool, str]:
        return one[0] != text.main_language, one[0]

    return tuple(
        Visual(
            day_name=title,
            theme=text.annex_theme.get(language, ""),
            date_text=day_text(text.annex_day, language),
            year=text.annex_day.year,
            language=language,
            seed=seed,
        )
        for language, title in sorted(text.annex_title.items(), key=main_first)
    )


def day_text(day: date, language: str) -> str:
    """Return a day as a poster writes it: `Ngày 17 tháng 5 năm 2024`, `17 May 2024`."""
    pattern = {"vi": "'Ngày' d 'tháng' M 'năm' y", "en": "d MMMM y"}.get(language, "long")
    return format_date(day, pattern, locale=language)


def printed(letter: Letter) -> bytes:
    """Return the letter as PDF: a draft carries its mark, a numbered letter number and date."""
    document = document_of(text_of(letter), heading_of(letter), draft=not letter.is_numbered)
    return letter_pdf(document)


PREVIEW_PIXELS_PER_INCH = 84


def previewed(text: LetterText, heading: Heading, *, draft: bool) -> list[str]:
    """Return the pages as `data:` addresses of images; none where the text cannot be printed."""
    try:
        document = document_of(text, heading, draft=draft)
        pages = letter_pngs(document, pixels_per_inch=PREVIEW_PIXELS_PER_INCH)
    except (BrokenRule, BadDocument):
        return []
    return [f"data:image/png;base64,{b64encode(page).decode()}" for page in pages]


def file_name(letter: Letter) -> str:
    """Return the name under which the PDF is given out, such as `05-BTTTT-HTQT.pdf`."""
    if letter.number is None:
        return _("draft") + ".pdf"
    return f"{letter.number:02d}-{letter.symbol.replace('/', '-')}.pdf"
