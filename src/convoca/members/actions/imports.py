"""Taking in a file of bodies in two steps: it is kept and looked at, then confirmed."""

import hashlib

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.members.copying import copied, numbered
from convoca.members.imports.planning import New, Plan, planned
from convoca.members.imports.reading import MAX_BYTES
from convoca.members.models import Body, BodyImport, BodyName, BodyParent
from convoca.members.naming import search_text, sort_keys
from convoca.members.rules import administers_anything
from convoca.members.tree import lock_tree


@transaction.atomic
def receive_import(*, by: Actor, file_name: str, content: bytes) -> BodyImport:
    """Keep a file for its preview; bodies stay as they are. Raises ValidationError over 20 MB."""
    if not administers_anything(by):
        raise NotPermitted(_("Only an administrator may import bodies."))
    if len(content) > MAX_BYTES:
        raise ValidationError(_("The file is larger than 20 MB."))
    kept = BodyImport.objects.create(
        file_name=file_name[:200],
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        made_by=by.uid,
    )
    record(
        by=by,
        action="members.receive_import",
        subject_kind="import",
        subject_uid=kept.uid,
        facts={"file": kept.file_name, "sha256": kept.sha256, "bytes": len(content)},
    )
    return kept


@transaction.atomic
def confirm_import(*, by: Actor, kept: BodyImport) -> BodyImport:
    """Make and correct the bodies of the good lines, all or none; the refused ones stay readable.

    The plan is made anew against today's bodies. Raises StateConflict for a second confirmation.
    """
    if by.uid != kept.made_by or not administers_anything(by):
        raise NotPermitted(_("Only the administrator who uploaded the file may confirm it."))
    lock_tree()
    kept = BodyImport.objects.select_for_update(no_key=True).get(pk=kept.pk)
    if kept.confirmed_at is not None:
        raise StateConflict(_("This import was already confirmed."))
    plan = planned(by=by, content=bytes(kept.content))
    _create(kept, plan)
    _correct(plan)
    kept.confirmed_at = timezone.now()
    kept.created, kept.changed = len(plan.new), len(plan.changes)
    kept.unchanged, kept.refused = plan.unchanged, plan.refused
    kept.save(update_fields=["confirmed_at", "created", "changed", "unchanged", "refused"])
    record(
        by=by,
        action="members.confirm_import",
        subject_kind="import",
        subject_uid=kept.uid,
        facts={
            "file": kept.file_name,
            "sha256": kept.sha256,
            "created": [one.facts.key for one in plan.new],
            "changed": {one.body.key: ", ".join(one.fields) for one in plan.changes},
            "unchanged": plan.unchanged,
            "refused": plan.refused,
        },
    )
    return kept


def _create(kept: BodyImport, plan: Plan) -> None:
    uids = {one.lineage[1] for one in plan.new if len(one.lineage) > 1}
    ids = dict(Body.objects.filter(uid__in=uids).values_list("uid", "pk"))
    made = [_body(kept, one) for one in plan.new]
    numbered(made)
    ids |= {body.uid: body.pk for body in made}
    for body in made:
        body.parent_id = ids[body.lineage[1]] if len(body.lineage) > 1 else None
    copied(made)
    _first_rows(made)


def _body(kept: BodyImport, one: New) -> Body:
    facts = one.facts
    vi, en = sort_keys(facts.name, facts.main_language)
    return Body(
        uid=one.uid,
        key=facts.key,
        kind=facts.kind,
        name=facts.name,
        main_language=facts.main_language,
        abbreviation=facts.abbreviation,
        email=facts.email,
        lineage=one.lineage,
        valid_from=facts.valid_from,
        valid_to=facts.valid_to,
        sort_order=facts.sort_order,
        sort_key_vi=vi,
        sort_key_en=en,
        folded_text=search_text([(facts.name, facts.abbreviation)]),
        country_code=facts.country_code,
        region=facts.region,
        region_status=facts.region_status,
        french_order=facts.french_order,
        origin=kept,
    )


def _first_rows(made: list[Body]) -> None:
    copied(
        [
            BodyName(
                body=body,
                name=body.name,
                main_language=body.main_language,
                abbreviation=body.abbreviation,
                valid_from=body.valid_from,
            )
            for body in made
        ]
    )
    copied(
        [
            BodyParent(body=body, parent_id=body.parent_id, valid_from=body.valid_from)
            for body in made
            if body.parent_id is not None
        ]
    )


def _correct(plan: Plan) -> None:
    names = {name for change in plan.changes for name in change.fields}
    for change in plan.changes:
        for name in change.fields:
            setattr(change.body, name, getattr(change.facts, name))
    if names:
        Body.objects.bulk_update([one.body for one in plan.changes], names, batch_size=200)
