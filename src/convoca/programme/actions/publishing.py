"""What of the programme everybody sees."""

from dataclasses import replace

from django.db import transaction
from django.db.models import F

from convoca.conferences.actions.events import put_event
from convoca.conferences.models import Edition, Event
from convoca.conferences.rules import demand
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.programme.actions.sessions import facts_of
from convoca.programme.models import Session


@transaction.atomic
def set_public(
    *, by: Actor, session: Session, is_public: bool, version: int | None = None
) -> Session:
    """Show a session to everybody, or hide it again."""
    event = session.event
    demand(by, event.edition)
    session.event = put_event(
        by=by,
        edition=event.edition,
        facts=replace(facts_of(event), is_public=is_public),
        event=event,
        version=version,
    )
    record(
        by=by,
        action="programme.publish_session" if is_public else "programme.withdraw_session",
        subject_kind="session",
        subject_uid=session.uid,
    )
    return session


@transaction.atomic
def publish_all(*, by: Actor, edition: Edition) -> int:
    """Show every session of the programme to everybody; return how many became public."""
    demand(by, edition)
    drafts = list(
        Event.objects.select_for_update(no_key=True, of=("self",))
        .filter(edition=edition, is_public=False, session__isnull=False)
        .order_by("pk")
        .values_list("pk", "uid")
    )
    Event.objects.filter(pk__in=[pk for pk, _uid in drafts]).update(
        is_public=True, version=F("version") + 1
    )
    record(
        by=by,
        action="programme.publish_all",
        subject_kind="edition",
        subject_uid=edition.uid,
        facts={"events": [str(uid) for _pk, uid in drafts]},
    )
    return len(drafts)
