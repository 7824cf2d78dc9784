"""The foot of a letter: Nơi nhận, the signer, and what follows as the annex."""

import re
from dataclasses import replace

from convoca.standards.decree30.addressees import ArchiveLine, bare_line
from convoca.standards.decree30.notes import Note
from convoca.standards.decree30.reading.letter import Foot
from convoca.standards.decree30.rules import BrokenRule
from convoca.standards.decree30.signing import signing_from_lines

_DISPATCH = re.compile(r"Nơi nhận\s*:\s*(?P<rest>.*)", re.IGNORECASE)
_ARCHIVE = re.compile(r"Lưu\s*:\s*(?P<rest>.*)", re.IGNORECASE)
# `NQQ.(06b)` and `NQQ(06b)` name a drafter, `HTQT (3b)` a unit, `KGVX (3) NMC` both.
_DRAFTER = re.compile(
    r"(?P<mark>[^\W\d_]*)(?P<gap>\.\s*|\s*)\((?P<copies>\d+b?)\)[.\s]*(?P<after>[^\W\d_]*)"
)
_AUTHORITY = re.compile(r"(?:TM|Q|KT|TL|TUQ)\.\s*\w")
_COLUMNS = re.compile(r"\t+|\s{3,}")
_LISTED = re.compile(r"[-–•]\s*\w")
# What a copy shows in place of the hand-written or digital signature: (đã ký), [Ký số], …
_SIGNED = re.compile(r"[(\[]\s*(?:đã\s+)?ký[^)\]]*[)\]]|đã\s+ký", re.IGNORECASE)


def _in_capitals(line: str) -> bool:
    return line == line.upper() and re.search(r"[^\W\d_]", line) is not None


def start_of_foot(lines: list[str], body_start: int) -> int:
    """The first line of Nơi nhận or of the signer's post after the body's start."""
    closed = False
    for place in range(body_start, len(lines)):
        line = lines[place]
        if _DISPATCH.match(line):
            return place
        if _in_capitals(line) and (closed or _AUTHORITY.match(line)):
            return place
        closed = closed or line.endswith("./.")
    return len(lines)


def read_foot(lines: list[str]) -> tuple[Foot, list[Note]]:
    """Read the lines from Nơi nhận or the authority on, in whichever order they stand."""
    notes: list[Note] = []
    rest = _one_column(lines)
    foot = Foot()
    for _ in range(2):
        while rest and not rest[0]:
            rest = rest[1:]
        if rest and _DISPATCH.match(rest[0]):
            foot, rest = _dispatch(foot, rest)
        elif rest and foot.signing is None and _in_capitals(rest[0]):
            foot, rest = _signature(foot, rest, notes)
    return replace(foot, annex="\n".join(rest).strip()), notes


def _one_column(lines: list[str]) -> list[str]:
    """Where Nơi nhận and the signer stand side by side, put the right column below the left."""
    start = next((i for i, line in enumerate(lines) if _DISPATCH.match(line)), None)
    if start is None:
        return lines
    parted = [i for i in range(start, len(lines)) if len(_COLUMNS.split(lines[i])) == 2]
    end = parted[-1] + 1 if parted and parted[0] == start else start
    while start < end < len(lines) and _LISTED.match(lines[end]):
        end += 1
    rows = [_COLUMNS.split(line, maxsplit=1) for line in lines[start:end]]
    right = [row[1] for row in rows if len(row) == 2]
    return [*lines[:start], *(row[0] for row in rows), *right, *lines[end:]]


def _dispatch(foot: Foot, lines: list[str]) -> tuple[Foot, list[str]]:
    """The dashed lines under Nơi nhận; the archive line ends the list."""
    found: list[str] = []
    end = 1
    first = _DISPATCH.match(lines[0])
    if first and bare_line(first["rest"]):
        found.append(bare_line(first["rest"]))
    for place, line in enumerate(lines[1:], start=1):
        if line and not _LISTED.match(line):
            break
        end = place + 1
        kept = _ARCHIVE.match(bare_line(line))
        if kept:
            foot = replace(foot, archive=_archive(kept["rest"]))
            break
        if line:
            found.append(bare_line(line))
    return replace(foot, recipients=tuple(found)), lines[end:]


def _archive(rest: str) -> ArchiveLine:
    units = [part.strip() for part in rest.split(",") if part.strip()]
    marked = _DRAFTER.search(units[-1]) if units else None
    if marked is None:
        return ArchiveLine(tuple(units))
    is_unit = bool(marked["after"]) or marked["gap"].isspace()
    before = units[-1][: marked.end("mark") if is_unit else marked.start()].strip(" .")
    kept = [*units[:-1], *([before] if before else [])]
    return ArchiveLine(tuple(kept), marked["after" if is_unit else "mark"], marked["copies"])


def _signature(foot: Foot, lines: list[str], notes: list[Note]) -> tuple[Foot, list[str]]:
    """Authority lines in capitals, then the first other line is the name."""
    lines = [line for line in lines if not _SIGNED.fullmatch(line.strip("* "))]
    end = next((i for i, line in enumerate(lines) if line and not _in_capitals(line)), len(lines))
    posts = tuple(line for line in lines[:end] if line)
    name = lines[end] if end < len(lines) and not _DISPATCH.match(lines[end]) else ""
    rest = lines[end + 1 :] if name else lines[end:]
    try:
        return replace(foot, signing=signing_from_lines(posts), signer_name=name), rest
    except BrokenRule as broken:
        notes.append(Note("signing", broken.en, broken.vi))
        return replace(foot, signer_name=name), rest
