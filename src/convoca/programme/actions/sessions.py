"""Sessions: entered, moved, brought in by the hundred, removed."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, time

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from convoca.conferences.actions.events import put_event, remove_event
from convoca.conferences.actions.times import check_times, set_instants
from convoca.conferences.content import EventFacts
from convoca.conferences.models import Edition, Event, Room
from convoca.conferences.rules import demand
from convoca.conferences.writing import said, take
from convoca.journal.actors import Actor
from convoca.journal.chain import Json
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict
from convoca.programme.content import SessionDraft, SessionFacts
from convoca.programme.models import Session, Speaker


@transaction.atomic
def put_session(
    *,
    by: Actor,
    edition: Edition,
    event: EventFacts,
    facts: SessionFacts,
    session: Session | None = None,
    version: int | None = None,
) -> Session:
    """Enter a session, or change `session`; `version` is that of its event.

    Raises what `put_event` raises: ValidationError for a day outside the conference or an hour
    that the clocks skip, StateConflict for a taken room or a version that is no longer held.
    """
    demand(by, edition)
    _check(edition, facts)
    held = put_event(
        by=by,
        edition=edition,
        facts=event,
        event=session.event if session else None,
        version=version,
    )
    row = Session.objects.get(pk=session.pk) if session else Session(event=held)
    row.event = held
    changed = _take(row, facts)
    row.version += 1 if session else 0
    row.save()
    _tell(by, row, "programme.edit_session" if session else "programme.add_session", changed)
    return row


@transaction.atomic
def describe_event(*, by: Actor, event: Event, facts: SessionFacts) -> Session:
    """Add to an event of the calendar what the programme says of it."""
    demand(by, event.edition)
    _check(event.edition, facts)
    if Session.objects.filter(event=event).exists():
        raise StateConflict(_("This event is in the programme already."))
    row = Session(event=event)
    changed = _take(row, facts)
    row.save()
    _tell(by, row, "programme.add_session", changed)
    return row


@transaction.atomic
def move_session(
    *,
    by: Actor,
    session: Session,
    day: date | None,
    starts: time | None,
    ends: time | None,
    room: Room | None,
    version: int | None = None,
) -> Session:
    """Move a session to another day, hour or room; raises as `put_session` does."""
    event = session.event
    demand(by, event.edition)
    moved = replace(facts_of(event), day=day, last_day=None, starts=starts, ends=ends, room=room)
    session.event = put_event(
        by=by, edition=event.edition, facts=moved, event=event, version=version
    )
    to: dict[str, Json] = {
        "day": said(day),
        "starts": said(starts),
        "ends": said(ends),
        "room": said(room),
    }
    _tell(by, session, "programme.move_session", to)
    return session


@transaction.atomic
def remove_session(*, by: Actor, session: Session) -> None:
    """Take a session out of the programme, with its event. Raises StateConflict for speeches."""
    event = session.event
    demand(by, event.edition)
    uid = session.uid
    session.delete()
    remove_event(by=by, event=event)
    record(
        by=by,
        action="programme.remove_session",
        subject_kind="edition",
        subject_uid=event.edition.uid,
        facts={"session": str(uid)},
    )


@transaction.atomic
def bring_sessions(*, by: Actor, edition: Edition, drafts: Sequence[SessionDraft]) -> list[Session]:
    """Enter many sessions at once, in a fixed number of statements; all of them or none.

    Raises ValidationError naming the first session that cannot be, StateConflict where two of
    them, or one and an event that is there already, hold one room at once.
    """
    demand(by, edition)
    rooms = {room.pk for room in edition.rooms.select_for_update(no_key=True)}
    events = [_event(edition, draft, rooms) for draft in drafts]
    try:
        with transaction.atomic():
            Event.objects.bulk_create(events)
    except IntegrityError as error:
        raise StateConflict(_("Two of these sessions hold one room at once.")) from error
    sessions = [
        Session(event=event, **_values(draft.session))
        for event, draft in zip(events, drafts, strict=True)
    ]
    Session.objects.bulk_create(sessions)
    Speaker.objects.bulk_create(
        Speaker(session=session, participant=place.participant, role=place.role, place=number)
        for session, draft in zip(sessions, drafts, strict=True)
        for number, place in enumerate(draft.speakers, start=1)
    )
    record(
        by=by,
        action="programme.bring_sessions",
        subject_kind="edition",
        subject_uid=edition.uid,
        facts={"sessions": [str(session.uid) for session in sessions]},
    )
    return sessions


def facts_of(event: Event) -> EventFacts:
    """Return what an event holds, to be changed in part."""
    return EventFacts(**{field.name: getattr(event, field.name) for field in fields(EventFacts)})


def _event(edition: Edition, draft: SessionDraft, rooms: set[int]) -> Event:
    facts = draft.event
    check_times(edition, facts)
    if facts.room is not None and facts.room.pk not in rooms:
        raise ValidationError({"room": _("This room belongs to another edition.")})
    if any(place.participant.edition_id != edition.pk for place in draft.speakers):
        raise ValidationError({"speakers": _("This person is not at this edition.")})
    _check(edition, draft.session)
    event = Event(edition=edition)
    take(event, facts)
    set_instants(event)
    return event


def _check(edition: Edition, facts: SessionFacts) -> None:
    if facts.theme is not None and facts.theme.edition_id != edition.pk:
        raise ValidationError({"theme": _("This theme belongs to another edition.")})
    if facts.organiser is not None and facts.organised_by:
        raise ValidationError({"organised_by": _("Choose a body or write a name, not both.")})


def _values(facts: SessionFacts) -> dict[str, object]:
    return {field.name: getattr(facts, field.name) for field in fields(facts)}


def _take(row: Session, facts: SessionFacts) -> dict[str, Json]:
    changed: dict[str, Json] = {}
    for name, value in _values(facts).items():
        if row.pk is None or getattr(row, name) != value:
            setattr(row, name, value)
            changed[name] = said(value)
    return changed


def _tell(by: Actor, session: Session, action: str, facts: dict[str, Json]) -> None:
    record(
        by=by,
        action=action,
        subject_kind="session",
        subject_uid=session.uid,
        facts={"event": str(session.event.uid), **facts},
    )
