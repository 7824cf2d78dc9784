"""What calls do when a letter goes out, a task is handed on, or a body is succeeded."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from convoca.calls.actions.calls import open_call
from convoca.calls.actions.moves import follow_handing_on, move_to_successor, open_replies_of
from convoca.calls.actions.replies import take_letter
from convoca.calls.models import Call, CallState, Reply
from convoca.journal.actors import Actor
from convoca.letters.models import IncomingLetter, Letter, Recipient
from convoca.members.models import Body
from convoca.members.signals import Moving


def on_dispatch(*, letter: Letter, by: Actor, **_sent: Any) -> None:
    """Open the call that was drafted with the letter."""
    call = Call.objects.filter(letter=letter, state=CallState.DRAFT).first()
    if call is not None:
        open_call(by=by, call=call)


def on_handing_on(*, recipient: Recipient, child: Recipient, by: Actor, **_sent: Any) -> None:
    """Let the one that a task was handed on to answer."""
    follow_handing_on(by=by, recipient=recipient, child=child)


def on_arrival(*, incoming: IncomingLetter, by: Actor, **_sent: Any) -> None:
    """Note the official letter at the reply that it belongs to, where the clerk linked one."""
    reply = Reply.objects.filter(recipient=incoming.recipient_id).first()
    if incoming.recipient_id is not None and reply is not None:
        take_letter(by=by, reply=reply, incoming=incoming, at=timezone.now())


def on_succession(
    *, predecessor: Body, successors: tuple[Body, ...], by: Actor, **_sent: Any
) -> None:
    """Move what the predecessor still owes to the first body that answers for it."""
    if successors:
        move_to_successor(by=by, predecessor=predecessor, successor=successors[0])


def on_preview(
    *, predecessor: Body, successors: tuple[Body, ...], on: date, **_sent: Any
) -> list[Moving]:
    """Tell how many open replies would move."""
    return [Moving(_("open replies to calls"), open_replies_of(predecessor).count())]
