"""Exhibitors and delegations of Busan: made up by rule from a seed, the same every time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from hashlib import sha256

from convoca.demo.facts.bodies import BodyKind, bodies
from convoca.demo.facts.conference import editions
from convoca.demo.facts.reading import Grade, Row, entries
from convoca.demo.facts.seats import votes


class Answer(StrEnum):
    """What a Member State answered to the invitation."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    SILENT = "silent"


class Rank(StrEnum):
    """The rank of a head of delegation."""

    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy_minister"
    AMBASSADOR = "ambassador"


@dataclass(frozen=True)
class Hall:
    """A hall of the exhibition (sample)."""

    key: str
    names: Mapping[str, str]
    sector: Mapping[str, str]
    source: str
    grade: Grade


@dataclass(frozen=True)
class Exhibitor:
    """A company at the exhibition (sample)."""

    number: int
    names: Mapping[str, str]
    hall: str
    stand: str
    origin: str
    email: str


@dataclass(frozen=True)
class SampleDelegation:
    """A delegation of Busan; `certain` when it is known from a source that it was there."""

    body: str
    answer: Answer
    certain: bool
    head: Rank | None
    members: int
    women: int


@cache
def halls() -> Mapping[str, Hall]:
    """Return the halls by key."""
    rows = entries("pp14/exhibition.toml", "hall")
    return {hall.key: hall for hall in map(_hall, rows)}


@cache
def sample_exhibitors() -> tuple[Exhibitor, ...]:
    """Return the 420 made-up exhibitors: every name marked, every stand taken once."""
    [spec] = entries("pp14/exhibition.toml", "exhibition")
    first, last, keys = spec.words("first_words"), spec.words("last_words"), list(halls())
    if len(first) * len(last) < spec.number("count"):
        raise spec.wrong("there are fewer names than exhibitors")
    origins = _origins()
    found = []
    for index in range(spec.number("count")):
        name = f"{first[index % len(first)]} {last[(index // len(first)) % len(last)]}"
        hall = keys[index % len(keys)]
        place = index // len(keys)
        found.append(
            Exhibitor(
                number=index + 1,
                names={"vi": f"[Mẫu] {name}", "en": f"[Sample] {name}"},
                hall=hall,
                stand=f"{hall.upper()}-{'ABCDE'[place % 5]}{place // 5 + 1:02d}",
                origin=origins[_drawn(spec.text("seed"), str(index)) % len(origins)],
                email=f"stand{index + 1:03d}@exhibitor.example",
            )
        )
    return tuple(found)


@cache
def sample_delegations() -> Mapping[str, SampleDelegation]:
    """Return a delegation for each Member State of the opening day, by body."""
    [spec] = entries("pp14/delegations.toml", "delegations")
    certain = set(spec.words("known_present")) | {v.body for v in votes() if v.edition == "pp-14"}
    states = _members_on(editions()[spec.text("edition")].opens)
    shuffled = sorted(states, key=lambda key: _drawn(spec.text("seed"), key))
    coming = sorted(shuffled, key=lambda key: key not in certain)
    present = spec.number("present")
    heads = _heads(spec)
    if len(heads) != present:
        raise spec.wrong("there must be one head for each delegation present")
    ranked = sorted(coming[:present], key=lambda key: _drawn(spec.text("seed"), f"{key} head"))
    declined = coming[present : present + spec.number("declined")]
    found = {
        key: _delegation(spec, key, head, certain=key in certain)
        for key, head in zip(ranked, heads, strict=True)
    }
    for key in coming[present:]:
        answer = Answer.DECLINED if key in declined else Answer.SILENT
        found[key] = SampleDelegation(key, answer, False, None, 0, 0)
    return {key: found[key] for key in states}


def _delegation(spec: Row, key: str, head: Rank, *, certain: bool) -> SampleDelegation:
    least, most = spec.number("members_least"), spec.number("members_most")
    members = least + _drawn(spec.text("seed"), f"{key} members") % (most - least + 1)
    draws = (_drawn(spec.text("seed"), f"{key} {n}") % 100 for n in range(members))
    women = sum(draw < spec.number("women_percent") for draw in draws)
    return SampleDelegation(key, Answer.ACCEPTED, certain, head, members, women)


def _heads(spec: Row) -> list[Rank]:
    return [rank for rank in Rank for _ in range(spec.number(f"heads_{rank}"))]


def _members_on(day: date) -> list[str]:
    members = (body for body in bodies().values() if body.kind is BodyKind.MEMBER_STATE)
    standing = (body for body in members if body.stands_on(day))
    return [body.key for body in sorted(standing, key=lambda body: body.sort_order)]


def _origins() -> list[str]:
    rows: Iterable[Row] = entries("pp14/exhibition.toml", "origin")
    return [row.text("body") for row in rows for _ in range(row.number("share"))]


def _drawn(seed: str, word: str) -> int:
    return int.from_bytes(sha256(f"{seed} {word}".encode()).digest()[:8])


def _hall(row: Row) -> Hall:
    return Hall(row.text("key"), row.names(), row.names("sector_"), row.source(), row.grade())
