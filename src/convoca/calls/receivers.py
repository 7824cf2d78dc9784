"""What calls do when a letter goes out, a task is handed on, or a body is succeeded."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from convoca.calls import rules
from convoca.calls.actions.calls import open_call
from convoca.calls.actions.moves import follow_handing_on, move_to_successor, open_replies_of
from convoca.calls.actions.replies import take_letter
from convoca.calls.models import Call, CallState, Reply
from convoca.calls.models.contributions import WRITABLE
from convoca.calls.queries.observances import edition_spoken_of
from convoca.calls.topics import Kind
from convoca.calls.visuals import annex_of
from convoca.journal.actors import ANONYMOUS, Actor
from convoca.letters.content import Annex
from convoca.letters.models import IncomingLetter, Letter, Recipient
from convoca.letters.rules import may_draft
from convoca.letters.signals import PagePart, RecipientVisit
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


def on_recipient_page(*, visit: RecipientVisit, **_sent: Any) -> PagePart | None:
    """Add the answer to the call to the page of a letter's recipient."""
    reply = (
        Reply.objects.exclude(call__state=CallState.DRAFT)
        .select_related("call__edition", "call__unit", "call__body", "recipient", "body")
        .filter(recipient=visit.recipient)
        .first()
    )
    if reply is None:
        return None
    context = {
        "reply": reply,
        "call": reply.call,
        "kinds": [(kind.value, kind.label) for kind in Kind if kind.value in reply.call.kinds],
        "is_open": reply.is_open(timezone.now()),
        "writes": rules.writes(visit.actor, reply),
        "has_draft": reply.contributions.filter(state__in=WRITABLE).exists(),
        "started": bool(reply.started_at or reply.content_received_at),
    }
    return PagePart("calls/recipient_part.html", context, order=20)


def on_annex_sought(*, words: str, year: int, **_sent: Any) -> Annex | None:
    """Give the visual of the observance that a pasted letter speaks of."""
    edition = edition_spoken_of(words, year)
    return None if edition is None else annex_of(edition)


def on_letter_page(*, request: HttpRequest, letter: Letter, **_sent: Any) -> PagePart | None:
    """Lead from a letter to its call, or to the draft of one."""
    actor = getattr(request, "actor", ANONYMOUS)
    call = Call.objects.filter(letter=letter).select_related("unit", "body").first()
    if call is not None:
        shows = rules.reads_call(actor, call)
    else:
        shows = letter.issued_at is None and may_draft(actor, letter.drafting_unit)
    context = {"call": call, "letter": letter}
    return PagePart("calls/letter_part.html", context) if shows else None


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
