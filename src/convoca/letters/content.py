"""The text of a letter as one value: what is frozen, hashed and compared."""

import hashlib
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from uuid import UUID

from convoca.journal.chain import Json, canonical
from convoca.languages.translated import Translated
from convoca.letters.models import AddressLine, Letter, LineKind


@dataclass(frozen=True, slots=True)
class LineText:
    """One line of Kính gửi or Nơi nhận; ids of a group or a body, or words and an address."""

    text: str
    group: int | None = None
    body: int | None = None
    email: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """The facts that the year's visual is drawn from; `seed` makes every drawing of them alike."""

    title: Translated
    theme: Translated
    day: date
    seed: str = ""


@dataclass(frozen=True, slots=True)
class LetterText:
    """All that a drafter writes. `addressees` and `copies_to` are the lines in their order."""

    subject: str = ""
    body: str = ""
    symbol: str = ""
    place: str = ""
    document_type: str = "Công văn"
    urgency: str = ""
    authority: str = ""
    head_post: str = ""
    own_post: str = ""
    deputy_for: str = ""
    signer_name: str = ""
    archive_units: str = "VT"
    drafter_mark: str = ""
    copies: str = ""
    annex_title: Translated = field(default_factory=Translated)
    annex_theme: Translated = field(default_factory=Translated)
    annex_day: date | None = None
    annex_seed: str = ""
    main_language: str = "vi"
    addressees: tuple[LineText, ...] = ()
    copies_to: tuple[LineText, ...] = ()

    def columns(self) -> dict[str, object]:
        """The values of the letter's own columns, without the lines."""
        return {name: getattr(self, name) for name in COLUMNS}

    def with_annex(self, annex: Annex) -> "LetterText":
        """The same letter with this visual as its annex."""
        return replace(
            self,
            annex_title=annex.title,
            annex_theme=annex.theme,
            annex_day=annex.day,
            annex_seed=annex.seed,
        )

    def all_words(self) -> str:
        """Every word of the letter, line by line, for the search of marks."""
        lines = [line.text for line in (*self.addressees, *self.copies_to)]
        texts = [str(value) for value in self.columns().values() if isinstance(value, str)]
        annex = [*self.annex_title.values(), *self.annex_theme.values()]
        return "\n".join([*texts, *lines, *annex])


COLUMNS = tuple(
    name for name in LetterText.__dataclass_fields__ if name not in {"addressees", "copies_to"}
)


def text_of(letter: Letter) -> LetterText:
    """Return the letter's text as it stands in the database now."""
    lines = list(letter.lines.all())
    return LetterText(
        **{name: getattr(letter, name) for name in COLUMNS},
        addressees=_lines(lines, LineKind.ADDRESSEE),
        copies_to=_lines(lines, LineKind.COPY),
    )


def _lines(lines: list[AddressLine], kind: str) -> tuple[LineText, ...]:
    found = sorted((line for line in lines if line.kind == kind), key=lambda line: line.position)
    return tuple(LineText(one.text, one.group_id, one.body_id, one.email) for one in found)


def frozen(text: LetterText, *, issuer: UUID) -> str:
    """Return text and issuer as canonical JSON: the same text gives the same bytes."""
    told: dict[str, Json] = {"issuer": str(issuer)}
    for name in COLUMNS:
        value = getattr(text, name)
        told[name] = _json(value)
    told["addressees"] = [asdict(line) for line in text.addressees]
    told["copies_to"] = [asdict(line) for line in text.copies_to]
    return canonical(told)


def _json(value: object) -> Json:
    if isinstance(value, Translated):
        return dict(value)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) else None


def fingerprint(content: str) -> str:
    """Return the SHA-256 of a frozen text, in hex."""
    return hashlib.sha256(content.encode()).hexdigest()
