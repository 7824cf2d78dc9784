"""Agenda, meetings, groups and promises for tests, made through the room's own actions."""

from datetime import date, time
from itertools import count

from conferences import made as conferences_made
from convoca.conferences.models import Edition, Speech
from convoca.languages.translated import Translated
from convoca.members.models import Body
from convoca.proceedings import actions
from convoca.proceedings.content import (
    CommitmentFacts,
    CommitteeFacts,
    DecisionFacts,
    GroupFacts,
    ItemFacts,
    MeetingFacts,
)
from convoca.proceedings.models import (
    AgendaItem,
    Commitment,
    Committee,
    Decision,
    Meeting,
    WorkingGroup,
)
from members.made import INSTALLATION

_next = count(1)


def committee(at: Edition, key: str = "plenary", **facts) -> Committee:
    """The plenary, but for the facts given."""
    told = {"key": key, "name": Translated(vi="Phiên họp toàn thể", en="Plenary"), **facts}
    return actions.put_committee(by=INSTALLATION, edition=at, facts=CommitteeFacts(**told))


def item(at: Edition, number: str = "1", **facts) -> AgendaItem:
    """An item of the agenda."""
    told = {"number": number, "name": Translated(vi=f"Mục {number}", en=f"Item {number}"), **facts}
    return actions.put_item(by=INSTALLATION, edition=at, facts=ItemFacts(**told))


def meeting(at: Edition, of: Committee, *items: AgendaItem, **facts) -> Meeting:
    """A meeting in the afternoon of the opening day."""
    number = next(_next)
    event = conferences_made.event(
        at,
        kind="plenary",
        name=Translated(vi=f"Phiên toàn thể số {number}", en=f"Plenary {number}"),
        starts=time(14, 30),
    )
    told = MeetingFacts(event=event, committee=of, **facts)
    return actions.put_meeting(by=INSTALLATION, facts=told, items=items)


def decision(at: Meeting, text: str = "Thông qua cơ cấu hội nghị") -> Decision:
    """A decision of a meeting."""
    facts = DecisionFacts(text=Translated(vi=text, en=text))
    return actions.put_decision(by=INSTALLATION, facts=facts, meeting=at)


def group(since: Edition, key: str = "wg-5g", **facts) -> WorkingGroup:
    """A working group that was set up at the edition."""
    told = {"key": key, "name": Translated(vi="Nhóm công tác 5G", en="Working group on 5G")}
    return actions.put_group(by=INSTALLATION, facts=GroupFacts(since=since, **{**told, **facts}))


def commitment(at: Edition, by_whom: Body, speech: Speech | None = None, **facts) -> Commitment:
    """A promise made on the opening day."""
    told = {
        "key": f"cam-ket-{next(_next)}",
        "promised_by": by_whom,
        "promised_to": Translated(vi="Cộng đồng quốc tế", en="The international community"),
        "what": Translated(vi="Cùng phát triển 5G", en="Develop 5G together"),
        "made_on": date(2014, 10, 20),
        "speech": speech,
    }
    facts_of = CommitmentFacts(**{**told, **facts})
    return actions.put_commitment(by=INSTALLATION, edition=at, facts=facts_of)
