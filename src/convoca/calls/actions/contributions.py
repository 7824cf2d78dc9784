"""Writing contributions: drafts kept on the server, files, withdrawal."""

from collections.abc import Sequence
from typing import IO

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.calls import rules
from convoca.calls.actions import replies
from convoca.calls.models import (
    Activity,
    Attachment,
    Contribution,
    ContributionState,
    Reply,
)
from convoca.calls.models.contributions import WRITABLE
from convoca.calls.said import Said, put
from convoca.files.actions import store
from convoca.files.kinds import Kind
from convoca.files.models import StoredFile
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict

MOST_FILES = 20
_PICTURES = {Kind.PNG, Kind.JPG}


@transaction.atomic
def save_draft(
    *,
    by: Actor,
    reply: Reply,
    said: Said,
    contribution: Contribution | None = None,
    edition: int | None = None,
) -> Contribution:
    """Keep a draft on the server; a new one without `contribution`. No journal entry.

    `edition` is the reply's version that the writer started from: where another changed the same
    draft meanwhile, StateConflict is raised and the caller shows both texts.
    """
    reply = replies.locked(reply)
    replies.demand_open(by, reply, timezone.now())
    rules.refuse_secrets(said.texts())
    _check_kind(said, reply)
    if contribution is None:
        contribution = Contribution(reply=reply)
    else:
        contribution = _writable(contribution, reply)
    if edition is not None and edition != reply.version:
        raise StateConflict(
            _("Somebody else has changed this reply while you were writing. Read it once more.")
        )
    put(said, contribution)
    contribution.save()
    put_activity(said, contribution)
    _touch(reply)
    return contribution


@transaction.atomic
def submit_contribution(
    *,
    by: Actor,
    reply: Reply,
    said: Said,
    sent_by: str,
    contact: str = "",
    uploads: Sequence[UploadedFile] = (),
) -> Contribution:
    """Write one contribution and send it in one step; what others draft stays a draft."""
    reply, now = replies.locked(reply), timezone.now()
    replies.demand_open(by, reply, now)
    rules.refuse_secrets(said.texts())
    _check_kind(said, reply)
    contribution = Contribution(reply=reply)
    put(said, contribution)
    contribution.submitted_at = now
    contribution.state = ContributionState.SUBMITTED
    contribution.author_names = replies.author_names(reply)
    contribution.save(force_insert=True)
    if said.activity is not None:
        put_activity(said, contribution)
    for upload in uploads:
        _kept(by, contribution, upload, upload.name or "")
    replies.keep_version(contribution)
    replies.receive(
        reply, by=by, door=rules.door_of(by, reply), sent_by=sent_by, contact=contact, at=now
    )
    record(
        by=by,
        action="calls.submit_contribution",
        subject_kind="contribution",
        subject_uid=contribution.uid,
        facts={"reply": str(reply.uid), "kind": said.kind, "version": contribution.version},
    )
    return contribution


def _check_kind(said: Said, reply: Reply) -> None:
    if said.kind not in reply.call.kinds:
        raise ValidationError(_("This call does not ask for that kind."), code="kind")
    if (said.kind == "activity") != (said.activity is not None):
        raise ValidationError(_("An activity, and nothing else, has its dates."), code="activity")


def _writable(contribution: Contribution, reply: Reply) -> Contribution:
    found = (
        Contribution.objects.select_for_update(no_key=True, of=("self",))
        .filter(pk=contribution.pk, reply=reply)
        .first()
    )
    if found is None or found.state not in WRITABLE:
        raise StateConflict(_("This has been sent and can no longer be changed."))
    return found


def put_activity(said: Said, contribution: Contribution) -> None:
    """Write the activity's part of what is said into its own row."""
    if said.activity is None:
        Activity.objects.filter(contribution=contribution).delete()
        return
    held = said.activity
    Activity.objects.update_or_create(
        contribution=contribution,
        defaults={
            "starts_on": held.starts_on,
            "ends_on": held.ends_on,
            "place": held.place,
            "province": held.province,
            "organiser": held.organiser,
            "audience": held.audience,
            "reached": held.reached,
            "result": held.result,
        },
    )


