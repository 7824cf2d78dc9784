"""Read the pasted text of a công văn into its parts (components of Decree 30, Art. 8).

The text may come from a web page, a mail or a word processor: stars of emphasis, heading signs,
lines broken anywhere. Nothing is guessed: a part that is not there stays empty and a note says so.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date

from convoca.standards.decree30.addressees import ArchiveLine, bare_line
from convoca.standards.decree30.layout import CLOSING_MARK, MOTTO, NATIONAL_NAME
from convoca.standards.decree30.marks import Urgency, refuse_state_secrets, urgency_marked
from convoca.standards.decree30.notes import NOTES, Note
from convoca.standards.decree30.paragraphs import Paragraph, body_paragraphs
from convoca.standards.decree30.rules import BrokenRule
from convoca.standards.decree30.signing import Signing, signing_from_lines

_SYMBOL = re.compile(r"Số\s*:\s*(?P<number>\d*)[\s.…_]*/\s*(?P<symbol>[^\W_]+(?:[-.&][^\W_]+)+)")
_PLACE_DATE = re.compile(
    r"(?P<place>[^\W\d_][^,:;/]*?)\s*,\s*ngày(?P<day>[\s\d.…_]*)tháng(?P<month>[\s\d.…_]*)"
    r"năm(?P<year>[\s\d.…_]*)",
    re.IGNORECASE,
)
_TO = re.compile(r"Kính gửi\s*:?\s*(?P<rest>.*)", re.IGNORECASE)
_ABOUT = re.compile(r"(?:V/v|Về việc)\s*:?\s*(?P<rest>.*)", re.IGNORECASE)
_DISPATCH = re.compile(r"Nơi nhận\s*:\s*(?P<rest>.*)", re.IGNORECASE)
_ARCHIVE = re.compile(r"Lưu\s*:\s*(?P<rest>.*)", re.IGNORECASE)
_DRAFTER = re.compile(r"(?P<drafter>[^\W\d_]*)\.?\s*\((?P<copies>\d+b?)\)")
_AUTHORITY = re.compile(r"(?:TM|Q|KT|TL|TUQ)\.\s*\S")


@dataclass(frozen=True, slots=True)
class ReadLetter:
    """The parts of a letter as found; what was not found is empty or `None`."""

    parent: str = ""
    issuer: str = ""
    number: int | None = None
    symbol: str = ""
    place: str = ""
    day: date | None = None
    year: int | None = None
    subject: str = ""
    urgency: Urgency | None = None
    addressees: tuple[str, ...] = ()
    body: tuple[Paragraph, ...] = ()
    recipients: tuple[str, ...] = ()
    archive: ArchiveLine | None = None
    signing: Signing | None = None
    signer_name: str = ""
    annex: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A letter as read, with notes on what was not found or not understood."""

    letter: ReadLetter
    notes: tuple[Note, ...]


def read_letter(text: str) -> Reading:
    """Read a pasted letter. `StateSecretMark` when it carries a mark of state secrecy."""
    refuse_state_secrets(text)
    raw = [line.strip() for line in unicodedata.normalize("NFC", text).splitlines()]
    bare = [_unmarked(line) for line in raw]
    head_end, body_start = _span_of_addressees(bare)
    dispatch = _first(bare, _DISPATCH, body_start)
    sign = _sign_start(bare, body_start, dispatch)
    body_end = min(dispatch, sign)
    extra: list[Note] = []
    letter = replace(
        _read_head(bare[:head_end], extra),
        addressees=_addressees(bare[head_end:body_start]),
        body=body_paragraphs("\n".join(raw[body_start:body_end]), emphasis=True),
    )
    letter = _read_foot(letter, raw, bare, (dispatch, sign), extra)
    return Reading(letter, (*_missing(letter), *extra))


def _unmarked(line: str) -> str:
    """Drop heading signs and emphasis stars; fold no spaces, they part columns."""
    return re.sub(r"\*+", "", re.sub(r"^#+\s*", "", line)).strip()


