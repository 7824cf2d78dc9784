"""The head of a letter: bodies, number, place and date, abstract, urgency, addressees."""

import re
from datetime import date

from convoca.standards.decree30.addressees import bare_line
from convoca.standards.decree30.layout import NATIONAL_NAME
from convoca.standards.decree30.marks import CIRCULATION, urgency_marked
from convoca.standards.decree30.notes import Note
from convoca.standards.decree30.reading.letter import Head

_SYMBOL = re.compile(r"Số\s*:\s*(?P<number>\d*)[\s.…_]*/\s*(?P<symbol>[^\W_]+(?:[-.&][^\W_]+)+)")
_PLACE_DATE = re.compile(
    r"(?P<place>[^\W\d_][^,:;/]*?)\s*,\s*ngày(?P<day>[\s\d.…_]*)tháng(?P<month>[\s\d.…_]*)"
    r"năm(?P<year>[\s\d.…_]*)",
    re.IGNORECASE,
)
_TO = re.compile(r"Kính gửi\s*:?\s*(?P<rest>.*)", re.IGNORECASE)
_ABOUT = re.compile(r"(?:V/v|Về việc)\s*:?\s*(?P<rest>.*)", re.IGNORECASE)
_MOTTO = re.compile(r"Độc lập\s*[-–—]\s*Tự do\s*[-–—]\s*Hạnh phúc", re.IGNORECASE)
_NATION = re.compile(NATIONAL_NAME.replace("HÒA", "(?:HÒA|HOÀ)"))
_NO_NAMES = {"DỰ THẢO", *CIRCULATION}
_DASHED = re.compile(r"[-–•]\s*\w")


def _first(lines: list[str], pattern: re.Pattern[str]) -> int:
    """Index of the first line that begins with the pattern, or the number of lines."""
    return next((i for i, line in enumerate(lines) if pattern.match(line)), len(lines))


def span_of_head(lines: list[str]) -> tuple[int, int]:
    """Where Kính gửi starts and where the body does; the same place when there is no Kính gửi."""
    start = _first(lines, _TO)
    if start == len(lines):
        end = _end_without_addressees(lines)
        return end, end
    end = start + 1
    last = _rest(_TO, lines[start])
    if last and not "".join(lines[end : end + 1]):
        return start, end
    while end < len(lines) and _goes_on(last, lines[end], bool(end - start - 1)):
        last = lines[end] or last
        end += 1
    return start, end


def _goes_on(last: str, line: str, listed: bool) -> bool:
    """Whether a line still belongs to the list of addressees that has come to `last`."""
    if not line or _DASHED.match(line):
        return not (listed and last.endswith((".", "./."))) or not line
    return listed and _DASHED.match(last) is not None and last[-1] not in ";.,"


def _end_without_addressees(lines: list[str]) -> int:
    """Without Kính gửi the head ends after its last recognised line."""
    about = _first(lines, _ABOUT)
    if about < len(lines):
        return next((i for i in range(about, len(lines)) if not lines[i]), len(lines))
    known = [i for i, line in enumerate(lines) if _SYMBOL.search(line) or _PLACE_DATE.search(line)]
    return known[-1] + 1 if known else 0


def _rest(pattern: re.Pattern[str], line: str) -> str:
    found = pattern.match(line)
    return found["rest"].strip() if found else ""


def read_head(lines: list[str], to_lines: list[str]) -> tuple[Head, list[Note]]:
    """Read the lines above Kính gửi, and those of Kính gửi itself."""
    notes: list[Note] = []
    numbered = next((m for line in lines if (m := _SYMBOL.search(line))), None)
    dated = next((m for line in lines if (m := _PLACE_DATE.search(_SYMBOL.sub("", line)))), None)
    parent, issuer = _bodies(lines, notes)
    year = _number_in(dated["year"]) if dated else None
    head = Head(
        parent=parent,
        issuer=issuer,
        number=_number_in(numbered["number"]) if numbered else None,
        symbol=numbered["symbol"] if numbered else "",
        place=dated["place"].strip() if dated else "",
        day=_day(dated, year, notes) if dated else None,
        year=year,
        subject=_subject(lines),
        urgency=next((u for line in lines if (u := urgency_marked(line))), None),
        addressees=_addressees(to_lines),
    )
    return head, notes


def _number_in(blank: str) -> int | None:
    digits = re.sub(r"\D", "", blank)
    return int(digits) if digits else None


def _day(dated: re.Match[str], year: int | None, notes: list[Note]) -> date | None:
    day, month = _number_in(dated["day"]), _number_in(dated["month"])
    if day is None or month is None or year is None:
        return None
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        written = f"{day}/{month}/{year}"
        notes.append(
            Note(
                "day",
                f"{written} is no day of the calendar.",
                f"{written} không phải là ngày có thật.",
            )
        )
        return None


def _names_above_number(lines: list[str]) -> list[str]:
    """Lines in capitals above the number that are neither the nation's name nor a mark."""
    above = lines[: next((i for i, x in enumerate(lines) if _SYMBOL.search(x)), 0)]
    cells = (_NATION.sub("", _MOTTO.sub("", line)) for line in above)
    names = (re.sub(r"[-_–—*\s]{3,}", "", cell).strip() for cell in cells)
    return [
        name
        for name in names
        if re.search(r"[^\W\d_]", name)
        and name == name.upper()
        and name not in _NO_NAMES
        and not urgency_marked(name)
    ]


def _bodies(lines: list[str], notes: list[Note]) -> tuple[str, str]:
    """Parent and issuer; a note says how several lines were read."""
    names = _names_above_number(lines)
    if len(names) < 2:
        return "", names[0] if names else ""
    if names[1].startswith("VÀ ") or len(names) > 2:
        joined = " ".join(names)
        notes.append(
            Note(
                "issuer",
                f"The lines above the number were read as one name: {joined}.",
                f"Các dòng phía trên số văn bản được đọc thành một tên: {joined}.",
            )
        )
        return "", joined
    notes.append(
        Note(
            "parent",
            f"{names[0]} was read as the parent body of {names[1]}.",
            f"{names[0]} được đọc là cơ quan chủ quản của {names[1]}.",
        )
    )
    return names[0], names[1]


def _subject(lines: list[str]) -> str:
    """The abstract may run over several lines, up to a blank one."""
    start = _first(lines, _ABOUT)
    if start == len(lines):
        return ""
    parts = [_rest(_ABOUT, lines[start])]
    for line in lines[start + 1 :]:
        if not line or _PLACE_DATE.search(line) or urgency_marked(line):
            break
        parts.append(line)
    return " ".join(part for part in parts if part)


def _addressees(lines: list[str]) -> tuple[str, ...]:
    """Names of the addressees; a row of dots is a blank, not a name.

    Several names on one line are parted by semicolons.
    """
    if not lines:
        return ()
    found = [_rest(_TO, lines[0])]
    for line in lines[1:]:
        if _DASHED.match(line) or not found:
            found.append(line)
        else:
            found[-1] = f"{found[-1]} {line}"
    names = (bare_line(name) for entry in found for name in entry.split(";"))
    return tuple(name for name in names if re.search(r"\w", name))
