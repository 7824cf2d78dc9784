"""What people enter about agenda, meetings, groups and promises, as frozen values."""

from dataclasses import dataclass, field
from datetime import date

from convoca.conferences.content import NOTHING, Facts
from convoca.conferences.models import Edition, Event, Participant, Speech, Theme
from convoca.files.models import StoredFile
from convoca.languages.translated import Translated
from convoca.members.models import Body
from convoca.proceedings.models import (
    AgendaItem,
    CommitmentState,
    Committee,
    DocumentKind,
    GroupRole,
    Meeting,
    WorkingGroup,
)


@dataclass(frozen=True, kw_only=True)
class CommitteeFacts(Facts):
    """The plenary (no parent) or a committee."""

    key: str
    name: Translated
    parent: Committee | None = None
    place: int = 0
    symbol: str = ""
    mandate: Translated = NOTHING
    chair: Participant | None = None


@dataclass(frozen=True, kw_only=True)
class ItemFacts(Facts):
    """An item of the agenda."""

    number: str
    name: Translated
    parent: AgendaItem | None = None
    place: int = 0
    theme: Theme | None = None
    committee: Committee | None = None
    is_election: bool = False


@dataclass(frozen=True, kw_only=True)
class MeetingFacts(Facts):
    """A sitting of a committee; `items` are those on its agenda, in their order."""

    event: Event
    committee: Committee
    number: int | None = None
    chair: Participant | None = None


@dataclass(frozen=True, kw_only=True)
class DocumentFacts(Facts):
    """A document, as a file here or published elsewhere."""

    MAIN = "title"

    title: Translated
    kind: str = DocumentKind.OTHER
    symbol: str = ""
    author: Body | None = None
    dated: date | None = None
    file: StoredFile | None = None
    link: str = ""
    is_public: bool = True


@dataclass(frozen=True)
class LaidBefore:
    """Before which items and meetings a document lies."""

    items: tuple[AgendaItem, ...] = field(default_factory=tuple)
    meetings: tuple[Meeting, ...] = field(default_factory=tuple)


@dataclass(frozen=True, kw_only=True)
class DecisionFacts(Facts):
    """What was decided."""

    MAIN = "text"

    text: Translated
    item: AgendaItem | None = None
    place: int = 0
    decided_on: date | None = None
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class GroupFacts(Facts):
    """A working group that goes on between two editions."""

    key: str
    name: Translated
    mandate: Translated = NOTHING
    since: Edition
    until: Edition | None = None
    is_public: bool = True


@dataclass(frozen=True, kw_only=True)
class GroupMemberFacts(Facts):
    """A body in a group, and who sits there for it."""

    PERSONAL = frozenset({"person"})

    body: Body
    role: str = GroupRole.MEMBER
    person: str = ""


@dataclass(frozen=True, kw_only=True)
class CommitmentFacts(Facts):
    """Who promised what to whom; empty `gives` or `gains` was not said."""

    MAIN = "what"

    key: str
    promised_by: Body
    promised_to: Translated
    what: Translated
    made_on: date
    place_made: Translated = NOTHING
    gives: Translated = NOTHING
    gains: Translated = NOTHING
    state: str = CommitmentState.MADE
    speech: Speech | None = None
    group: WorkingGroup | None = None
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class MilestoneFacts(Facts):
    """A step on the way to keeping a promise."""

    name: Translated
    place: int = 0
    due_on: date | None = None
    done_on: date | None = None
