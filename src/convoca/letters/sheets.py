"""The registers with the columns of the decree, as rows, PDF and Excel."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from datetime import date

import xlsxwriter
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.letters.documents import name_of
from convoca.letters.models import IncomingLetter, Letter, LineKind, SignatureState, State
from convoca.members.models import Body
from convoca.members.periods import today
from convoca.standards.decree30 import INCOMING_COLUMNS, OUTGOING_COLUMNS
from convoca.typesetting.documents import IncomingRow, OutgoingRow, RegisterCover


def outgoing_row(letter: Letter) -> OutgoingRow:
    """Return one line of the register of letters sent (Decree 30, App. IV)."""
    lines = [line.text for line in letter.lines.all() if line.kind == LineKind.ADDRESSEE]
    unit = letter.drafting_unit
    return OutgoingRow(
        number_symbol=letter.number_and_symbol,
        dated=letter.dated,
        subject=f"{letter.document_type}: {letter.subject}",
        signer=letter.signer_name,
        recipients="; ".join(lines),
        kept_by=letter.archive_units or unit.abbreviation,
        copies=letter.copies,
        sent_on=timezone.localdate(letter.issued_at) if letter.issued_at else None,
        note=note_on(letter),
    )


def note_on(letter: Letter) -> str:
    """Return the last column: void or withdrawn with its reason, number given elsewhere."""
    if letter.state == State.VOID:
        return _("Void: %(reason)s") % {"reason": letter.void_reason}
    if letter.state == State.WITHDRAWN:
        return _("Withdrawn: %(reason)s") % {"reason": letter.withdrawn_reason}
    told = [_("numbered in another system")] if letter.is_numbered_elsewhere else []
    told += [_("not signed")] if letter.signature == SignatureState.UNSIGNED else []
    return ", ".join(told)


def incoming_row(letter: IncomingLetter) -> IncomingRow:
    """Return one line of the register of letters received (Decree 30, App. IV)."""
    unit = name_of(letter.unit, letter.arrived_on, "vi") if letter.unit else ""
    handler = letter.handler.name if letter.handler else ""
    return IncomingRow(
        arrived_on=letter.arrived_on,
        arrival_number=f"{letter.number:02d}",
        author=letter.sender_name,
        number_symbol=letter.number_and_symbol,
        dated=letter.dated,
        subject=f"{letter.document_type}: {letter.subject}",
        handler=", ".join(part for part in (unit, handler) if part),
        passed_on=timezone.localdate(letter.given_at) if letter.given_at else None,
        note=letter.note,
    )


def outgoing_cover(body: Body, year: int, letters: Sequence[Letter]) -> RegisterCover:
    """Return the cover of a year's register of letters sent."""
    return _cover(body, year, [(one.dated, one.number or 0) for one in letters])


def incoming_cover(body: Body, year: int, letters: Sequence[IncomingLetter]) -> RegisterCover:
    """Return the cover of a year's register of letters received."""
    return _cover(body, year, [(one.arrived_on, one.number) for one in letters])


def _cover(body: Body, year: int, held: Sequence[tuple[date | None, int]]) -> RegisterCover:
    days = sorted(day for day, _number in held if day)
    numbers = sorted(number for _day, number in held)
    return RegisterCover(
        body=name_of(body, min(today(), date(year, 12, 31)), body.main_language),
        year=year,
        from_date=days[0] if days else None,
        to_date=days[-1] if days else None,
        from_number=f"{numbers[0]:02d}" if numbers else "",
        to_number=f"{numbers[-1]:02d}" if numbers else "",
    )


def outgoing_xlsx(rows: Iterable[OutgoingRow]) -> bytes:
    """Return the register of letters sent as an Excel sheet."""
    return _sheet(OUTGOING_COLUMNS, rows)


def incoming_xlsx(rows: Iterable[IncomingRow]) -> bytes:
    """Return the register of letters received as an Excel sheet."""
    return _sheet(INCOMING_COLUMNS, rows)


def _sheet(columns: Sequence[str], rows: Iterable[OutgoingRow | IncomingRow]) -> bytes:
    made = io.BytesIO()
    # Cells hold text as it was typed: never a formula, never a link.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        sheet, head = book.add_worksheet(), book.add_format({"bold": True, "text_wrap": True})
        cell = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top"})
        sheet.write_row(0, 0, columns, head)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(columns) - 1, 18)
        for place, row in enumerate(rows, start=1):
            for column, value in enumerate(astuple(row)):
                if isinstance(value, date):
                    sheet.write_datetime(place, column, value, day)
                else:
                    sheet.write_string(place, column, value or "", cell)
    return made.getvalue()
