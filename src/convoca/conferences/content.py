"""What people enter, as frozen values: forms and imports make them, actions write them."""

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from convoca.conferences.models import (
    Delegation,
    Participant,
    Place,
    Room,
    StepKind,
    Theme,
)
from convoca.languages.translated import Translated
from convoca.members.models import Body

NOTHING = Translated()


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What every row has. `MAIN` names the text whose language is the row's main one."""

    MAIN: ClassVar[str] = "name"
    # What names or describes a private person; the journal keeps it where it can be erased.
    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    source: str = ""
    grade: str = ""
    is_sample: bool = False


@dataclass(frozen=True, kw_only=True)
class SeriesFacts(Facts):
    """A series: whose, how often, in which languages."""

    name: Translated
    every_years: int
    languages: list[str]


@dataclass(frozen=True, kw_only=True)
class EditionFacts(Facts):
    """When and where an edition is held; `zone` is an IANA name."""

    MAIN = "title"

    key: str
    ordinal: int
    title: Translated
    opens: date
    closes: date
    zone: str
    host: Body | None = None
    city: Translated = NOTHING
    venue: str = ""
    languages: list[str]
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ThemeFacts(Facts):
    """A main theme."""

    key: str
    place: int
    name: Translated


@dataclass(frozen=True, kw_only=True)
class FigureFacts(Facts):
    """A number as one source gives it."""

    key: str
    place: int
    value: int
    at_least: bool
    name: Translated


@dataclass(frozen=True, kw_only=True)
class StepFacts(Facts):
    """What is due `amount` days or months from the opening; negative means before it."""

    key: str
    place: int
    amount: int
    unit: str
    owner: Translated
    name: Translated
    at: time | None = None
    zone: str = ""
    rule: str = ""
    kind: str = StepKind.OTHER


@dataclass(frozen=True, kw_only=True)
class AnswerFacts(Facts):
    """What a member answered to the invitation, with the numbers that it announced."""

    answer: str
    answered_on: date | None = None
    announced_members: int | None = None
    announced_women: int | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ParticipantFacts(Facts):
    """Somebody who comes. Without a delegation it is a guest; `body` is where a guest is from."""

    PERSONAL = frozenset({"name", "office", "note", "gender"})

    name: str
    place: str = Place.DELEGATE
    rank: str = ""
    language: str = ""
    office: Translated = NOTHING
    gender: str = ""
    delegation: Delegation | None = None
    body: Body | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class RoomFacts(Facts):
    """A room of the venue."""

    name: Translated
    place: int = 0
    seats: int | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class EventFacts(Facts):
    """What happens when and where; None for a day or an hour that is not known."""

    kind: str
    name: Translated
    day: date | None = None
    last_day: date | None = None
    starts: time | None = None
    ends: time | None = None
    room: Room | None = None
    place: int = 0
    note: str = ""
    is_public: bool = True


@dataclass(frozen=True, kw_only=True)
class SpeechFacts(Facts):
    """A speech: by whom, in which language (empty: not known), its text where it is at hand."""

    speaker: Participant
    place: int = 0
    language: str = ""
    text: str = ""
    link: str = ""
    by_video: bool = False


@dataclass(frozen=True, kw_only=True)
class StatementFacts(Facts):
    """What was said, in short and in our own words."""

    MAIN = "text"

    text: Translated
    key: str = ""
    place: int = 0
    is_quoted: bool = False
    theme: Theme | None = None
