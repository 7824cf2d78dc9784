"""The registers of outgoing and incoming documents, printable with all columns of App. IV."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date

from convoca.standards.decree30 import INCOMING_COLUMNS, OUTGOING_COLUMNS
from convoca.standards.decree30.registers import INCOMING_TITLE, OUTGOING_TITLE
from convoca.typesetting.engine import Json, clean, one_line, pdf, spelled_out
from convoca.typesetting.errors import BadDocument

# Shares of the page's width, column by column.
_OUTGOING_SHARES = (12, 9, 26, 11, 17, 12, 7, 9, 8, 12)
_INCOMING_SHARES = (9, 7, 16, 12, 9, 26, 15, 9, 8, 12)


@dataclass(frozen=True, slots=True)
class OutgoingRow:
    """One row of the outgoing register; fields in the order of the decree's columns.

    A number that fell through stays as a row whose `note` says that it is void, and why.
    """

    number_symbol: str
    dated: date | None
    subject: str
    signer: str
    recipients: str
    kept_by: str
    copies: str = ""
    sent_on: date | None = None
    receipt: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """One row of the incoming register; fields in the order of the decree's columns."""

    arrived_on: date | None
    arrival_number: str
    author: str
    number_symbol: str
    dated: date | None
    subject: str
    handler: str
    passed_on: date | None = None
    receipt: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RegisterCover:
    """The cover: parent body, body, year, and what the volume holds."""

    body: str
    year: int
    parent: str = ""
    from_date: date | None = None
    to_date: date | None = None
    from_number: str = ""
    to_number: str = ""
    volume: str = ""


def short_date(day: date | None) -> str:
    """Write `05/01/2024`, with leading zeros; empty for no day."""
    return f"{day:%d/%m/%Y}" if day else ""


def outgoing_register_pdf(cover: RegisterCover, rows: Sequence[OutgoingRow]) -> bytes:
    """Print the outgoing register (sổ đăng ký văn bản đi) on A4 across, with its cover."""
    return _register(cover, rows, OUTGOING_TITLE, OUTGOING_COLUMNS, _OUTGOING_SHARES)


def incoming_register_pdf(cover: RegisterCover, rows: Sequence[IncomingRow]) -> bytes:
    """Print the incoming register (sổ đăng ký văn bản đến) on A4 across, with its cover."""
    return _register(cover, rows, INCOMING_TITLE, INCOMING_COLUMNS, _INCOMING_SHARES)


def _register(
    cover: RegisterCover,
    rows: Sequence[OutgoingRow] | Sequence[IncomingRow],
    title: str,
    columns: tuple[str, ...],
    shares: tuple[int, ...],
) -> bytes:
    if not cover.body.strip():
        raise BadDocument(
            "A register needs the name of its body.", "Sổ đăng ký phải có tên cơ quan."
        )
    facts: dict[str, Json] = {
        **_cover(cover),
        "title": title,
        "columns": list(columns),
        "shares": list(shares),
        "margins": {"top": 20, "bottom": 15, "left": 20, "right": 15},
        "rows": [_row(row) for row in rows],
    }
    return pdf("register.typ", facts, dated=cover.to_date or date(cover.year, 1, 1))


def _cover(cover: RegisterCover) -> dict[str, Json]:
    return {
        "parent": one_line(cover.parent, part="parent").upper(),
        "body": one_line(cover.body, part="body").upper(),
        "year": f"Năm: {cover.year}",
        "span": [
            f"Từ ngày {short_date(cover.from_date) or '…'} "
            f"đến ngày {short_date(cover.to_date) or '…'}",
            f"Từ số {cover.from_number or '…'} đến số {cover.to_number or '…'}",
            f"Quyển số: {cover.volume or '…'}",
        ],
    }


def _row(row: OutgoingRow | IncomingRow) -> list[Json]:
    values = (value if isinstance(value, str) else short_date(value) for value in astuple(row))
    return [spelled_out(clean(value, part="register row")).strip() for value in values]
