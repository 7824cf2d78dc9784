"""Addressees (Kính gửi) and the dispatch list (Nơi nhận): Decree 30, App. I, part I, II.9."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from convoca.standards.decree30.rules import BrokenRule

TO = "Kính gửi:"
BLANK_ADDRESSEE = "....."
DISPATCH = "Nơi nhận:"
AS_ABOVE = "Như trên"
ARCHIVE = "Lưu:"
_COPIES = re.compile(r"(\d+)b?")


def bare_line(line: str) -> str:
    """Return a list line without its dash and its closing `;`, `,` or `.`."""
    return re.sub(r"^[-–•]\s*", "", line.strip()).rstrip(" ;,.").strip()


def dashed(lines: Sequence[str]) -> tuple[str, ...]:
    """Write lines as the decree lists them: a dash, `;` after each, `.` after the last."""
    last = len(lines) - 1
    return tuple(
        f"- {bare_line(line)}{'.' if place == last else ';'}" for place, line in enumerate(lines)
    )


def addressee_lines(names: Sequence[str]) -> tuple[str, ...]:
    """Write the addressees: one on the line of Kính gửi, several on dashed lines below it.

    None at all gives the row of dots that a draft carries.
    """
    if not names:
        return (f"{TO} {BLANK_ADDRESSEE}",)
    if len(names) == 1:
        return (f"{TO} {bare_line(names[0])}",)
    return (TO, *dashed(names))


@dataclass(frozen=True, slots=True)
class ArchiveLine:
    """The last line of Nơi nhận: `Lưu: VT, HTQT, NQQ.(06b)`.

    `units` are those that keep a copy (VT is the records office), `drafter` the drafter's mark,
    `copies` the number of copies as written (`"06b"` or `"300"`; empty when not said).
    """

    units: tuple[str, ...] = ("VT",)
    drafter: str = ""
    copies: str = ""

    def __post_init__(self) -> None:
        if self.copies and not _COPIES.fullmatch(self.copies):
            raise BrokenRule(
                en=f"The number of copies {self.copies!r} is not a number such as 06b or 300.",
                vi=f"Số lượng bản {self.copies!r} phải là số, ví dụ 06b hoặc 300.",
                source="App. I, part I, III.4",
            )

    @property
    def copy_count(self) -> int | None:
        """The number of copies, `None` when not said."""
        found = _COPIES.fullmatch(self.copies)
        return int(found[1]) if found else None

    def written(self) -> str:
        """Write the line without its dash and without the closing full stop."""
        mark = f"{self.drafter}." if self.drafter and self.copies else self.drafter
        tail = f"{mark}({self.copies})" if self.copies else mark
        if tail and not self.drafter:
            return f"{ARCHIVE} {', '.join(self.units)} {tail}"
        return f"{ARCHIVE} {', '.join([*self.units, *([tail] if tail else [])])}"


def dispatch_lines(recipients: Sequence[str], archive: ArchiveLine) -> tuple[str, ...]:
    """Write the list under Nơi nhận; the archive line always stands last."""
    return dashed([*recipients, archive.written()])