def _first(lines: list[str], pattern: re.Pattern[str], start: int = 0) -> int:
    """Index of the first line that begins with the pattern, or the number of lines."""
    return next((i for i in range(start, len(lines)) if pattern.match(lines[i])), len(lines))


def _span_of_addressees(bare: list[str]) -> tuple[int, int]:
    """Lines of Kính gửi and its dashed list: start and end, equal when there is none."""
    start = _first(bare, _TO)
    if start == len(bare):
        end = _end_of_head(bare)
        return end, end
    end = start + 1
    if bare_line(_rest(_TO, bare[start])):
        return start, end
    while end < len(bare) and (not bare[end] or bare_line(bare[end]) != bare[end].rstrip(" ;,.")):
        end += 1
    return start, end


def _end_of_head(bare: list[str]) -> int:
    """Without Kính gửi the head ends after its last recognised line."""
    about = _first(bare, _ABOUT)
    if about < len(bare):
        return next((i for i in range(about, len(bare)) if not bare[i]), len(bare))
    known = [i for i, line in enumerate(bare) if _SYMBOL.search(line) or _PLACE_DATE.search(line)]
    return known[-1] + 1 if known else 0


def _rest(pattern: re.Pattern[str], line: str) -> str:
    found = pattern.match(line)
    return found["rest"].strip() if found else ""


def _sign_start(bare: list[str], body_start: int, dispatch: int) -> int:
    """The first authority line; after Nơi nhận a line in capitals without a mark counts too."""
    marked = _first(bare, _AUTHORITY, body_start)
    if dispatch == len(bare) or marked < dispatch:
        return marked
    after = dispatch + 1
    capitals = (i for i in range(after, len(bare)) if bare[i] and bare[i] == bare[i].upper())
    unlisted = (i for i in capitals if bare_line(bare[i]) == bare[i])
    return min(marked, next(unlisted, len(bare)))


def _number_in(blank: str) -> int | None:
    digits = re.sub(r"\D", "", blank)
    return int(digits) if digits else None


def _read_head(lines: list[str], extra: list[Note]) -> ReadLetter:
    joined = next((m for line in lines if (m := _SYMBOL.search(line))), None)
    dated = next((m for line in lines if (m := _PLACE_DATE.search(_SYMBOL.sub("", line)))), None)
    parent, issuer = _bodies(lines, extra)
    year = _number_in(dated["year"]) if dated else None
    return ReadLetter(
        parent=parent,
        issuer=issuer,
        number=_number_in(joined["number"]) if joined else None,
        symbol=joined["symbol"] if joined else "",
        place=dated["place"].strip() if dated else "",
        day=_day(dated, year, extra) if dated else None,
        year=year,
        subject=_subject(lines),
        urgency=next((u for line in lines if (u := urgency_marked(line))), None),
    )


def _day(dated: re.Match[str], year: int | None, extra: list[Note]) -> date | None:
    day, month = _number_in(dated["day"]), _number_in(dated["month"])
    if day is None or month is None or year is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        extra.append(
            Note(
                "day",
                f"{day}/{month}/{year} is no day of the calendar.",
                f"{day}/{month}/{year} không phải là ngày có thật.",
            )
        )
        return None


def _bodies(lines: list[str], extra: list[Note]) -> tuple[str, str]:
    """Parent and issuer: the lines in capitals above the number."""
    above = lines[: next((i for i, x in enumerate(lines) if _SYMBOL.search(x)), 0)]
    names = [re.sub(r"[-_–*\s]{3,}$", "", _without_motto(line)).strip() for line in above]
    names = [n for n in names if len(n) > 1 and n == n.upper() and not urgency_marked(n)]
    names = [n for n in names if re.search(r"[^\W\d_]", n)]
    if len(names) < 2:
        return "", names[0] if names else ""
    if names[1].startswith(("VÀ ", "- ")) or len(names) > 2:
        joined = " ".join(names)
        extra.append(
            Note(
                "issuer",
                f"The lines above the number were read as one name: {joined}.",
                f"Các dòng phía trên số văn bản được đọc thành một tên: {joined}.",
            )
        )
        return "", joined
    extra.append(
        Note(
            "parent",
            f"{names[0]} was read as the parent body of {names[1]}.",
            f"{names[0]} được đọc là cơ quan chủ quản của {names[1]}.",
        )
    )
    return names[0], names[1]


