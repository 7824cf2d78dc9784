"""A dossier for the level above: cover letter, summary table and a sheet per item."""

from dataclasses import dataclass, field, replace
from datetime import date

from convoca.standards.decree30 import Paragraph, layout
from convoca.typesetting.documents.letters import paragraph_facts
from convoca.typesetting.engine import Json, clean, one_line, pdf, spelled_out
from convoca.typesetting.errors import BadDocument, lacking
from convoca.typesetting.links import checked_url


@dataclass(frozen=True, slots=True)
class DossierWords:
    """The fixed words of a dossier in one language."""

    to: str
    subject: str
    summary: str
    number: str
    title: str
    kind: str
    organisation: str
    goals: str
    action_lines: str
    item: str
    original_title: str
    contact: str
    consent: str
    links: str
    attachments: str
    bytes: str


WORDS = {
    "en": DossierWords(
        to="To",
        subject="Subject",
        summary="Summary of the items",
        number="No.",
        title="Title",
        kind="Kind",
        organisation="Organisation",
        goals="SDGs",
        action_lines="WSIS action lines",
        item="Item",
        original_title="Original title",
        contact="Contact",
        consent="Consent",
        links="Links",
        attachments="Attachments",
        bytes="bytes",
    ),
    "vi": DossierWords(
        to="Kính gửi",
        subject="Về việc",
        summary="Danh mục nội dung",
        number="STT",
        title="Tên nội dung",
        kind="Loại",
        organisation="Cơ quan, đơn vị",
        goals="Mục tiêu phát triển bền vững",
        action_lines="Tuyến hành động WSIS",
        item="Nội dung",
        original_title="Tên gốc",
        contact="Đầu mối",
        consent="Đồng ý sử dụng",
        links="Đường dẫn",
        attachments="Tệp đính kèm",
        bytes="byte",
    ),
}


