"""Checking the chain: every entry's hash anew, in order, and its copies and details beside it."""

import json
from collections import Counter
from dataclasses import dataclass

from convoca.journal.chain import START, canonical, instant, link, personal_hash
from convoca.journal.models import Entry, PersonalDetail


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry of a chain: its number and its hash in hex."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where the chain does not hold, and why."""

    seq: int
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found. `entries` counts those read; `erased` the details that are gone."""

    entries: int
    head: Head | None
    first_broken: Break | None
    erased: int = 0

    @property
    def whole(self) -> bool:
        """Say whether nothing was found broken."""
        return self.first_broken is None


def verify(*, noted: Head | None = None) -> Verdict:
    """Check the whole chain against itself, and against a head that was noted elsewhere.

    Without a noted head, a tail cut off the chain cannot be found.
    """
    entries, erased = 0, 0
    previous, head, broken = START, None, None
    for entry in Entry.objects.order_by("seq", "id").iterator(chunk_size=2000):
        entries += 1
        broken = broken or _broken(entry, expected=entries, previous=previous)
        previous = bytes(entry.hash or b"")
        head = Head(seq=entry.seq or 0, hash=previous.hex())
        if broken is None and noted and entry.seq == noted.seq and head.hash != noted.hash:
            broken = Break(noted.seq, "the hash is not the one noted")
    if broken is None and noted and (head is None or head.seq < noted.seq):
        broken = Break(noted.seq, "the chain ends before the noted head: its tail was cut off")
    details, erased = _details()
    return Verdict(entries, head, _first(broken, details), erased)


def _first(*breaks: Break | None) -> Break | None:
    found = [one for one in breaks if one is not None]
    return min(found, key=lambda one: one.seq) if found else None


def _broken(entry: Entry, *, expected: int, previous: bytes) -> Break | None:
    if entry.seq != expected:
        return Break(expected, "this number is missing")
    if bytes(entry.hash or b"") != link(previous, entry.text):
        return Break(expected, "text or hash was changed")
    if not _copies_agree(entry):
        return Break(expected, "a column says something other than the text")
    return None


def _copies_agree(entry: Entry) -> bool:
    told = json.loads(entry.text)
    copies = (entry.action, entry.subject_kind, entry.subject_uid, instant(entry.at))
    texts = (told["action"], told["subject"]["kind"], told["subject"]["uid"], told["at"])
    return copies == texts and canonical(told) == entry.text


def _details() -> tuple[Break | None, int]:
    """Compare the personal details that are still there; count the erased ones."""
    broken: Break | None = None
    kept: Counter[int] = Counter()
    details = PersonalDetail.objects.select_related("entry").order_by("entry__seq", "id")
    for detail in details.iterator(chunk_size=2000):
        kept[detail.entry_id] += 1
        noted = json.loads(detail.entry.text)["personal"].get(detail.label)
        if broken is None and noted != personal_hash(bytes(detail.salt), detail.value):
            broken = Break(detail.entry.seq or 0, f"the detail '{detail.label}' was changed")
    texts = Entry.objects.values_list("id", "text").iterator(chunk_size=2000)
    erased = sum(len(json.loads(text)["personal"]) - kept[pk] for pk, text in texts)
    return broken, erased
