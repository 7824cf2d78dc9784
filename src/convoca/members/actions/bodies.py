"""Making, naming and placing bodies."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.languages.translated import Translated
from convoca.members.models import (
    Body,
    BodyKind,
    BodyName,
    BodyParent,
    RegionStatus,
)
from convoca.members.naming import main_of
from convoca.members.periods import today
from convoca.members.rules import may_add_below, may_edit
from convoca.members.tree import lock_tree, take_name, take_parent

_DAY = timedelta(days=1)


@transaction.atomic
def create_body(
    *,
    by: Actor,
    key: str,
    kind: str,
    name: Translated,
    parent: Body | None = None,
    main_language: str = "",
    abbreviation: str = "",
    email: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
    sort_order: int = 0,
    country_code: str = "",
    region: str = "",
    region_status: str = "",
    french_order: int | None = None,
) -> Body:
    """Make a body under `parent` (none for a root). Raises ValidationError for a key in use."""
    if not may_add_below(by, parent):
        raise NotPermitted(_("Only an administrator of the body above may add a body there."))
    if Body.objects.filter(key=key).exists():
        raise ValidationError(_("The key “%(key)s” is in use."), params={"key": key})
    body = Body(
        key=key,
        kind=kind,
        name=name,
        main_language=main_of(name, main_language),
        abbreviation=abbreviation,
        email=email,
        parent=parent,
        valid_from=valid_from,
        valid_to=valid_to,
        sort_order=sort_order,
        country_code=country_code,
        region=region,
        region_status=_region_status(kind, region, region_status),
        french_order=french_order,
    )
    body.lineage = [body.uid, *(parent.lineage if parent else [])]
    take_name(body, None)
    body.save()
    _first_rows(body)
    record(
        by=by,
        action="members.create_body",
        subject_kind="body",
        subject_uid=body.uid,
        facts={
            "key": key,
            "kind": kind,
            "name": dict(name),
            "parent": str(parent.uid) if parent else None,
            "from": _iso(valid_from),
        },
    )
    return body


def _region_status(kind: str, region: str, given: str) -> str:
    if kind != BodyKind.MEMBER_STATE:
        return ""
    return given or (RegionStatus.DERIVED if region else RegionStatus.UNCONFIRMED)


def _first_rows(body: Body) -> None:
    BodyName.objects.create(
        body=body,
        name=body.name,
        main_language=body.main_language,
        abbreviation=body.abbreviation,
        valid_from=body.valid_from,
    )
    if body.parent is not None:
        BodyParent.objects.create(body=body, parent=body.parent, valid_from=body.valid_from)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _may_edit(by: Actor, body: Body) -> None:
    if not may_edit(by, body):
        raise NotPermitted(_("Only an administrator of this body may change it."))


@transaction.atomic
def edit_body(
    *,
    by: Actor,
    body: Body,
    email: str,
    sort_order: int,
    valid_from: date | None,
    valid_to: date | None,
) -> Body:
    """Correct a body's address, its place in lists and the days between which it stands."""
    _may_edit(by, body)
    body = Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    body.email, body.sort_order = email, sort_order
    body.valid_from, body.valid_to = valid_from, valid_to
    body.save(update_fields=["email", "sort_order", "valid_from", "valid_to"])
    record(
        by=by,
        action="members.edit_body",
        subject_kind="body",
        subject_uid=body.uid,
        facts={
            "email": email,
            "order": sort_order,
            "from": _iso(valid_from),
            "to": _iso(valid_to),
        },
    )
    return body


@transaction.atomic
def rename_body(
    *,
    by: Actor,
    body: Body,
    name: Translated,
    valid_from: date,
    abbreviation: str | None = None,
    main_language: str = "",
) -> BodyName:
    """Give the body a new name from a day on; letters of earlier days keep the old one.

    `abbreviation` None keeps it. Raises StateConflict when a later name is already known.
    """
    _may_edit(by, body)
    body = Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    _close_name(body, valid_from)
    held = BodyName.objects.create(
        body=body,
        name=name,
        main_language=main_of(name, main_language),
        abbreviation=body.abbreviation if abbreviation is None else abbreviation,
        valid_from=valid_from,
    )
    take_name(body, held if valid_from <= today() else None)
    body.save()
    record(
        by=by,
        action="members.rename_body",
        subject_kind="body",
        subject_uid=body.uid,
        facts={"name": dict(name), "from": valid_from.isoformat()},
    )
    return held


