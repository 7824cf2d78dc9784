"""What happens when, who speaks there, and what was said."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from convoca.conferences.actions.times import check_times, set_instants
from convoca.conferences.content import EventFacts, RoomFacts, SpeechFacts, StatementFacts
from convoca.conferences.models import Edition, Event, Room, Speech, Statement
from convoca.conferences.occupancy import keep_room_free
from convoca.conferences.rules import demand
from convoca.conferences.writing import held, saved, take
from convoca.journal.actors import Actor
from convoca.journal.chain import Json
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict


@transaction.atomic
def put_room(
    *,
    by: Actor,
    edition: Edition,
    facts: RoomFacts,
    room: Room | None = None,
    version: int | None = None,
) -> Room:
    """Add a room of the venue, or change `room`."""
    demand(by, edition)
    row = held(room, version) if room else Room(edition=edition)
    changed = take(row, facts)
    saved(row, is_new=room is None)
    record(
        by=by,
        action="conferences.put_room",
        subject_kind="edition",
        subject_uid=edition.uid,
        facts={"room": str(row.uid), **changed},
    )
    return row


@transaction.atomic
def remove_room(*, by: Actor, room: Room) -> None:
    """Take a room away. Raises StateConflict while something takes place in it."""
    demand(by, room.edition)
    uid = room.uid
    try:
        room.delete()
    except ProtectedError:
        raise StateConflict(_("Something takes place in this room.")) from None
    record(
        by=by,
        action="conferences.remove_room",
        subject_kind="edition",
        subject_uid=room.edition.uid,
        facts={"room": str(uid)},
    )


@transaction.atomic
def put_event(
    *,
    by: Actor,
    edition: Edition,
    facts: EventFacts,
    event: Event | None = None,
    version: int | None = None,
) -> Event:
    """Add an event, or change `event`.

    Raises ValidationError for a day outside the conference, for an hour that the clocks skip,
    for a room of another edition; StateConflict for a room that is taken at that time.
    """
    demand(by, edition)
    check_times(edition, facts)
    if facts.room is not None and facts.room.edition_id != edition.pk:
        raise ValidationError({"room": _("This room belongs to another edition.")})
    row = held(event, version) if event else Event(edition=edition)
    changed = take(row, facts)
    row.edition = edition
    set_instants(row)
    keep_room_free(row)
    saved(row, is_new=event is None)
    _tell(by, row, "conferences.edit_event" if event else "conferences.add_event", changed)
    return row


@transaction.atomic
def remove_event(*, by: Actor, event: Event) -> None:
    """Take an event away. Raises StateConflict while speeches or records hang on it."""
    demand(by, event.edition)
    event = held(event)
    uid, edition = event.uid, event.edition
    try:
        event.delete()
    except ProtectedError:
        told = _("Speeches or records of a meeting belong to this; remove them first.")
        raise StateConflict(told) from None
    record(
        by=by,
        action="conferences.remove_event",
        subject_kind="edition",
        subject_uid=edition.uid,
        facts={"event": str(uid)},
    )


@transaction.atomic
def put_speech(
    *,
    by: Actor,
    event: Event,
    facts: SpeechFacts,
    speech: Speech | None = None,
    version: int | None = None,
) -> Speech:
    """Add a speech to an event, or change `speech`; the speaker is of the same edition."""
    demand(by, event.edition)
    if facts.speaker.edition_id != event.edition_id:
        raise ValidationError({"speaker": _("This person is not at this edition.")})
    if facts.text and not facts.language:
        raise ValidationError({"language": _("A text needs its language.")})
    row = held(speech, version) if speech else Speech(event=event)
    changed = take(row, facts)
    saved(row, is_new=speech is None)
    # The words of a speech are kept once, in its own row.
    _tell(by, event, "conferences.put_speech", {**changed, "text": bool(facts.text)})
    return row


@transaction.atomic
def remove_speech(*, by: Actor, speech: Speech) -> None:
    """Take a speech away, with what was noted of it. Raises StateConflict for one in use."""
    demand(by, speech.event.edition)
    speech = held(speech)
    event, uid = speech.event, speech.uid
    try:
        speech.delete()
    except ProtectedError:
        told = _("A commitment rests on this speech; remove it first.")
        raise StateConflict(told) from None
    _tell(by, event, "conferences.remove_speech", {"speech": str(uid)})


@transaction.atomic
def put_statement(
    *,
    by: Actor,
    speech: Speech,
    facts: StatementFacts,
    statement: Statement | None = None,
    version: int | None = None,
) -> Statement:
    """Note in short what a speaker said, or change `statement`."""
    demand(by, speech.event.edition)
    if facts.theme is not None and facts.theme.edition_id != speech.event.edition_id:
        raise ValidationError({"theme": _("This theme belongs to another edition.")})
    row = held(statement, version) if statement else Statement(speech=speech)
    changed = take(row, facts)
    saved(row, is_new=statement is None)
    _tell(by, speech.event, "conferences.put_statement", {"speech": str(speech.uid), **changed})
    return row


@transaction.atomic
def remove_statement(*, by: Actor, statement: Statement) -> None:
    """Take a note of what was said away."""
    event = statement.speech.event
    demand(by, event.edition)
    uid = statement.uid
    statement.delete()
    _tell(by, event, "conferences.remove_statement", {"statement": str(uid)})


def _tell(by: Actor, event: Event, action: str, facts: dict[str, Json]) -> None:
    record(by=by, action=action, subject_kind="event", subject_uid=event.uid, facts=facts)
