"""Busan's programme and exhibition: what the sources give, and samples that are called samples.

What the calendar of the edition holds already is only described; the rest is entered here, so that
it does not matter whether the conference's own days were loaded before.
"""

from datetime import date, time, timedelta

from convoca.conferences.actions.delegations import put_participant
from convoca.conferences.actions.events import put_room
from convoca.conferences.content import EventFacts, ParticipantFacts, RoomFacts
from convoca.conferences.models import Edition, Event, EventKind, Participant, Place, Room
from convoca.demo.facts.opening import ProgrammeKind, ProgrammePart, programme
from convoca.demo.facts.samples import Exhibitor as ExhibitorFact
from convoca.demo.facts.samples import halls, sample_exhibitors
from convoca.journal.actors import Actor
from convoca.languages.translated import Translated
from convoca.members.models import Body
from convoca.programme import actions
from convoca.programme.content import (
    ExhibitorFacts,
    HallFacts,
    SessionDraft,
    SessionFacts,
    StandDraft,
)
from convoca.programme.content import Place as SpeakerPlace
from convoca.programme.models import Session, SpeakerRole

SOURCE = "sample written for the demo"
# What belongs to the programme beside the conference's own meetings.
DESCRIBED = {ProgrammeKind.SUMMIT, ProgrammeKind.EXHIBITION, ProgrammeKind.SIDE_EVENT}
_KINDS = (EventKind.WORKSHOP, EventKind.SESSION, EventKind.SIDE_EVENT, EventKind.WORKSHOP)
_SUBJECTS = (
    ("Phổ cập băng rộng ở vùng sâu, vùng xa", "Broadband for remote areas"),
    ("Kỹ năng số cho phụ nữ và trẻ em gái", "Digital skills for women and girls"),
    ("Chia sẻ phổ tần số vô tuyến điện", "Sharing the radio spectrum"),
    ("Quỹ đạo vệ tinh và các nước đang phát triển", "Satellite orbits and developing countries"),
    ("Ứng cứu sự cố an toàn thông tin", "Response to information security incidents"),
    ("Khởi nghiệp và tăng trưởng bao trùm", "Start-ups and inclusive growth"),
    ("Tiêu chuẩn cho thông tin di động thế hệ mới", "Standards for new mobile generations"),
    ("Viễn thông phục vụ phòng, chống thiên tai", "Telecommunication for disaster response"),
)
_SLOTS = (
    (time(9), time(10, 30)),
    (time(11), time(12, 30)),
    (time(14), time(15, 30)),
    (time(16), time(17, 30)),
)


def load_programme(*, by: Actor, edition: Edition, bodies: dict[str, Body] | None = None) -> None:
    """Load what the sources give, sample workshops of three days, and the 420 exhibitors."""
    rooms = _rooms(by, edition)
    for part in programme().values():
        if part.edition == edition.key:
            _part(by, edition, part, rooms)
    if edition.key == "pp-14":
        load_sample_sessions(by=by, edition=edition, count=36, first=date(2014, 10, 27))
        load_exhibition(by=by, edition=edition, bodies=bodies)


def load_exhibition(*, by: Actor, edition: Edition, bodies: dict[str, Body] | None = None) -> None:
    """Load the halls and the 420 sample exhibitors with their stands."""
    for place, hall in enumerate(halls().values(), start=1):
        actions.put_hall(
            by=by,
            edition=edition,
            facts=HallFacts(
                key=hall.key,
                name=Translated(hall.names),
                sector=Translated(hall.sector),
                place=place,
                source=hall.source,
                grade=hall.grade,
                is_sample=True,
            ),
        )
    found = bodies or {body.key: body for body in Body.objects.filter(kind="member_state")}
    drafts = [_exhibitor(fact, found) for fact in sample_exhibitors()]
    actions.bring_exhibitors(by=by, edition=edition, drafts=drafts)


def load_sample_sessions(
    *, by: Actor, edition: Edition, count: int, first: date, most_rooms: int = 4
) -> list[Session]:
    """Enter `count` sample sessions from that day on, in sample rooms, with sample speakers.

    There are four hours a day in `most_rooms` rooms; days after the closing are refused.
    """
    rooms = [_sample_room(by, edition, number) for number in range(1, most_rooms + 1)]
    speakers = [_sample_speaker(by, edition, number) for number in range(1, most_rooms * 2 + 1)]
    drafts = [_draft(number, first, rooms, speakers) for number in range(count)]
    return actions.bring_sessions(by=by, edition=edition, drafts=drafts)


