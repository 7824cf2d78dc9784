"""Who speaks in a session."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from convoca.conferences.models import Participant
from convoca.conferences.rules import demand
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict
from convoca.programme.models import Session, Speaker, SpeakerRole


@transaction.atomic
def add_speaker(
    *,
    by: Actor,
    session: Session,
    participant: Participant,
    role: str = SpeakerRole.SPEAKER,
) -> Speaker:
    """Give somebody a place in a session, after those who have one.

    Whoever speaks elsewhere at that time is not refused: `queries.clashes_of` says so.
    """
    demand(by, session.event.edition)
    if participant.edition_id != session.event.edition_id:
        raise ValidationError({"participant": _("This person is not at this edition.")})
    last = session.speakers.order_by("-place").values_list("place", flat=True).first()
    try:
        with transaction.atomic():
            speaker = Speaker.objects.create(
                session=session, participant=participant, role=role, place=(last or 0) + 1
            )
    except IntegrityError as error:
        raise StateConflict(_("This person is in the session already.")) from error
    _tell(by, session, "programme.add_speaker", participant, role)
    return speaker


@transaction.atomic
def remove_speaker(*, by: Actor, speaker: Speaker) -> None:
    """Take somebody out of a session."""
    session = speaker.session
    demand(by, session.event.edition)
    participant, role = speaker.participant, speaker.role
    speaker.delete()
    _tell(by, session, "programme.remove_speaker", participant, role)


def _tell(by: Actor, session: Session, action: str, participant: Participant, role: str) -> None:
    # The page of the programme is kept until a version that it shows has changed.
    session.version += 1
    session.save(update_fields=["version"])
    record(
        by=by,
        action=action,
        subject_kind="session",
        subject_uid=session.uid,
        facts={"participant": str(participant.uid), "role": role},
    )
