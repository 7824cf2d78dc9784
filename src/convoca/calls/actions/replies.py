"""Sending a reply, by whatever door; nothing to report; the official letter."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.calls import rules
from convoca.calls.models import (
    Call,
    CallState,
    Contribution,
    ContributionState,
    ContributionVersion,
    Door,
    Reply,
)
from convoca.calls.models.contributions import WRITABLE
from convoca.calls.said import digest, said_of
from convoca.installation.prepared import Prepared
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict
from convoca.languages.translated import Translated
from convoca.letters.actions.recipients import mark_replied
from convoca.letters.models import IncomingLetter
from convoca.members.models import Body

_locked = Prepared(
    lambda key: (
        Reply.objects.select_for_update(no_key=True, of=("self",))
        .select_related("call")
        .filter(pk=key)
    ),
    0,
)


def locked(reply: Reply) -> Reply:
    """Return the reply and its call as they are now, the reply locked to the transaction's end."""
    found = _locked.get(reply.pk)
    _take_over(found, reply, "body")
    _take_over(found, reply, "recipient")
    if Reply.call.is_cached(reply):
        for name in ("body", "unit", "edition"):
            _take_over(found.call, reply.call, name)
    return found


def _take_over(found: Model, read: Model, name: str) -> None:
    """Spare reading once more what was read already, where it is still the same one."""
    key = f"{name}_id"
    if getattr(type(read), name).is_cached(read) and getattr(found, key) == getattr(read, key):
        setattr(found, name, getattr(read, name))


def demand_open(by: Actor, reply: Reply, at: datetime) -> None:
    """Raise NotPermitted or StateConflict unless the actor may write the reply at that instant.

    An officer enters on behalf of a body as long as the call is no draft: what came late on
    paper is late, not lost.
    """
    rules.demand(rules.writes(by, reply), _("You do not answer for this body."))
    if reply.call.state == CallState.DRAFT:
        raise StateConflict(_("This call is not open yet."))
    if not reply.is_open(at) and not rules.works_on(by, reply.call):
        raise StateConflict(
            _(
                "The time for answers has passed. Ask the body that called: it can reopen the"
                " reply for you. Your draft is kept."
            )
        )


@transaction.atomic
def send_reply(*, by: Actor, reply: Reply, version: int, sent_by: str, contact: str = "") -> Reply:
    """Send all that is drafted. `version` is the one that the sender has read.

    Raises StateConflict where somebody changed or sent it meanwhile, or nothing is drafted;
    nothing is lost either way.
    """
    reply, now = locked(reply), timezone.now()
    demand_open(by, reply, now)
    if reply.version != version:
        raise StateConflict(
            _("Somebody has changed or sent this reply meanwhile. Read it once more, then send.")
        )
    drafted = _drafted(reply)
    if not drafted:
        raise StateConflict(_("There is nothing to send yet: all that was written has been sent."))
    submit(drafted, names=author_names(reply), at=now)
    receive(reply, by=by, door=rules.door_of(by, reply), sent_by=sent_by, contact=contact, at=now)
    _note(by, reply, "send_reply", [str(one.uid) for one in drafted])
    return reply


def _drafted(reply: Reply) -> list[Contribution]:
    found = (
        Contribution.objects.select_for_update(no_key=True, of=("self",))
        .filter(reply=reply, state__in=WRITABLE)
        .select_related("activity__province")
    )
    return list(found)


def author_names(reply: Reply) -> Translated:
    """Return the names under which the body answers: its own, or the line of the letter."""
    if reply.body is not None:
        return Translated(reply.body.name)
    return Translated({reply.call.main_language: reply.name})


def submit(drafted: Iterable[Contribution], *, names: Translated, at: datetime) -> None:
    """Turn drafts into submitted contributions and keep what each says as a version."""
    for one in drafted:
        if one.submitted_at is not None:
            one.version += 1
        one.state, one.author_names, one.returned_because = ContributionState.SUBMITTED, names, ""
        one.submitted_at = one.submitted_at or at
        one.save(
            update_fields=["state", "author_names", "returned_because", "submitted_at", "version"]
        )
        keep_version(one)


