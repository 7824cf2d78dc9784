"""The documents that Convoca prints: frozen data in, bytes of PDF, Word, Excel, SVG or PNG out."""

from convoca.typesetting.documents.letters import (
    LetterAnnex,
    LetterDocument,
    letter_lines,
    letter_pdf,
)
from convoca.typesetting.documents.visuals import Visual, visual_pdf, visual_png, visual_svg

__all__ = [
    "LetterAnnex",
    "LetterDocument",
    "Visual",
    "letter_lines",
    "letter_pdf",
    "visual_pdf",
    "visual_png",
    "visual_svg",
]
