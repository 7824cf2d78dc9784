"""The story of the demo: who signs in, the letters, and the samples that answer them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TypeVar

from convoca.demo.facts.bodies import bodies
from convoca.demo.facts.reading import Grade, Row, entries, table, text_of, unique
from convoca.demo.facts.topics import action_lines, goals

Word = TypeVar("Word", int, str)


class Role(StrEnum):
    """The roles that a post can hold at a body."""

    SPECIALIST = "specialist"
    HEAD_OF_UNIT = "head_of_unit"
    FORM_CHECKER = "form_checker"
    SIGNER = "signer"
    CLERK = "clerk"
    REVIEWER = "reviewer"
    FOCAL_POINT = "focal_point"
    ADMINISTRATOR = "administrator"
    SECRETARIAT = "secretariat"


class Consent(StrEnum):
    """Who may read what was sent."""

    AGENCIES = "agencies"
    PUBLIC = "public"
    ITU = "itu"


class Door(StrEnum):
    """How a reply comes in."""

    LINK = "link"
    OFFICIAL_LETTER = "official_letter"
    ON_BEHALF = "on_behalf"


class ReplyState(StrEnum):
    """How far a body has come with its reply."""

    OPENED = "opened"
    DRAFT = "draft"
    ANSWERED = "answered"
    NOTHING_TO_REPORT = "nothing_to_report"


@dataclass(frozen=True)
class RoleAt:
    """A role held at a body, alone or with its sub-bodies."""

    role: Role
    body: str
    with_sub_bodies: bool


@dataclass(frozen=True)
class Post:
    """A sign-in of the demo: a post, never a living person."""

    key: str
    body: str
    titles: Mapping[str, str]
    roles: tuple[RoleAt, ...]
    email: str
    order: int
    source: str
    grade: Grade


@dataclass(frozen=True)
class ContributionKind:
    """One of the eight kinds that a call can ask for."""

    key: str
    order: int
    names: Mapping[str, str]
    mission_row: str
    source: str
    grade: Grade


@dataclass(frozen=True)
class Sample:
    """What a sample contribution and a sample activity have in common."""

    key: str
    body: str
    main_language: str
    titles: Mapping[str, str]
    texts: Mapping[str, str]
    goals: tuple[int, ...]
    action_lines: tuple[str, ...]
    consent: frozenset[Consent]
    source: str
    grade: Grade


@dataclass(frozen=True)
class SampleContribution(Sample):
    """A sample of what a body shares; `on_behalf_of` is the body that handed the task on."""

    kind: str
    english_checked: bool
    on_behalf_of: str


@dataclass(frozen=True)
class SampleActivity(Sample):
    """A sample activity; `province` is "" where it is held online or everywhere."""

    starts: date
    ends: date
    place: str
    province: str
    audience: Mapping[str, str]
    reached: int
    results: Mapping[str, str]


@dataclass(frozen=True)
class SampleReply:
    """How far a body has come, through which door, and the letter that it sent, if any."""

    body: str
    door: Door
    state: ReplyState
    received_on: date | None
    symbol: str
    letter_date: date | None
    signer_post: str
    handled_by: str
    note: str
    difficulties: str
    proposals: str
    source: str
    grade: Grade


@cache
def posts() -> Mapping[str, Post]:
    """Return the sign-ins of the demo by key."""
    return unique((row, row.text("key"), _post(row)) for row in table("posts.csv"))


@cache
def contribution_kinds() -> Mapping[str, ContributionKind]:
    """Return the eight kinds by key, the activity first."""
    return unique((row, row.text("key"), _kind(row)) for row in table("contribution_kinds.csv"))


@cache
def sample_contributions() -> Mapping[str, SampleContribution]:
    """Return the sample contributions by key."""
    rows = entries("sample_contributions.toml", "contribution")
    return unique((row, row.text("key"), _contribution(row)) for row in rows)


@cache
def sample_activities() -> Mapping[str, SampleActivity]:
    """Return the sample activities by key."""
    rows = entries("sample_activities.toml", "activity")
    return unique((row, row.text("key"), _activity(row)) for row in rows)


@cache
def sample_replies() -> Mapping[str, SampleReply]:
    """Return the sample replies by body; a body that is not there is silent."""
    return unique((row, row.text("body"), _reply(row)) for row in table("sample_replies.csv"))


def letter(year: int) -> str:
    """Return the text of the demo's letter of 2024 or, marked as a sample, of 2023."""
    return text_of(f"letter_{year}.txt")