def _close_name(body: Body, first_day: date) -> None:
    latest = body.names.order_by(F("valid_from").desc(nulls_last=True)).first()
    if latest is None:
        return
    if latest.valid_from is not None and latest.valid_from >= first_day:
        raise StateConflict(
            _("A name from %(day)s is already known; the new one must begin later.")
            % {"day": latest.valid_from.strftime("%d/%m/%Y")}
        )
    latest.valid_to = first_day - _DAY
    latest.save(update_fields=["valid_to"])


@transaction.atomic
def move_body(*, by: Actor, body: Body, parent: Body, valid_from: date) -> BodyParent:
    """Put the body under another one from a day on, with all that stands below it.

    Raises StateConflict for a move under itself, and when a later parent is already known.
    """
    _may_edit(by, body)
    if not may_add_below(by, parent):
        raise NotPermitted(_("Only an administrator of the body above may add a body there."))
    lock_tree()
    return moved(by=by, body=body, parent=parent, valid_from=valid_from)


def moved(*, by: Actor, body: Body, parent: Body, valid_from: date) -> BodyParent:
    """Move a body whose tree is locked, without asking again; a merger moves many so."""
    body = Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    parent.refresh_from_db(fields=["lineage"])
    if body.uid in parent.lineage:
        raise StateConflict(_("A body cannot stand under itself or under one below it."))
    _close_parent(body, valid_from)
    row = BodyParent.objects.create(body=body, parent=parent, valid_from=valid_from)
    if valid_from <= today():
        take_parent(body, parent)
    record(
        by=by,
        action="members.move_body",
        subject_kind="body",
        subject_uid=body.uid,
        facts={"parent": str(parent.uid), "from": valid_from.isoformat()},
    )
    return row


def _close_parent(body: Body, first_day: date) -> None:
    latest = body.parents.order_by(F("valid_from").desc(nulls_last=True)).first()
    if latest is None:
        return
    if latest.valid_from is not None and latest.valid_from >= first_day:
        raise StateConflict(
            _("A place from %(day)s is already known; the new one must begin later.")
            % {"day": latest.valid_from.strftime("%d/%m/%Y")}
        )
    latest.valid_to = first_day - _DAY
    latest.save(update_fields=["valid_to"])


@transaction.atomic
def edit_member_state(
    *, by: Actor, body: Body, region: str, region_status: str, french_order: int | None
) -> Body:
    """Set a Member State's region and its place in the French order; the others make room.

    A place beyond the last one becomes the last. Raises StateConflict for another kind of body.
    """
    _may_edit(by, body)
    body = Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    if not body.is_state:
        raise StateConflict(_("Only Member States have a region and a place in the French order."))
    body.region = region
    body.region_status = region_status if region else RegionStatus.UNCONFIRMED
    body.french_order = _make_room(body, french_order)
    body.save(update_fields=["region", "region_status", "french_order"])
    record(
        by=by,
        action="members.edit_member_state",
        subject_kind="body",
        subject_uid=body.uid,
        facts={
            "region": region,
            "region_status": str(body.region_status),
            "french_order": body.french_order,
        },
    )
    return body


def _make_room(body: Body, wanted: int | None) -> int | None:
    before = body.french_order
    if wanted == before:
        return before
    if before is not None:
        Body.objects.filter(pk=body.pk).update(french_order=None)
        Body.objects.filter(french_order__gt=before).update(french_order=F("french_order") - 1)
    if wanted is None:
        return None
    last = Body.objects.exclude(french_order=None).count()
    place = max(1, min(wanted, last + 1))
    Body.objects.filter(french_order__gte=place).update(french_order=F("french_order") + 1)
    return place