def _without_motto(line: str) -> str:
    for fixed in (NATIONAL_NAME, NATIONAL_NAME.replace("HÒA", "HOÀ"), MOTTO):
        line = line.replace(fixed, "")
    return line


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
    """Names of the addressees; a row of dots is a blank, not a name."""
    if not lines:
        return ()
    found = [bare_line(_rest(_TO, lines[0])), *(bare_line(line) for line in lines[1:])]
    return tuple(name for name in found if re.search(r"\w", name))


def _read_foot(
    letter: ReadLetter,
    raw: list[str],
    bare: list[str],
    starts: tuple[int, int],
    extra: list[Note],
) -> ReadLetter:
    dispatch, sign = starts
    listed_end = sign if sign > dispatch else len(bare)
    recipients, archive, list_end = _recipients(bare[dispatch:listed_end])
    signing, name, sign_end = _signature(bare, sign, extra)
    annex_start = max(dispatch + list_end, sign_end)
    return replace(
        letter,
        recipients=recipients,
        archive=archive,
        signing=signing,
        signer_name=name,
        annex="\n".join(_unheaded(line) for line in raw[annex_start:]).strip(),
    )


def _recipients(lines: list[str]) -> tuple[tuple[str, ...], ArchiveLine | None, int]:
    """The dashed lines under Nơi nhận, the archive line read apart, and where the list ends."""
    found: list[str] = []
    archive: ArchiveLine | None = None
    end = 0
    for place, line in enumerate(lines):
        text = _rest(_DISPATCH, line) if place == 0 else line
        if not bare_line(text):
            continue
        if place and bare_line(text) == text.rstrip(" ;,."):
            break
        end = place + 1
        kept = _ARCHIVE.match(bare_line(text))
        if kept:
            archive = _archive(kept["rest"])
            break
        found.append(bare_line(text))
    return tuple(found), archive, end if lines else 0


def _archive(rest: str) -> ArchiveLine:
    units = [part.strip() for part in rest.split(",") if part.strip()]
    marked = _DRAFTER.search(units[-1]) if units else None
    if marked is None:
        return ArchiveLine(tuple(units))
    before = units[-1][: marked.start()].strip()
    kept = [*units[:-1], *([before] if before else [])]
    return ArchiveLine(tuple(kept), marked["drafter"], marked["copies"])


def _signature(bare: list[str], start: int, extra: list[Note]) -> tuple[Signing | None, str, int]:
    """Authority lines in capitals, then the first other line is the name."""
    posts: list[str] = []
    at = start
    while at < len(bare) and (not bare[at] or bare[at] == bare[at].upper()):
        if bare[at]:
            posts.append(bare[at])
        at += 1
    if not posts:
        return None, "", start if start < len(bare) else 0
    name = bare[at] if at < len(bare) and re.search(r"[^\W\d_]", bare[at]) else ""
    try:
        return signing_from_lines(tuple(posts)), name, min(at + 1, len(bare))
    except BrokenRule as broken:
        extra.append(Note("signing", broken.en, broken.vi))
        return None, name, min(at + 1, len(bare))


def _unheaded(line: str) -> str:
    return _unmarked(line)


def _missing(letter: ReadLetter) -> tuple[Note, ...]:
    absent = [part for part in NOTES if part != "closing" and not getattr(letter, part)]
    if letter.body and not letter.body[-1].text.endswith(CLOSING_MARK):
        absent.append("closing")
    return tuple(NOTES[part] for part in NOTES if part in absent)
