"""The report to the leadership, and the record of it all."""

import io

from docx import Document
from openpyxl import load_workbook

from journeys.answering import FINANCE
from journeys.ministry import Ministry, name_of
from journeys.officers import REPORTING, Specialist
from journeys.people import Person


def the_report_is_drafted_by_one_press(ministry: Ministry) -> None:
    specialist = ministry.seat(Specialist, "chuyen-vien-htqt")
    specialist.comes_to_the_call()
    specialist.purpose = REPORTING
    report = Document(io.BytesIO(specialist.gets_by_button("Draft the report (Word)")))
    specialist.purpose = ""
    assert len(report.tables) > 0
    specialist.follows("Read its numbers first")
    specialist.looks("The numbers of the report")
    annex = Document(io.BytesIO(specialist.gets_by_link("Word (.docx)")))
    sheet = load_workbook(io.BytesIO(specialist.gets_by_link("Excel (.xlsx)"))).active
    written = [str(value) for row in sheet.iter_rows(values_only=True) for value in row if value]
    assert any(name_of(FINANCE) in value for value in written)
    assert any(name_of(FINANCE) in cell.text for row in annex.tables[-1].rows for cell in row.cells)


def every_number_leads_to_its_rows(ministry: Ministry) -> None:
    specialist = ministry.seat(Specialist, "chuyen-vien-htqt")
    specialist.comes_to_the_call()
    specialist.follows("Read its numbers first")
    number = specialist.page.locator("main section").first.get_by_role("link").first
    words = number.inner_text()
    number.click()
    specialist.reads(f"({words})")
    specialist.looks("The rows behind a number")


def the_journal_shows_every_step(ministry: Ministry) -> None:
    """The administrator reads what was done, by whom, and has the chain checked."""
    administrator = ministry.seat(Person, "quan-tri")
    administrator.follows("Journal")
    administrator.presses("Check the chain")
    administrator.reads(administrator.words("The chain is whole."))
    administrator.looks("The journal")
