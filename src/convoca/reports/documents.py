"""The report as documents: the letter around it, its sections and its annex."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from convoca.languages.translated import shown
from convoca.members.models import Body
from convoca.reports.annex import rows
from convoca.reports.queries.numbers import Facts
from convoca.reports.sentences import Section
from convoca.reports.summary import Summary
from convoca.standards.decree30 import ArchiveLine, Paragraph, Run, Signing, body_paragraphs
from convoca.standards.decree30.signing import Authority
from convoca.typesetting.documents import (
    LetterDocument,
    ReportDocument,
    ReportSection,
    report_annex_docx,
    report_annex_xlsx,
    report_docx,
)

PLACE_UNKNOWN = "....."


def report_of(facts: Facts, *, dated: date) -> ReportDocument:
    """Return the report in the call's main language, marked as a draft and without a number."""
    language = facts.call.main_language
    with override(language):
        summary = Summary(facts, language)
        sections = tuple(_section(one) for one in summary.sections())
        return ReportDocument(
            letter=_letter(facts, language, dated),
            sections=sections,
            rows=rows(facts, language),
            proposed_column=_("Proposed for %(to)s") % {"to": summary.above()},
        )


def _section(section: Section) -> ReportSection:
    paragraphs = [one.paragraph for one in section.sentences]
    if section.to_fill:
        paragraphs.append(Paragraph((Run(section.to_fill, italic=True),)))
    return ReportSection(section.title, tuple(paragraphs))


def _name(body: Body, language: str, day: date) -> str:
    return shown(body.name_on(day), language, body.main_language).text


def _letter(facts: Facts, language: str, dated: date) -> LetterDocument:
    call = facts.call
    issuer, unit = _name(call.body, language, dated), _name(call.unit, language, dated)
    mark = call.unit.abbreviation_on(dated) or call.letter.symbol.rpartition("-")[2]
    opening = _("%(unit)s reports on the results of the call “%(call)s” as follows:") % {
        "unit": unit,
        "call": shown(call.title, language, call.main_language).text,
    }
    return LetterDocument(
        issuer=unit,
        parent=issuer if call.unit_id != call.body_id else "",
        symbol=f"BC-{mark}",
        place=call.letter.place or PLACE_UNKNOWN,
        year=dated.year,
        kind=_("Report"),
        subject=_("Results of the call “%(call)s”")
        % {"call": shown(call.title, language, call.main_language).text},
        signing=Signing(Authority.HEAD, _("Head of the unit")),
        signer_name="",
        addressees=(_("Leadership of %(body)s") % {"body": issuer},),
        body=body_paragraphs(opening),
        recipients=(_("As above"),),
        archive=ArchiveLine(("VT", mark)),
        draft=True,
    )


def word(facts: Facts, *, dated: date) -> bytes:
    """Return the report as .docx with its annex."""
    return report_docx(report_of(facts, dated=dated))


def annex_word(facts: Facts, *, dated: date) -> bytes:
    """Return the annex alone as .docx."""
    return report_annex_docx(report_of(facts, dated=dated))


def annex_sheet(facts: Facts, *, dated: date) -> bytes:
    """Return the annex alone as .xlsx."""
    return report_annex_xlsx(report_of(facts, dated=dated))
