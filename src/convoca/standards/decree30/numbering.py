"""The number and symbol of a document (Decree 30, Art. 15 and App. I, part I, II.3)."""

import re

from convoca.standards.decree30.kinds import COPY_FORMS, KINDS
from convoca.standards.decree30.rules import BrokenRule

BLANK_NUMBER = " " * 6
_GROUP = re.compile(r"[^\W_]+(?:[.&][^\W_]+)*")
_MIXED_CASE = {kind.abbreviation for kind in (*KINDS, *COPY_FORMS) if kind.abbreviation}


def number_text(number: int) -> str:
    """Write a number of the year's series, with a leading zero below 10: `5` becomes `"05"`."""
    if number < 1:
        raise BrokenRule(
            en="A document's number starts at 1 each year.",
            vi="Số văn bản bắt đầu từ số 01 mỗi năm.",
            source="Art. 15.1",
        )
    return f"{number:02d}"


def checked_symbol(symbol: str) -> str:
    """Return the symbol when its groups are capital abbreviations joined by "-" without spaces.

    `"BTTTT-HTQT"`, `"QĐ-BNV"`, `"QyĐ-UBND"` pass; others raise `BrokenRule` (App. I, II.3).
    """
    groups = symbol.split("-")
    if all(_GROUP.fullmatch(g) and (g == g.upper() or g in _MIXED_CASE) for g in groups):
        return symbol
    raise BrokenRule(
        en=f"The symbol {symbol!r} is not capital abbreviations joined by “-” without spaces.",
        vi=f"Ký hiệu {symbol!r} phải gồm các nhóm chữ viết tắt in hoa, "
        "nối bằng dấu “-”, không cách chữ.",
        source="App. I, part I, II.3",
    )


def letter_symbol(issuer: str, unit: str) -> str:
    """Form the symbol of a công văn: issuer and drafting unit or field, no type abbreviation."""
    return checked_symbol(f"{issuer}-{unit}")


def typed_symbol(kind: str, issuer: str) -> str:
    """Form the symbol of a document with a type: type abbreviation and issuer (`QĐ-BNV`)."""
    return checked_symbol(f"{kind}-{issuer}")


def number_and_symbol(number: int | None, symbol: str) -> str:
    """Write `05/BTTTT-HTQT`; before numbering, blanks stand where the number will be."""
    written = BLANK_NUMBER if number is None else number_text(number)
    return f"{written}/{checked_symbol(symbol)}"


def number_line(number: int | None, symbol: str) -> str:
    """Write the line `Số: 05/BTTTT-HTQT`, or `Số:      /BTTTT-HTQT` before numbering."""
    if number is None:
        return f"Số:{number_and_symbol(None, symbol)}"
    return f"Số: {number_and_symbol(number, symbol)}"
