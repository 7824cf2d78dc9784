"""What letters and members set in motion: a task handed on, a body succeeded by another."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from convoca.calls.models import CallState, Reply
from convoca.calls.queries.calls import ANSWERED
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.letters.models import Recipient
from convoca.members.models import Body


@transaction.atomic
def follow_handing_on(*, by: Actor, recipient: Recipient, child: Recipient) -> Reply | None:
    """Give the one that a task was handed on to a reply of its own; None without a call.

    The right to hand on was asked for where the letter's recipient did it.
    """
    above = (
        Reply.objects.select_for_update(no_key=True, of=("self",))
        .filter(recipient=recipient)
        .first()
    )
    if above is None:
        return None
    reply = Reply.objects.create(
        call_id=above.call_id,
        recipient=child,
        body_id=child.body_id,
        name=child.name,
        answers_for=above,
    )
    above.handed_on_at = above.handed_on_at or timezone.now()
    above.save(update_fields=["handed_on_at"])
    record(
        by=by,
        action="calls.hand_on",
        subject_kind="reply",
        subject_uid=above.uid,
        facts={"to": str(reply.uid), "name": child.name},
    )
    return reply


def open_replies_of(body: Body) -> QuerySet[Reply]:
    """Return the replies that a body still owes in open calls."""
    return Reply.objects.filter(body=body, call__state=CallState.OPEN).exclude(ANSWERED)


@transaction.atomic
def move_to_successor(*, by: Actor, predecessor: Body, successor: Body) -> int:
    """Move open replies of a body to the one that answers for it now; return how many moved."""
    moved = 0
    for reply in open_replies_of(predecessor).select_for_update(no_key=True, of=("self",)):
        is_there = Reply.objects.filter(
            call_id=reply.call_id, body=successor, recipient__isnull=True
        )
        if reply.recipient_id is None and is_there.exists():
            continue
        reply.body = successor
        reply.save(update_fields=["body"])
        moved += 1
        record(
            by=by,
            action="calls.move_to_successor",
            subject_kind="reply",
            subject_uid=reply.uid,
            facts={"from": str(predecessor.uid), "to": str(successor.uid)},
        )
    return moved