def _body_key(row: Row, column: str) -> str:
    key = str(row.cells.get(column, "")).strip()
    if key and key not in bodies():
        raise row.wrong(f"{column} {key} is no body")
    return key


def _post(row: Row) -> Post:
    if not row.text("email").endswith(".example"):
        raise row.wrong("email does not end in .example")
    return Post(
        key=row.text("key"),
        body=_body_key(row, "body"),
        titles=row.names("title_"),
        roles=tuple(_role(row, word) for word in row.words("grants")),
        email=row.text("email"),
        order=row.number("order"),
        source=row.source(),
        grade=row.grade(),
    )


def _role(row: Row, word: str) -> RoleAt:
    role, _, key = word.partition("@")
    body = key.removesuffix("+")
    if role not in set(Role) or body not in bodies():
        raise row.wrong(f"{word} is not a role at a body")
    return RoleAt(Role(role), body, with_sub_bodies=key.endswith("+"))


def _kind(row: Row) -> ContributionKind:
    return ContributionKind(
        key=row.text("key"),
        order=row.number("order"),
        names=row.names(),
        mission_row=row.text("mission_row"),
        source=row.source(),
        grade=row.grade(),
    )


def _sample(row: Row) -> Sample:
    titles, language = row.names("title_"), row.text("main_language")
    marks = {"vi": "[Mẫu] ", "en": "[Sample] "}
    if any(not title.startswith(marks[name]) for name, title in titles.items()):
        raise row.wrong("a sample's title begins with [Mẫu] or [Sample]")
    if language not in titles or language not in row.names("text_"):
        raise row.wrong(f"there is no title or text in the main language, {language}")
    return Sample(
        key=row.text("key"),
        body=_body_key(row, "body"),
        main_language=language,
        titles=titles,
        texts=row.names("text_"),
        goals=tuple(_known(row, number, goals()) for number in row.numbers("sdgs")),
        action_lines=tuple(_known(row, word, action_lines()) for word in row.words("action_lines")),
        consent=row.all_of("consent", Consent),
        source=row.source(),
        grade=row.grade(),
    )


def _known(row: Row, word: Word, known: Mapping[Word, object]) -> Word:
    if word not in known:
        raise row.wrong(f"{word} is no goal or action line")
    return word


def _contribution(row: Row) -> SampleContribution:
    kind = row.text("kind")
    if kind not in contribution_kinds() or kind == "activity":
        raise row.wrong(f"kind {kind} is no kind of contribution")
    return SampleContribution(
        **vars(_sample(row)),
        kind=kind,
        english_checked=row.truth("english_checked"),
        on_behalf_of=_body_key(row, "on_behalf_of"),
    )


def _activity(row: Row) -> SampleActivity:
    activity = SampleActivity(
        **vars(_sample(row)),
        starts=row.day("starts"),
        ends=row.day("ends"),
        place=row.text("place"),
        province=_body_key(row, "province"),
        audience=row.names("audience_"),
        reached=row.number("reached"),
        results=row.names("result_"),
    )
    if activity.ends < activity.starts:
        raise row.wrong("ends lies before starts")
    return activity


def _reply(row: Row) -> SampleReply:
    if row.maybe("symbol") and not row.maybe("symbol").startswith("[Mẫu] "):
        raise row.wrong("the number of a sample letter begins with [Mẫu]")
    return SampleReply(
        body=_body_key(row, "body"),
        door=row.one_of("door", Door),
        state=row.one_of("state", ReplyState),
        received_on=row.maybe_day("received_on"),
        symbol=row.maybe("symbol"),
        letter_date=row.maybe_day("letter_date"),
        signer_post=row.maybe("signer_post"),
        handled_by=_body_key(row, "handled_by"),
        note=row.maybe("note"),
        difficulties=row.maybe("difficulties"),
        proposals=row.maybe("proposals"),
        source=row.source(),
        grade=row.grade(),
    )
