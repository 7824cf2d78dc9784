"""A pasted letter as text of ours: what was understood, what was not found, what is left over."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from convoca.languages.folding import folded
from convoca.letters.content import LetterText, LineText
from convoca.members.models import AddressGroup, Body
from convoca.standards.decree30 import Note, Reading, body_text, plain_spaces, read_letter

Find = Callable[[str], LineText]


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a pasted letter gave. `left_over` are its lines that stand in no field."""

    text: LetterText
    notes: tuple[Note, ...]
    left_over: tuple[str, ...]
    year: int | None


def pasted(source: str, find: Find) -> Pasted:
    """Read a pasted letter; `find` tells which group or body a line names.

    Raises StateSecretMark, naming the law, for a text that carries a mark of state secrecy.
    """
    reading = read_letter(source)
    text = _text(reading, find)
    return Pasted(text, reading.notes, left_over(source, reading), reading.letter.year)


def _text(reading: Reading, find: Find) -> LetterText:
    letter = reading.letter
    signing, archive = letter.signing, letter.archive
    return LetterText(
        subject=letter.subject,
        body=body_text(letter.body),
        symbol=letter.symbol,
        place=letter.place,
        urgency=letter.urgency.name if letter.urgency else "",
        authority=str(signing.authority) if signing else "",
        head_post=signing.head if signing else "",
        own_post=signing.own_post if signing else "",
        deputy_for=signing.deputy_for if signing else "",
        signer_name=letter.signer_name,
        archive_units=", ".join(archive.units) if archive else "VT",
        drafter_mark=archive.drafter if archive else "",
        copies=archive.copies if archive else "",
        addressees=tuple(find(line) for line in letter.addressees),
        copies_to=tuple(LineText(line) for line in letter.recipients),
    )


def left_over(source: str, reading: Reading) -> tuple[str, ...]:
    """Return the lines of the source whose words stand in no part of the reading.

    Headings that Convoca prints itself (Kính gửi, Nơi nhận, number, date) are not left over.
    """
    known = _plain(" ".join(_parts(reading)))
    # What follows the signature has no field of its own, even where the text uses its words.
    annex = {_plain(line) for line in reading.letter.annex.splitlines()}
    found = []
    for line in (line.strip() for line in plain_spaces(source).splitlines()):
        cells = [_plain(_without_headings(cell)) for cell in _COLUMNS.split(line)]
        if any(plain and (plain in annex or plain not in known) for plain in cells):
            found.append(line)
    return tuple(found)


def _parts(reading: Reading) -> Iterable[str]:
    letter = reading.letter
    yield from (letter.parent, letter.issuer, letter.subject, letter.signer_name)
    yield from (*letter.addressees, *letter.recipients)
    yield from (paragraph.text for paragraph in letter.body)
    if letter.archive:
        yield letter.archive.written()
    if letter.signing:
        yield from letter.signing.lines()
    yield "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập Tự do Hạnh phúc Như trên"


# Between what stands side by side, as in the head of a letter.
_COLUMNS = re.compile(r"\t+|\s{3,}")
_HEADING = re.compile(
    r"^(kính gửi|nơi nhận)\s*:?|^v/v|^về việc|số\s*:\s*\d*[\s.…_]*/\s*\S+"
    r"|[^,]*,\s*ngày[\s\d.…_]*tháng[\s\d.…_]*năm[\s\d.…_]*",
    re.IGNORECASE,
)


def _without_headings(line: str) -> str:
    return _HEADING.sub("", re.sub(r"[*#]+", "", line).strip())


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", folded(text))


def finder(groups: Iterable[AddressGroup], bodies: Iterable[Body]) -> Find:
    """Return a function that finds the group, else the body, that bears a line's name."""
    by_group = {_plain(name): group.pk for group in groups for name in group.name.values()}
    by_body = {_plain(name): body.pk for body in bodies for name in body.name.values()}

    def find(line: str) -> LineText:
        plain = _plain(line)
        if plain in by_group:
            return LineText(line, group=by_group[plain])
        return LineText(line, body=by_body.get(plain))

    return find
