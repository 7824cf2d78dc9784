"""Meetings, documents, decisions."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from convoca.conferences.actions.times import refuse_outside
from convoca.conferences.models import Edition
from convoca.conferences.rules import demand
from convoca.journal.actors import Actor
from convoca.proceedings.actions.putting import put, take_away
from convoca.proceedings.content import DecisionFacts, DocumentFacts, LaidBefore, MeetingFacts
from convoca.proceedings.models import (
    AgendaItem,
    Decision,
    Document,
    Meeting,
    MeetingItem,
    WorkingGroup,
)


@transaction.atomic
def put_meeting(
    *,
    by: Actor,
    facts: MeetingFacts,
    items: Sequence[AgendaItem],
    meeting: Meeting | None = None,
    version: int | None = None,
) -> Meeting:
    """Call a meeting of a committee with the items on its agenda, or change `meeting`.

    Its event says when and where. Raises ValidationError for rows of another edition.
    """
    edition = facts.event.edition
    demand(by, edition)
    _check_meeting(facts, items, meeting)
    row = put(
        meeting or Meeting(),
        facts,
        by=by,
        edition=edition,
        version=version,
        action="proceedings.put_meeting",
        about=("event", facts.event.uid),
    )
    row.meeting_items.all().delete()
    MeetingItem.objects.bulk_create(
        MeetingItem(meeting=row, item=item, place=place) for place, item in enumerate(items)
    )
    return row


def _check_meeting(
    facts: MeetingFacts, items: Sequence[AgendaItem], meeting: Meeting | None
) -> None:
    edition = facts.event.edition
    if facts.committee.edition_id != edition.pk:
        raise ValidationError({"committee": _("This belongs to another edition.")})
    if any(item.edition_id != edition.pk for item in items):
        raise ValidationError({"items": _("This belongs to another edition.")})
    own = meeting.pk if meeting else 0
    if Meeting.objects.filter(event=facts.event).exclude(pk=own).exists():
        raise ValidationError({"event": _("This event is a meeting of another committee.")})
    same = Meeting.objects.filter(committee=facts.committee, number=facts.number)
    if facts.number is not None and same.exclude(pk=own).exists():
        raise ValidationError({"number": _("This number is in use.")})


def remove_meeting(*, by: Actor, meeting: Meeting) -> None:
    """Strike a meeting without decisions; its event stays on the calendar."""
    event = meeting.event
    take_away(
        meeting,
        by=by,
        edition=event.edition,
        action="proceedings.remove_meeting",
        about=("event", event.uid),
    )


@transaction.atomic
def put_document(
    *,
    by: Actor,
    edition: Edition,
    facts: DocumentFacts,
    group: WorkingGroup | None = None,
    laid: LaidBefore | None = None,
    document: Document | None = None,
    version: int | None = None,
) -> Document:
    """Enter a document of the edition, or of a working group, or change `document`."""
    row = put(
        document or Document(edition=None if group else edition, group=group),
        facts,
        by=by,
        edition=edition,
        version=version,
        action="proceedings.put_document",
        about=("group", group.uid) if group else None,
    )
    if laid is not None:
        row.items.set(laid.items)
        row.meetings.set(laid.meetings)
    return row


def remove_document(*, by: Actor, edition: Edition, document: Document) -> None:
    """Take a document away."""
    take_away(document, by=by, edition=edition, action="proceedings.remove_document")


def put_decision(
    *,
    by: Actor,
    facts: DecisionFacts,
    meeting: Meeting | None = None,
    group: WorkingGroup | None = None,
    decision: Decision | None = None,
    version: int | None = None,
) -> Decision:
    """Note what a meeting or a working group decided, or change `decision`."""
    if meeting is not None:
        edition, about = meeting.event.edition, ("event", meeting.event.uid)
    elif group is not None:
        edition, about = group.since, ("group", group.uid)
    else:
        raise ValidationError(_("A decision belongs to a meeting or to a working group."))
    demand(by, edition)
    if meeting is not None:
        refuse_outside(edition, decided_on=facts.decided_on)
    elif facts.decided_on is not None and facts.decided_on < edition.opens:
        raise ValidationError({"decided_on": _("The group was set up later.")})
    return put(
        decision or Decision(meeting=meeting, group=group),
        facts,
        by=by,
        edition=edition,
        version=version,
        action="proceedings.put_decision",
        about=about,
    )


def remove_decision(*, by: Actor, edition: Edition, decision: Decision) -> None:
    """Take a decision away."""
    take_away(decision, by=by, edition=edition, action="proceedings.remove_decision")
