"""What stands in each other's way in an edition's programme."""

from convoca.conferences.models import Edition, Event, Speech
from convoca.programme.clashing import Clash, Why, clashing
from convoca.programme.models import Session, Speaker


def clashes(edition: Edition) -> list[Clash[Event]]:
    """Return all clashes of rooms and of speakers, certain ones first; three queries.

    Two events with known hours cannot hold one room: the database refuses it. What is left of
    rooms is what may clash because an end is not known.
    """
    events = {event.pk: event for event in edition.events.select_related("room")}
    rooms = [(str(event.room), event) for event in events.values() if event.room is not None]
    found = [
        *clashing(Why.ROOM, rooms),
        *clashing(Why.SPEAKER, [(name, events[pk]) for name, pk in _who_is_where(edition)]),
    ]
    return sorted(found, key=lambda clash: not clash.is_certain)


def clashes_of(session: Session) -> list[Clash[Event]]:
    """Return the clashes that one session is in."""
    event = session.event
    return [clash for clash in clashes(event.edition) if event in (clash.first, clash.second)]


def _who_is_where(edition: Edition) -> list[tuple[str, int]]:
    places = Speaker.objects.filter(session__event__edition=edition).values_list(
        "participant_id", "participant__name", "session__event_id"
    )
    speeches = Speech.objects.filter(event__edition=edition, by_video=False).values_list(
        "speaker_id", "speaker__name", "event_id"
    )
    names: dict[int, str] = {}
    found = []
    for person, name, event in [*places, *speeches]:
        # Two people may bear one name; the second one is told apart by a number.
        known = names.setdefault(person, _apart(name, names))
        found.append((known, event))
    return found


def _apart(name: str, taken: dict[int, str]) -> str:
    number, told = 2, name
    while told in taken.values():
        told, number = f"{name} ({number})", number + 1
    return told