def keep_version(contribution: Contribution) -> None:
    """Keep what the contribution says now under its version's number."""
    told = said_of(contribution).told()
    ContributionVersion.objects.create(
        contribution=contribution, number=contribution.version, said=told, sha256=digest(told)
    )


def receive(
    reply: Reply, *, by: Actor, door: Door, sent_by: str, contact: str = "", at: datetime
) -> None:
    """Note that content came in; the letter's recipient and whoever handed on are told too."""
    if reply.content_received_at is None and reply.recipient is not None:
        mark_replied(by=by, recipient=reply.recipient, at=at)
    reply.content_received_at = reply.content_received_at or at
    reply.door = reply.door or door
    reply.sent_by, reply.sent_by_contact = sent_by, contact
    reply.started_at = reply.started_at or at
    reply.nothing_to_report = False
    reply.version += 1
    reply.save()
    _tell_who_handed_on(reply, at)


def _tell_who_handed_on(reply: Reply, at: datetime) -> None:
    above = reply.answers_for
    while above is not None:
        Reply.objects.filter(pk=above.pk, answered_through_at=None).update(answered_through_at=at)
        above = above.answers_for


@transaction.atomic
def say_nothing_to_report(
    *, by: Actor, reply: Reply, version: int, sent_by: str, remark: str = ""
) -> Reply:
    """Answer that there is nothing to report. Raises StateConflict where something was written."""
    reply, now = locked(reply), timezone.now()
    demand_open(by, reply, now)
    rules.refuse_secrets([remark])
    written = reply.contributions.exclude(state=ContributionState.WITHDRAWN)
    if reply.version != version or written.exists():
        raise StateConflict(
            _("Something has been written for this reply. Send it, or delete the drafts first.")
        )
    receive(reply, by=by, door=rules.door_of(by, reply), sent_by=sent_by, at=now)
    reply.nothing_to_report, reply.remark = True, remark
    reply.save(update_fields=["nothing_to_report", "remark"])
    _note(by, reply, "say_nothing_to_report", [])
    return reply


@transaction.atomic
def take_letter(*, by: Actor, reply: Reply, incoming: IncomingLetter, at: datetime) -> Reply:
    """Note that the official letter came; that its content was read in is another fact."""
    reply = locked(reply)
    rules.demand(
        rules.registers_letters(by, reply.call),
        _("Only those who handle this call, or its records clerk, may note a letter."),
    )
    reply.official_letter, reply.official_letter_received_at = incoming, at
    reply.save(update_fields=["official_letter", "official_letter_received_at"])
    _tell_who_handed_on(reply, at)
    record(
        by=by,
        action="calls.take_letter",
        subject_kind="reply",
        subject_uid=reply.uid,
        facts={"incoming": str(incoming.uid), "number": incoming.number_and_symbol},
    )
    return reply


@transaction.atomic
def add_reply(*, by: Actor, call: Call, body: Body) -> Reply:
    """Return the reply of a body, made where it was not addressed, such as the caller itself."""
    rules.demand_officer(by, call)
    if call.state == CallState.DRAFT:
        raise StateConflict(_("This call is not open yet."))
    found = Reply.objects.filter(call=call, body=body).order_by("recipient", "pk").first()
    if found is not None:
        return found
    reply = Reply.objects.create(call=call, body=body, name=body.name[body.main_language])
    record(
        by=by,
        action="calls.add_reply",
        subject_kind="reply",
        subject_uid=reply.uid,
        facts={"call": str(call.uid), "body": str(body.uid)},
    )
    return reply


def _note(by: Actor, reply: Reply, verb: str, contributions: list[str]) -> None:
    record(
        by=by,
        action=f"calls.{verb}",
        subject_kind="reply",
        subject_uid=reply.uid,
        facts={
            "call": str(reply.call.uid),
            "door": str(reply.door),
            "contributions": [*contributions],
        },
        personal={"sent_by": reply.sent_by} if reply.sent_by else None,
    )
