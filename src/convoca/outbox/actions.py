"""The outbox's verbs. Whoever puts mail in has checked that the actor may write it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app as queue_app

from convoca.files.models import StoredFile
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.languages.folding import folded
from convoca.outbox.addresses import message_id, message_id_of
from convoca.outbox.drafts import Draft
from convoca.outbox.models import Mail, MailAttachment, MailClass, State
from convoca.outbox.reports import Action, Outcome, outcomes
from convoca.outbox.rules import may_send
from convoca.outbox.signals import announce


def wake() -> None:
    """Have the worker look for mail to deliver, once the transaction that is open is committed."""
    queue_app.configure_task("outbox.deliver").defer()


@transaction.atomic
def queue(
    *,
    by: Actor,
    to: str,
    subject: str,
    text: str,
    mail_class: MailClass,
    language: str,
    owner: Sequence[UUID] = (),
    to_name: str = "",
    reply_to: str = "",
    html: str = "",
    attachments: Sequence[StoredFile] = (),
    about_kind: str = "",
    about_uid: UUID | str = "",
) -> Mail:
    """Put one mail into the outbox: see `queue_many`, and `Draft` for the meaning of each value."""
    draft = Draft(
        to=to,
        subject=subject,
        text=text,
        mail_class=mail_class,
        language=language,
        owner=owner,
        to_name=to_name,
        reply_to=reply_to,
        html=html,
        attachments=attachments,
        about_kind=about_kind,
        about_uid=about_uid,
    )
    return queue_many(by=by, drafts=[draft])[0]


@transaction.atomic
def queue_many(*, by: Actor, drafts: Iterable[Draft]) -> list[Mail]:
    """Put mails into the outbox; official ones wait for release, sign-in mail goes at once.

    Raises ValidationError for a value that could not stand in a mail's head; then none is put in.
    """
    given, now = list(drafts), timezone.now()
    for draft in given:
        draft.check()
    mails = Mail.objects.bulk_create(_row(draft, now) for draft in given)
    MailAttachment.objects.bulk_create(
        MailAttachment(mail=mail, stored=stored, position=position)
        for mail, draft in zip(mails, given, strict=True)
        for position, stored in enumerate(draft.attachments)
    )
    _note(by, "queue", [mail for mail in mails if mail.mail_class == MailClass.OFFICIAL])
    if any(mail.state == State.RELEASED for mail in mails):
        wake()
    return mails


def _row(draft: Draft, now: datetime) -> Mail:
    uid, at_once = uuid4(), draft.mail_class == MailClass.SIGN_IN
    return Mail(
        uid=uid,
        message_id=message_id(uid),
        owner=list(draft.owner),
        mail_class=draft.mail_class,
        language=draft.language,
        to=draft.to,
        to_name=draft.to_name,
        reply_to=draft.reply_to,
        subject=draft.subject,
        text=draft.text,
        html=draft.html,
        about_kind=draft.about_kind,
        about_uid=str(draft.about_uid),
        search_key=folded(f"{draft.subject} {draft.to_name} {draft.to}"),
        state=State.RELEASED if at_once else State.WAITING,
        released_at=now if at_once else None,
        next_attempt_at=now if at_once else None,
    )


@transaction.atomic
def release(*, by: Actor, mails: Collection[Mail]) -> list[Mail]:
    """Let waiting mails go; return them as they are now. All go or none.

    Raises NotPermitted, or StateConflict where one of them no longer waits.
    """
    now = timezone.now()
    locked = _locked(by, mails)
    _demand(locked, {State.WAITING}, _("Some of these mails no longer wait. Look again."))
    for mail in locked:
        mail.released_at = mail.next_attempt_at = now
    _change(locked, State.RELEASED)
    _note(by, "release", locked)
    wake()
    return locked


@transaction.atomic
def withdraw(*, by: Actor, mails: Collection[Mail]) -> list[Mail]:
    """Take mails back that have not gone out; return them as they are now. All or none.

    Raises NotPermitted, or StateConflict where one has gone out or is being sent.
    """
    now = timezone.now()
    locked = _locked(by, mails)
    sentence = _("Some of these mails have gone out or are being sent. Look again.")
    _demand(locked, {State.WAITING, State.RELEASED, State.FAILED}, sentence)
    for mail in locked:
        mail.withdrawn_at, mail.failed_at, mail.next_attempt_at = now, None, None
    _change(locked, State.WITHDRAWN)
    _note(by, "withdraw", locked)
    return locked


@transaction.atomic
def retry(*, by: Actor, mails: Collection[Mail]) -> list[Mail]:
    """Send mails again that were given up, or now where they wait for their next attempt.

    Raises NotPermitted, or StateConflict where one is neither.
    """
    now = timezone.now()
    locked = _locked(by, mails)
    sentence = _("Only mail that was not sent is sent again. Look again.")
    _demand(locked, {State.FAILED, State.RELEASED}, sentence)
    for mail in locked:
        mail.failed_at, mail.next_attempt_at = None, now
        mail.attempts = 0 if mail.state == State.FAILED else mail.attempts
    _change(locked, State.RELEASED)
    _note(by, "retry", locked)
    wake()
    return locked


@transaction.atomic
def record_delivery_report(*, by: Actor, raw: bytes) -> list[Mail]:
    """Note what a delivery report says of our mails; return those whose state it changed.

    A bounce outweighs an earlier delivery; a delay, a relay or the same report again changes
    nothing. Raises NotPermitted, or NoReportError where `raw` is not a delivery report.
    """
    changed = []
    for outcome in outcomes(raw):
        mail = _reported(outcome)
        if mail is None:
            continue
        if not may_send(by, mail.owner):
            raise NotPermitted(_("You may not send mail for this body."))
        if _report(mail, outcome):
            changed.append(mail)
            _note(by, "delivery_report", [mail])
    return changed


def _reported(outcome: Outcome) -> Mail | None:
    ours = message_id_of(outcome.envelope_id) or outcome.message_id
    return Mail.objects.select_for_update(no_key=True).filter(message_id=ours).first()


_REPORTED = {
    Action.DELIVERED: (State.DELIVERED, {State.ACCEPTED}),
    Action.FAILED: (State.BOUNCED, {State.ACCEPTED, State.DELIVERED}),
}


def _report(mail: Mail, outcome: Outcome) -> bool:
    before = State(mail.state)
    after, possible = _REPORTED.get(outcome.action, (before, set()))
    if before not in possible:
        return False
    now = timezone.now()
    mail.state = after
    if after == State.DELIVERED:
        mail.delivered_at = now
    else:
        mail.bounced_at = now
        mail.last_error = " ".join(filter(None, (outcome.status, outcome.diagnostic)))[:2000]
    mail.save()
    announce(mail, before=before)
    return True


def _locked(by: Actor, mails: Collection[Mail]) -> list[Mail]:
    found = list(
        Mail.objects.select_for_update(no_key=True)
        .filter(pk__in=[mail.pk for mail in mails])
        .order_by("pk")
    )
    if not all(may_send(by, mail.owner) for mail in found):
        raise NotPermitted(_("You may not send mail for this body."))
    if not found:
        raise StateConflict(_("Choose at least one mail."))
    return found


def _demand(mails: Iterable[Mail], states: set[State], sentence: str) -> None:
    if any(mail.state not in states or mail.is_being_sent for mail in mails):
        raise StateConflict(sentence)


_CHANGED = (
    "state",
    "released_at",
    "failed_at",
    "withdrawn_at",
    "next_attempt_at",
    "attempts",
)


def _change(mails: list[Mail], after: State) -> None:
    before = [State(mail.state) for mail in mails]
    for mail in mails:
        mail.state = after
    Mail.objects.bulk_update(mails, _CHANGED, batch_size=500)
    for mail, state in zip(mails, before, strict=True):
        if state != after:
            announce(mail, before=state)


def _note(by: Actor, verb: str, mails: Iterable[Mail]) -> None:
    # One entry for each thing that the mails are about, so that its timeline tells of them.
    about = attrgetter("about_kind", "about_uid")
    for (kind, uid), group in groupby(sorted(mails, key=about), key=about):
        uids = [str(mail.uid) for mail in group]
        record(
            by=by,
            action=f"outbox.{verb}",
            subject_kind=kind or "mail",
            subject_uid=uid or uids[0],
            facts={"mails": [*uids]},
        )