def _touch(reply: Reply) -> None:
    reply.started_at = reply.started_at or timezone.now()
    reply.version += 1
    reply.save(update_fields=["started_at", "version"])


@transaction.atomic
def attach(
    *,
    by: Actor,
    contribution: Contribution,
    stream: IO[bytes] | UploadedFile,
    name: str,
    caption: str = "",
    is_photo: bool | None = None,
) -> Attachment:
    """Take a file in and put it to a draft. Raises ValidationError for what the store refuses."""
    reply = _open_for(by, contribution)
    if contribution.attachments.count() >= MOST_FILES:
        raise ValidationError(
            _("At most %(most)s files belong to one item.") % {"most": MOST_FILES}
        )
    attachment = _kept(by, contribution, stream, name, caption=caption, is_photo=is_photo)
    _touch(reply)
    return attachment


def _kept(
    by: Actor,
    contribution: Contribution,
    stream: IO[bytes] | UploadedFile,
    name: str,
    *,
    caption: str = "",
    is_photo: bool | None = None,
) -> Attachment:
    rules.refuse_secrets([caption, name.rpartition(".")[0].replace("_", " ")])
    stored = store(by=by, stream=stream, name=name)
    return Attachment.objects.create(
        contribution=contribution,
        stored=stored,
        caption=caption,
        is_photo=stored.kind in _PICTURES if is_photo is None else is_photo,
    )


@transaction.atomic
def attach_stored(*, by: Actor, contribution: Contribution, stored: StoredFile) -> Attachment:
    """Put a file that is kept already, such as one of an official letter, to a draft."""
    reply = _open_for(by, contribution)
    rules.demand_officer(by, reply.call)
    attachment, _is_new = Attachment.objects.get_or_create(contribution=contribution, stored=stored)
    _touch(reply)
    return attachment


@transaction.atomic
def detach(*, by: Actor, attachment: Attachment) -> None:
    """Take a file off a draft; its bytes are swept away where nothing else names them."""
    reply = _open_for(by, attachment.contribution)
    attachment.delete()
    _touch(reply)


def _open_for(by: Actor, contribution: Contribution) -> Reply:
    reply = replies.locked(contribution.reply)
    replies.demand_open(by, reply, timezone.now())
    _writable(contribution, reply)
    return reply


@transaction.atomic
def withdraw(*, by: Actor, contribution: Contribution) -> None:
    """Delete a draft that was never sent; take back what was sent but not yet under review."""
    reply = replies.locked(contribution.reply)
    replies.demand_open(by, reply, timezone.now())
    contribution = fresh(contribution)
    if contribution.submitted_at is None:
        contribution.attachments.all().delete()
        contribution.delete()
        _touch(reply)
        return
    if contribution.state not in (ContributionState.SUBMITTED, ContributionState.RETURNED):
        raise StateConflict(_("It is under review already; ask those who handle the call."))
    to_state(contribution, ContributionState.WITHDRAWN)
    _touch(reply)
    note(by, contribution, "withdraw")


def fresh(contribution: Contribution) -> Contribution:
    """Return it as it is now, locked to the transaction's end, with what rules ask of it."""
    return (
        Contribution.objects.select_for_update(no_key=True, of=("self",))
        .select_related("reply__call__unit", "reply__call__body", "activity__province")
        .get(pk=contribution.pk)
    )


def to_state(contribution: Contribution, state: ContributionState, *fields: str) -> None:
    """Save the state, with other fields that change with it."""
    contribution.state = state
    contribution.save(update_fields=["state", *fields])


def note(by: Actor, contribution: Contribution, verb: str, **facts: str | int) -> None:
    """Record what was done with a contribution."""
    record(
        by=by,
        action=f"calls.{verb}",
        subject_kind="contribution",
        subject_uid=contribution.uid,
        facts=facts,
    )
