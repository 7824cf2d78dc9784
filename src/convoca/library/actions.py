"""The verbs of the library: publish, withdraw, put back, correct, confirm."""

from collections.abc import Mapping
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.calls.models import Attachment, Contribution, PublicationDecision
from convoca.calls.rules import demand_officer, refuse_secrets
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict
from convoca.languages.translated import Translated
from convoca.library import rules
from convoca.library.freezing import Json, derive, put, told
from convoca.library.models import A_YEAR, Correction, Entry, EntryFile, EntryState


@transaction.atomic
def publish(*, by: Actor, decision: PublicationDecision) -> Entry:
    """Put a contribution on the shelf that was decided, as it stands now.

    A contribution that has an entry already keeps its address; what the entry said before is
    kept as a correction. Raises StateConflict for a decision that does not publish.
    """
    one = _read(decision.contribution)
    demand_officer(by, one.reply.call)
    if not decision.accepted or decision.replaced_at is not None:
        raise StateConflict(_("This decision does not publish anything."))
    now = timezone.now()
    entry = _locked_of(one) or Entry(contribution=one, published_at=now)
    if entry.pk is not None:
        _keep_before(entry, _("Taken over once more from what was shared."), now)
    put(entry, one, published_on=timezone.localdate(now))
    entry.shelf, entry.state = decision.shelf, EntryState.PUBLISHED
    entry.withdrawn_at, entry.withdrawn_because = None, ""
    entry.changed_at, entry.review_by = now, _in_a_year(now)
    entry.save()
    _put_files(entry, one)
    _note(
        by,
        entry,
        "publish",
        shelf=entry.shelf,
        contribution=str(one.uid),
        version=one.version,
        revision=entry.revision,
    )
    return entry


def _read(contribution: Contribution) -> Contribution:
    return Contribution.objects.select_related(
        "reply__call__unit",
        "reply__call__body",
        "reply__call__edition__observance",
        "reply__body",
        "activity",
    ).get(pk=contribution.pk)


def _put_files(entry: Entry, one: Contribution) -> None:
    entry.files.all().delete()
    EntryFile.objects.bulk_create(
        EntryFile(entry=entry, stored_id=file.stored_id, caption=file.caption, position=position)
        for position, file in enumerate(Attachment.objects.filter(contribution=one))
    )


def _in_a_year(now: datetime) -> date:
    return timezone.localdate(now) + A_YEAR


@transaction.atomic
def withdraw(*, by: Actor, entry: Entry, because: str) -> Entry:
    """Take an entry off its shelf; who follows its address reads `because`."""
    entry = _locked(entry)
    rules.demand_keeper(by, entry)
    _demand_published(entry)
    if not because.strip():
        raise ValidationError(_("Say why: whoever follows a link to it will read this."))
    refuse_secrets([because])
    entry.state, entry.withdrawn_at = EntryState.WITHDRAWN, timezone.now()
    entry.withdrawn_because = because.strip()
    entry.changed_at = entry.withdrawn_at
    entry.save(update_fields=["state", "withdrawn_at", "withdrawn_because", "changed_at"])
    _note(by, entry, "withdraw", remark=entry.withdrawn_because)
    return entry


@transaction.atomic
def put_back(*, by: Actor, entry: Entry) -> Entry:
    """Put a withdrawn entry back on its shelf, as long as the decision to publish it stands."""
    entry = _locked(entry)
    rules.demand_keeper(by, entry)
    stands = entry.contribution.decisions.filter(
        replaced_at=None, accepted=True, shelf=entry.shelf
    ).exists()
    if entry.is_published or not stands:
        raise StateConflict(_("Only a withdrawn entry whose publication stands can be put back."))
    entry.state, entry.withdrawn_at, entry.withdrawn_because = EntryState.PUBLISHED, None, ""
    entry.changed_at = timezone.now()
    entry.save(update_fields=["state", "withdrawn_at", "withdrawn_because", "changed_at"])
    _note(by, entry, "put_back")
    return entry


@transaction.atomic
def correct(
    *, by: Actor, entry: Entry, revision: int, texts: Mapping[str, Translated], note: str
) -> Entry:
    """Correct `title`, `summary` or `text`; `note` says to readers what was corrected.

    `revision` is the one that the editor has read: StateConflict where another corrected it.
    """
    entry = _locked(entry)
    rules.demand_keeper(by, entry)
    _demand_published(entry)
    if entry.revision != revision:
        raise StateConflict(_("Somebody has corrected this entry meanwhile. Read it once more."))
    changed = [name for name in texts if texts[name] != getattr(entry, name)]
    if not changed:
        raise ValidationError(_("Nothing was changed."), code="unchanged")
    if not note.strip():
        raise ValidationError(_("Say what was corrected: readers will see it."), code="note")
    refuse_secrets([note, *(text for name in changed for text in texts[name].values())])
    _keep_before(entry, note.strip(), timezone.now())
    for name in changed:
        setattr(entry, name, texts[name])
    entry.changed_at = timezone.now()
    derive(entry)
    entry.save()
    _note(by, entry, "correct", revision=entry.revision, changed=[*changed], remark=note.strip())
    return entry


def _keep_before(entry: Entry, note: str, at: datetime) -> None:
    entry.revision += 1
    Correction.objects.create(
        entry=entry, revision=entry.revision, note=note, before=told(entry), made_at=at
    )


@transaction.atomic
def confirm(*, by: Actor, entry: Entry) -> Entry:
    """Note that the entry still holds: it is due for the next check in twelve months."""
    entry = _locked(entry)
    rules.demand_keeper(by, entry)
    _demand_published(entry)
    entry.review_by = _in_a_year(timezone.now())
    entry.save(update_fields=["review_by"])
    _note(by, entry, "confirm", review_by=entry.review_by.isoformat())
    return entry


def _locked(entry: Entry) -> Entry:
    return (
        Entry.objects.select_for_update(no_key=True, of=("self",))
        .select_related("call__unit", "call__body", "contribution")
        .get(pk=entry.pk)
    )


def _locked_of(contribution: Contribution) -> Entry | None:
    return (
        Entry.objects.select_for_update(no_key=True, of=("self",))
        .filter(contribution=contribution)
        .first()
    )


def _demand_published(entry: Entry) -> None:
    if not entry.is_published:
        raise StateConflict(_("This entry has been withdrawn."))


def _note(by: Actor, entry: Entry, verb: str, **facts: Json) -> None:
    record(
        by=by, action=f"library.{verb}", subject_kind="entry", subject_uid=entry.uid, facts=facts
    )
