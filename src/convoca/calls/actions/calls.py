"""Drafting a call with its letter, opening it when the letter goes out, closing, reopening."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.calls import rules
from convoca.calls.models import Call, CallState, Edition, Reply
from convoca.calls.models.calls import all_kinds, both_languages
from convoca.calls.signals import announce_opening
from convoca.calls.topics import ACTION_LINES, GOALS, Kind
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict
from convoca.languages.translated import Translated
from convoca.letters.models import Letter, LineKind, Recipient
from convoca.members.models import Body
from convoca.standards.local_time import LocalTime

NO_TEXT = Translated()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a call asks for and until when; no deadline means the end of the edition's year."""

    title: Translated
    asks: Translated = NO_TEXT
    kinds: Sequence[str] = field(default_factory=all_kinds)
    sdgs: Sequence[int] = ()
    action_lines: Sequence[str] = ()
    languages: Sequence[str] = field(default_factory=both_languages)
    deadline: LocalTime | None = None
    remind_on: Sequence[date] = ()
    forward_to: Body | None = None

    def check(self) -> None:
        """Raise ValidationError for kinds, goals or lines that do not exist, or none asked."""
        if not self.kinds or not self.languages:
            raise ValidationError(_("A call asks for at least one kind, in one language."))
        unknown = (
            set(self.kinds) - set(Kind.values),
            set(self.sdgs) - set(GOALS),
            set(self.action_lines) - set(ACTION_LINES),
        )
        if any(unknown):
            raise ValidationError(_("A kind, goal or action line does not exist."))


@transaction.atomic
def draft_call(*, by: Actor, edition: Edition, letter: Letter, asked: Asked) -> Call:
    """Draft a call with the letter that will open it. Raises StateConflict if it has one."""
    call = Call(edition=edition, letter=letter, body=letter.issuer, unit=letter.drafting_unit)
    rules.demand_officer(by, call)
    asked.check()
    if letter.is_dispatched or Call.objects.filter(letter=letter).exists():
        raise StateConflict(_("This letter has a call already, or has gone out."))
    _put(asked, call)
    call.save(force_insert=True)
    _note(by, call, "draft_call", asked)
    return call


@transaction.atomic
def change_call(*, by: Actor, call: Call, asked: Asked) -> Call:
    """Change what is asked. Of an open call no kind can be taken back; a closed one stays."""
    call = locked(call)
    rules.demand_officer(by, call)
    asked.check()
    if call.state == CallState.CLOSED:
        raise StateConflict(_("This call is closed."))
    if call.state == CallState.OPEN and not set(call.kinds) <= set(asked.kinds):
        raise StateConflict(_("What was asked for by the letter cannot be taken back."))
    _put(asked, call)
    call.save()
    _note(by, call, "change_call", asked)
    return call


def _put(asked: Asked, call: Call) -> None:
    call.title, call.asks = asked.title, asked.asks
    call.main_language = call.edition.main_language
    call.kinds, call.languages = list(asked.kinds), list(asked.languages)
    call.sdgs, call.action_lines = list(asked.sdgs), list(asked.action_lines)
    call.deadline = asked.deadline
    call.remind_on = sorted(asked.remind_on)
    call.forward_to = asked.forward_to


def _note(by: Actor, call: Call, verb: str, asked: Asked) -> None:
    ends = call.runs_until
    record(
        by=by,
        action=f"calls.{verb}",
        subject_kind="call",
        subject_uid=call.uid,
        facts={
            "letter": str(call.letter.uid),
            "kinds": list(asked.kinds),
            "sdgs": list(asked.sdgs),
            "action_lines": list(asked.action_lines),
            "until": f"{ends.on.isoformat()} {ends.at:%H:%M} {ends.zone}",
            "deadline_set": call.deadline is not None,
        },
    )


@transaction.atomic
def open_call(*, by: Actor, call: Call) -> Call:
    """Open a call with a reply for each addressee, in the transaction that sends its letter.

    Whoever may send the letter opens its call: the right was asked for there.
    """
    call = locked(call)
    if call.state != CallState.DRAFT:
        raise StateConflict(_("This call has been opened already."))
    if not call.letter.is_dispatched:
        raise StateConflict(_("A call opens when its letter goes out."))
    call.state, call.opened_at = CallState.OPEN, timezone.now()
    call.save(update_fields=["state", "opened_at"])
    addressees = Recipient.objects.filter(
        letter=call.letter, kind=LineKind.ADDRESSEE, parent=None
    ).order_by("position", "pk")
    replies = Reply.objects.bulk_create(
        Reply(call=call, recipient=one, body_id=one.body_id, name=one.name) for one in addressees
    )
    record(
        by=by,
        action="calls.open_call",
        subject_kind="call",
        subject_uid=call.uid,
        facts={"letter": str(call.letter.uid), "addressees": len(replies)},
    )
    announce_opening(call, by)
    return call


@transaction.atomic
def close_call(*, by: Actor, call: Call) -> Call:
    """Close a call: nothing more comes in, except where it is reopened for one body."""
    call = locked(call)
    rules.demand_officer(by, call)
    if call.state != CallState.OPEN:
        raise StateConflict(_("Only an open call can be closed."))
    call.state, call.closed_at = CallState.CLOSED, timezone.now()
    call.save(update_fields=["state", "closed_at"])
    record(by=by, action="calls.close_call", subject_kind="call", subject_uid=call.uid)
    return call


@transaction.atomic
def reopen_for(*, by: Actor, reply: Reply, until: LocalTime, because: str) -> Reply:
    """Let one body answer after the deadline, to the end of the minute of `until`."""
    reply = (
        Reply.objects.select_for_update(no_key=True, of=("self",))
        .select_related("call__unit", "call__body")
        .get(pk=reply.pk)
    )
    rules.demand_officer(by, reply.call)
    if reply.call.state == CallState.DRAFT or until.passes <= timezone.now():
        raise StateConflict(_("A call is reopened until a moment that is still to come."))
    reply.reopened_until, reply.reopened_because = until.passes, because
    reply.save(update_fields=["reopened_until", "reopened_because"])
    record(
        by=by,
        action="calls.reopen_for",
        subject_kind="reply",
        subject_uid=reply.uid,
        facts={"until": until.passes.isoformat(timespec="minutes"), "remark": because},
    )
    return reply


def locked(call: Call) -> Call:
    """Return the call as it is now, locked to the end of the transaction."""
    return (
        Call.objects.select_for_update(no_key=True, of=("self",))
        .select_related("edition", "letter", "body", "unit", "forward_to")
        .get(pk=call.pk)
    )
