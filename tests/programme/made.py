"""Rooms, sessions and exhibitors for tests, made through the room's own actions."""

from datetime import date, time
from itertools import count

from conferences.made import INSTALLATION, event_facts
from convoca.conferences.actions.events import put_room
from convoca.conferences.content import EventFacts, RoomFacts
from convoca.conferences.models import Edition, Room
from convoca.languages.translated import Translated
from convoca.programme import actions
from convoca.programme.content import (
    ExhibitorFacts,
    HallFacts,
    Place,
    SessionDraft,
    SessionFacts,
)
from convoca.programme.models import Exhibitor, Hall, Session

_next = count(1)


def room(at: Edition, vi: str = "Phòng A", en: str = "Room A", **facts) -> Room:
    """A room of the venue."""
    told = RoomFacts(name=Translated(vi=vi, en=en), place=next(_next), **facts)
    return put_room(by=INSTALLATION, edition=at, facts=told)


def workshop(**facts) -> EventFacts:
    """A workshop on 21 October from 9:00 to 10:30, but for the facts given."""
    told = {
        "kind": "workshop",
        "name": Translated(vi="Hội thảo phổ tần", en="Workshop on spectrum"),
        "day": date(2014, 10, 21),
        "starts": time(9),
        "ends": time(10, 30),
    }
    return event_facts(**{**told, **facts})


def session(at: Edition, *, about: SessionFacts | None = None, **facts) -> Session:
    """A session, by default the workshop."""
    return actions.put_session(
        by=INSTALLATION, edition=at, event=workshop(**facts), facts=about or SessionFacts()
    )


def drafts(at: Edition, rooms: list[Room], people: list, number: int) -> list[SessionDraft]:
    """Sessions of an hour, one after the other, over rooms and days, each with a speaker."""
    found = []
    for place in range(number):
        slot, where = divmod(place, len(rooms))
        day, hour = divmod(slot, 10)
        found.append(
            SessionDraft(
                event=workshop(
                    name=Translated(vi=f"Phiên số {place}", en=f"Session {place}"),
                    day=date(2014, 10, 20 + day),
                    starts=time(8 + hour),
                    ends=time(9 + hour),
                    room=rooms[where],
                ),
                session=SessionFacts(organised_by="ITU"),
                speakers=(Place(participant=people[place % len(people)]),) if people else (),
            )
        )
    return found


def hall(at: Edition, key: str = "h1") -> Hall:
    """A hall of the exhibition."""
    facts = HallFacts(key=key, name=Translated(vi=f"Sảnh {key}", en=f"Hall {key}"))
    return actions.put_hall(by=INSTALLATION, edition=at, facts=facts)


def exhibitor(at: Edition, vi: str = "Công ty Viễn Đông", **facts) -> Exhibitor:
    """An exhibitor without a stand."""
    told = ExhibitorFacts(name=Translated(vi=vi, en=facts.pop("en", "Far East Co.")), **facts)
    return actions.put_exhibitor(by=INSTALLATION, edition=at, facts=told)