@dataclass(frozen=True, slots=True)
class DossierFile:
    """An attachment as it lies beside the dossier: name, size in bytes, SHA-256 in hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class DossierItem:
    """One chosen item, in the dossier's language and with words that a person has checked."""

    title: str
    kind: str
    organisation: str
    body: tuple[Paragraph, ...]
    original_title: str = ""
    original_language: str = ""
    goals: tuple[str, ...] = ()
    action_lines: tuple[str, ...] = ()
    contact: str = ""
    consent: str = ""
    links: tuple[str, ...] = ()
    files: tuple[DossierFile, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierDocument:
    """A dossier: `sender` writes to `recipient` about `subject`; `cover` is the cover letter.

    `intro_lines` stand under the sender (address, reference); `closing` above the signer.
    """

    sender: str
    recipient: str
    subject: str
    place: str
    dated: date
    cover: tuple[Paragraph, ...]
    items: tuple[DossierItem, ...]
    signer_post: str = ""
    signer_name: str = ""
    reference: str = ""
    language: str = "en"
    sender_lines: tuple[str, ...] = ()
    words: DossierWords | None = field(default=None)

    def __post_init__(self) -> None:
        for name in ("sender", "recipient", "subject"):
            if not getattr(self, name).strip():
                raise lacking("A dossier", "Bộ hồ sơ", name)
        if not self.items:
            raise BadDocument(
                "A dossier needs at least one item.", "Bộ hồ sơ phải có ít nhất một nội dung."
            )
        if self.words is None and self.language not in WORDS:
            raise BadDocument(
                f"The dossier's fixed words are missing in {self.language!r}.",
                f"Chưa có mẫu từ của bộ hồ sơ bằng ngôn ngữ {self.language!r}.",
            )


def words_of(dossier: DossierDocument) -> DossierWords:
    """The fixed words: those given, or ours in the dossier's language."""
    return dossier.words or WORDS[dossier.language]


def cover_date(dossier: DossierDocument) -> str:
    """Place and date in the dossier's language: `Hà Nội, 17 May 2024`."""
    day = dossier.dated
    if dossier.language == "vi":
        when = f"ngày {day.day:02d} tháng {day.month} năm {day.year}"
    elif dossier.language == "en":
        when = f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"
    else:
        when = day.isoformat()
    return f"{dossier.place}, {when}" if dossier.place else when


_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _said(text: str, part: str) -> str:
    return spelled_out(one_line(text, part=part))


def summary_rows(dossier: DossierDocument) -> tuple[tuple[str, ...], ...]:
    """Rows of the summary table: number, title, kind, organisation, goals, action lines."""
    return tuple(
        (
            str(place),
            _said(item.title, "title"),
            _said(item.kind, "kind"),
            _said(item.organisation, "organisation"),
            _said(", ".join(item.goals), "goals"),
            _said(", ".join(item.action_lines), "action lines"),
        )
        for place, item in enumerate(dossier.items, start=1)
    )


def summary_columns(dossier: DossierDocument) -> tuple[str, ...]:
    """Heads of the summary table."""
    words = words_of(dossier)
    return (
        words.number,
        words.title,
        words.kind,
        words.organisation,
        words.goals,
        words.action_lines,
    )


def item_facts(item: DossierItem, words: DossierWords) -> tuple[tuple[str, str], ...]:
    """The labelled lines of an item's sheet; empty ones left out."""
    original = f"{item.original_title} ({item.original_language})"
    lines = (
        (words.original_title, original if item.original_language else item.original_title),
        (words.kind, item.kind),
        (words.organisation, item.organisation),
        (words.goals, ", ".join(item.goals)),
        (words.action_lines, ", ".join(item.action_lines)),
        (words.contact, item.contact),
        (words.consent, item.consent),
    )
    return tuple((label, _said(text, label)) for label, text in lines if text)


def file_line(file: DossierFile, words: DossierWords) -> str:
    """Write `report.pdf (12,345 bytes, SHA-256 …)`."""
    name = _said(file.name, "file name")
    return f"{name} ({file.size:,} {words.bytes}, SHA-256 {file.sha256})"


def heading_of(place: int, item: DossierItem, words: DossierWords) -> str:
    """Write `Item 1. Title`."""
    return f"{words.item} {place}. {_said(item.title, 'title')}"


def safe_paragraph(paragraph: Paragraph) -> Paragraph:
    """The same paragraph with what the font cannot draw spelled out; the words are others'."""
    runs = tuple(
        replace(run, text=spelled_out(clean(run.text, part="body"))) for run in paragraph.runs
    )
    return replace(paragraph, runs=runs)


def dossier_pdf(dossier: DossierDocument) -> bytes:
    """Set the dossier as PDF/A; the same dossier gives the same bytes."""
    words = words_of(dossier)
    facts: dict[str, Json] = {
        **_cover_facts(dossier),
        "summary": words.summary,
        "columns": list(summary_columns(dossier)),
        "rows": [list(row) for row in summary_rows(dossier)],
        "items": [_item(place, item, words) for place, item in enumerate(dossier.items, start=1)],
    }
    return pdf("dossier.typ", facts, dated=dossier.dated)


def _cover_facts(dossier: DossierDocument) -> dict[str, Json]:
    words = words_of(dossier)
    return {
        "margins": {side: measure.chosen for side, measure in layout.MARGINS_MM.items()},
        "language": dossier.language,
        "sender": one_line(dossier.sender, part="sender"),
        "sender_lines": [one_line(line, part="sender") for line in dossier.sender_lines],
        "reference": one_line(dossier.reference, part="reference"),
        "place_date": one_line(cover_date(dossier), part="place"),
        "to": [words.to, one_line(dossier.recipient, part="recipient")],
        "subject": [words.subject, one_line(dossier.subject, part="subject")],
        "cover": [paragraph_facts(paragraph) for paragraph in dossier.cover],
        "signer": [
            one_line(dossier.signer_post, part="post"),
            one_line(dossier.signer_name, part="name"),
        ],
    }


def _item(place: int, item: DossierItem, words: DossierWords) -> dict[str, Json]:
    facts: list[Json] = [list(line) for line in item_facts(item, words)]
    return {
        "heading": heading_of(place, item, words),
        "facts": facts,
        "body": [paragraph_facts(safe_paragraph(paragraph)) for paragraph in item.body],
        "links_word": words.links,
        "links": [checked_url(url) for url in item.links],
        "files_word": words.attachments,
        "files": [file_line(file, words) for file in item.files],
    }
