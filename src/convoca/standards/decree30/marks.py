"""Urgency and circulation marks (Decree 30, App. I, part I, III.2), and state-secret marks refused.

State secrets go by the Law on the Protection of State Secrets (29/2018/QH14; from 1 March 2026
117/2025/QH15), never through an ordinary document system.
"""

import re
import unicodedata
from enum import Enum

from convoca.standards.decree30.rules import BrokenRule


class Urgency(Enum):
    """Degree of urgency: its mark and the size of its box in millimetres."""

    FLASH = ("HỎA TỐC", 30, 8)
    VERY_URGENT = ("THƯỢNG KHẨN", 40, 8)
    URGENT = ("KHẨN", 20, 8)

    @property
    def mark(self) -> str:
        """The words in the box."""
        return self.value[0]

    @property
    def box_mm(self) -> tuple[int, int]:
        """Width and height of the box in millimetres."""
        return self.value[1], self.value[2]


CIRCULATION = ("XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ")
SECRECY_LAW = "Luật Bảo vệ bí mật nhà nước: 29/2018/QH14, từ 01/3/2026 là 117/2025/QH15"
_DEGREE = r"(?:tuyệt mật|tối mật|mật)"
_URGENT = r"(?:hỏa tốc|hoả tốc|thượng khẩn|khẩn)"
_MARK = re.compile(
    rf"(?:(?:mức )?độ mật ?: ?)?(?:{_URGENT}[ /,–-]+)?(?P<degree>{_DEGREE})(?:[ /,–-]+{_URGENT})?"
)
# Before other words on its line: “TỐI MẬT - Kế hoạch”, “Kế hoạch (TỐI MẬT)”, “… độ mật: Mật”.
_MARK_BESIDE_WORDS = re.compile(
    r"^\W*(?P<head>TUYỆT MẬT|TỐI MẬT)\s*[:–—|/-]"
    r"|[\[(]\s*(?P<bracketed>TUYỆT MẬT|TỐI MẬT|MẬT|Tuyệt mật|Tối mật)\s*[\])]"
    rf"|\b(?i:độ mật)\s*:\s*(?P<told>(?i:{_DEGREE}))\b"
)
_CELLS = re.compile(r"\t|\||\s{2,}")


class StateSecretMark(BrokenRule):
    """The text carries a mark of state secrecy; `mark` is the degree as written in capitals."""

    def __init__(self, mark: str) -> None:
        self.mark = mark
        super().__init__(
            en=f"The text is marked {mark}. State secrets are not handled in this system.",
            vi=f"Văn bản có dấu độ mật {mark}. Bí mật nhà nước không được xử lý trên hệ thống này.",
            source=SECRECY_LAW,
        )


def urgency_marked(mark: str) -> Urgency | None:
    """Return the degree whose mark this is, `None` when it is no urgency mark."""
    wanted = unicodedata.normalize("NFC", mark).strip().upper().replace("HOẢ", "HỎA")
    return next((degree for degree in Urgency if degree.mark == wanted), None)


def state_secret_mark(text: str, *, stamped: bool = False) -> str | None:
    """Return MẬT, TỐI MẬT or TUYỆT MẬT when it stands in the text as a mark, else `None`.

    A mark stands alone on its line or in its cell, perhaps in brackets, after "Độ mật:" or beside
    an urgency mark; or beside other words at the head of the line, in brackets or after "Độ mật:".
    The same words inside a sentence ("bảo mật", "bí mật nhà nước") are no mark.
    With `stamped` the one word alone is a mark only in capitals: in a table, "Mật" is honey.
    """
    for line in unicodedata.normalize("NFC", text).splitlines():
        for cell in _CELLS.split(line):
            bare = re.sub(r"\s+", " ", re.sub(r"[*#_\[\]()<>“”\"'.]", "", cell)).strip()
            found = _MARK.fullmatch(bare.lower())
            if found and not (stamped and bare.lower() == "mật" and bare != "MẬT"):
                return found["degree"].upper()
        beside = _MARK_BESIDE_WORDS.search(re.sub(r"[*#_\s]+", " ", line))
        if beside:
            return str(beside[beside.lastgroup or 0]).upper()
    return None


def refuse_state_secrets(text: str, *, stamped: bool = False) -> None:
    """Raise `StateSecretMark`, naming the law, when the text carries a mark of state secrecy."""
    mark = state_secret_mark(text, stamped=stamped)
    if mark is not None:
        raise StateSecretMark(mark)