def _draft(
    number: int, first: date, rooms: list[Room], speakers: list[Participant]
) -> SessionDraft:
    slot, room = divmod(number, len(rooms))
    day, hour = divmod(slot, len(_SLOTS))
    vi, en = _SUBJECTS[(number * 5 + day) % len(_SUBJECTS)]
    starts, ends = _SLOTS[hour]
    return SessionDraft(
        event=EventFacts(
            kind=_KINDS[number % len(_KINDS)],
            name=Translated(vi=f"[Mẫu] {vi}", en=f"[Sample] {en}"),
            day=first + timedelta(days=day),
            starts=starts,
            ends=ends,
            room=rooms[room],
            source=SOURCE,
            grade="unverified",
            is_sample=True,
        ),
        session=SessionFacts(
            organised_by="[Sample]",
            abstract=Translated(
                vi="Phiên này do nhóm phát triển soạn làm mẫu, không có thật.",
                en="This session was made up for the demo; it never took place.",
            ),
        ),
        # Everybody keeps to one room, so that nobody is needed twice at one time.
        speakers=(
            SpeakerPlace(participant=speakers[room * 2], role=SpeakerRole.MODERATOR),
            SpeakerPlace(participant=speakers[room * 2 + 1]),
        ),
    )


def _rooms(by: Actor, edition: Edition) -> dict[str, Room]:
    found = {room.name.get("en", ""): room for room in edition.rooms.all()}
    for part in programme().values():
        if part.edition == edition.key and part.room and part.room not in found:
            found[part.room] = put_room(
                by=by,
                edition=edition,
                facts=RoomFacts(
                    name=Translated(en=part.room, vi=part.room.replace("Room", "Phòng")),
                    place=len(found) + 1,
                    source=part.source,
                    grade=part.grade,
                ),
            )
    return found


def _part(by: Actor, edition: Edition, part: ProgrammePart, rooms: dict[str, Room]) -> None:
    name = Translated(part.names)
    there = Event.objects.filter(edition=edition, name=name, day=part.day).first()
    if part.kind not in DESCRIBED:
        return
    if there is not None:
        if not hasattr(there, "session"):
            actions.describe_event(by=by, event=there, facts=SessionFacts())
        return
    actions.put_session(
        by=by,
        edition=edition,
        event=EventFacts(
            kind=part.kind,
            name=name,
            day=part.day,
            last_day=part.last_day if part.last_day != part.day else None,
            starts=part.starts,
            ends=part.ends,
            room=rooms.get(part.room or ""),
            place=part.order,
            note=part.note,
            source=part.source,
            grade=part.grade,
        ),
        facts=SessionFacts(),
    )


def _sample_room(by: Actor, edition: Edition, number: int) -> Room:
    return put_room(
        by=by,
        edition=edition,
        facts=RoomFacts(
            name=Translated(vi=f"[Mẫu] Phòng {200 + number}", en=f"[Sample] Room {200 + number}"),
            place=20 + number,
            seats=40 * number,
            source=SOURCE,
            grade="unverified",
            is_sample=True,
        ),
    )


def _sample_speaker(by: Actor, edition: Edition, number: int) -> Participant:
    return put_participant(
        by=by,
        edition=edition,
        facts=ParticipantFacts(
            name=f"[Sample] Speaker {number}",
            place=Place.GUEST,
            language="en",
            source=SOURCE,
            grade="unverified",
            is_sample=True,
        ),
    )


def _exhibitor(fact: ExhibitorFact, bodies: dict[str, Body]) -> StandDraft:
    hall = halls()[fact.hall]
    return StandDraft(
        exhibitor=ExhibitorFacts(
            name=Translated(fact.names),
            about=Translated(hall.sector),
            origin=bodies.get(fact.origin),
            email=fact.email,
            source=hall.source,
            grade=hall.grade,
            is_sample=True,
        ),
        hall=fact.hall,
        code=fact.stand,
    )
