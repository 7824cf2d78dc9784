"""The documents that Convoca prints: frozen data in, bytes of PDF, Word, Excel, SVG or PNG out."""

from convoca.typesetting.documents.dossiers import (
    DossierDocument,
    DossierFile,
    DossierItem,
    DossierWords,
    dossier_pdf,
)
from convoca.typesetting.documents.dossiers_word import dossier_docx
from convoca.typesetting.documents.letter_forms import DECREE_30, INTERNATIONAL, LetterForm
from convoca.typesetting.documents.letters import (
    LetterAnnex,
    LetterDocument,
    letter_lines,
    letter_pdf,
    letter_pngs,
)
from convoca.typesetting.documents.letters_word import letter_docx
from convoca.typesetting.documents.registers import (
    IncomingRow,
    OutgoingRow,
    RegisterCover,
    incoming_register_pdf,
    outgoing_register_pdf,
)
from convoca.typesetting.documents.reports import (
    ReportAnnexRow,
    ReportDocument,
    ReportSection,
    figure,
    report_annex_docx,
    report_annex_xlsx,
    report_docx,
    report_pdf,
)
from convoca.typesetting.documents.slips import SlipStep, SubmissionSlip, slip_pdf
from convoca.typesetting.documents.visuals import Visual, visual_pdf, visual_png, visual_svg

__all__ = [
    "DECREE_30",
    "INTERNATIONAL",
    "DossierDocument",
    "DossierFile",
    "DossierItem",
    "DossierWords",
    "IncomingRow",
    "LetterAnnex",
    "LetterDocument",
    "LetterForm",
    "OutgoingRow",
    "RegisterCover",
    "ReportAnnexRow",
    "ReportDocument",
    "ReportSection",
    "SlipStep",
    "SubmissionSlip",
    "Visual",
    "dossier_docx",
    "dossier_pdf",
    "figure",
    "incoming_register_pdf",
    "letter_docx",
    "letter_lines",
    "letter_pdf",
    "letter_pngs",
    "outgoing_register_pdf",
    "report_annex_docx",
    "report_annex_xlsx",
    "report_docx",
    "report_pdf",
    "slip_pdf",
    "visual_pdf",
    "visual_png",
    "visual_svg",
]
