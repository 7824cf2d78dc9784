"""What people enter, as frozen values: forms and loaders make them, actions write them."""

from dataclasses import dataclass
from datetime import date, datetime

from convoca.conferences.content import Facts
from convoca.elections.models import Candidature
from convoca.languages.translated import Translated
from convoca.members.models import Body

NOTHING = Translated()


@dataclass(frozen=True, kw_only=True)
class ContestFacts(Facts):
    """A post, or the seats of one region; `post` is its name in the engine and the tables."""

    key: str
    kind: str
    post: str
    name: Translated
    seats: int
    region: str = ""
    place: int = 0
    term_from: date | None = None
    term_to: date | None = None
    term_days_known: bool = True


@dataclass(frozen=True, kw_only=True)
class CandidatureFacts(Facts):
    """Who stands; `name` is empty where the Member State itself does, or nobody is named."""

    PERSONAL = frozenset({"name"})

    state: Body
    name: str = ""
    language: str = ""
    received_at: datetime | None = None
    terms_served: int = 0


@dataclass(frozen=True, kw_only=True)
class BallotFacts(Facts):
    """The numbers of one round; None for each that nobody published."""

    round: int | None = 1
    held_on: date | None = None
    entitled: int | None = None
    deposited: int | None = None
    blank: int | None = None
    invalid: int | None = None
    valid: int | None = None
    required: int | None = None
    all_candidates: bool = True
    all_votes: bool = True
    note: Translated = NOTHING


@dataclass(frozen=True, kw_only=True)
class Counted:
    """The votes of one candidature in a round, and what was announced of it."""

    candidature: Candidature
    votes: int | None = None
    announced: bool | None = None
