"""What people enter, as frozen values: forms and loaders make them, actions write them."""

from dataclasses import dataclass

from convoca.conferences.content import EventFacts, Facts
from convoca.conferences.models import Participant, Theme
from convoca.languages.translated import Translated
from convoca.members.models import Body
from convoca.programme.models import SpeakerRole

NOTHING = Translated()


@dataclass(frozen=True, kw_only=True)
class SessionFacts:
    """What the programme adds to an event."""

    theme: Theme | None = None
    organiser: Body | None = None
    organised_by: str = ""
    abstract: Translated = NOTHING
    link: str = ""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Somebody's place in a session."""

    participant: Participant
    role: str = SpeakerRole.SPEAKER


@dataclass(frozen=True, kw_only=True)
class SessionDraft:
    """A whole session: when and where, what about, who speaks."""

    event: EventFacts
    session: SessionFacts = SessionFacts()
    speakers: tuple[Place, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HallFacts(Facts):
    """A hall of the exhibition."""

    key: str
    name: Translated
    sector: Translated = NOTHING
    place: int = 0


@dataclass(frozen=True, kw_only=True)
class ExhibitorFacts(Facts):
    """Who shows something; the e-mail is for the secretariat alone."""

    PERSONAL = frozenset({"email"})

    name: Translated
    about: Translated = NOTHING
    origin: Body | None = None
    website: str = ""
    email: str = ""
    is_public: bool = True


@dataclass(frozen=True, kw_only=True)
class StandDraft:
    """An exhibitor with the code of its stand in a hall named by key."""

    exhibitor: ExhibitorFacts
    hall: str
    code: str
