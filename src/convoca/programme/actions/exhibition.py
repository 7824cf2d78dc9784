"""Halls, stands and exhibitors."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from convoca.conferences.models import Edition
from convoca.conferences.rules import demand
from convoca.conferences.writing import held, personal, saved, take
from convoca.journal.actors import Actor
from convoca.journal.chain import Json
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict
from convoca.members.naming import search_text, sort_keys
from convoca.programme.content import ExhibitorFacts, HallFacts, StandDraft
from convoca.programme.models import Exhibitor, Hall, Stand


@transaction.atomic
def put_hall(
    *,
    by: Actor,
    edition: Edition,
    facts: HallFacts,
    hall: Hall | None = None,
    version: int | None = None,
) -> Hall:
    """Enter a hall, or change `hall`. Raises ValidationError for a key that is in use."""
    demand(by, edition)
    if (
        Hall.objects.filter(edition=edition, key=facts.key)
        .exclude(pk=hall.pk if hall else 0)
        .exists()
    ):
        raise ValidationError({"key": _("This key is in use.")})
    row = held(hall, version) if hall else Hall(edition=edition)
    changed = take(row, facts)
    saved(row, is_new=hall is None)
    _tell(by, edition, "programme.put_hall", {"hall": str(row.uid), **changed})
    return row


@transaction.atomic
def remove_hall(*, by: Actor, hall: Hall) -> None:
    """Take a hall away with its free stands. Raises StateConflict while one is taken."""
    demand(by, hall.edition)
    uid, edition = hall.uid, hall.edition
    hall.stands.filter(exhibitor=None).delete()
    try:
        hall.delete()
    except ProtectedError:
        raise StateConflict(_("There are stands in this hall.")) from None
    _tell(by, edition, "programme.remove_hall", {"hall": str(uid)})


@transaction.atomic
def put_exhibitor(
    *,
    by: Actor,
    edition: Edition,
    facts: ExhibitorFacts,
    exhibitor: Exhibitor | None = None,
    version: int | None = None,
) -> Exhibitor:
    """Enter an exhibitor, or change `exhibitor`."""
    demand(by, edition)
    row = held(exhibitor, version) if exhibitor else Exhibitor(edition=edition)
    changed = take(row, facts)
    _derive(row)
    saved(row, is_new=exhibitor is None)
    record(
        by=by,
        action="programme.edit_exhibitor" if exhibitor else "programme.add_exhibitor",
        subject_kind="exhibitor",
        subject_uid=row.uid,
        facts=changed,
        personal=personal(facts),
    )
    return row


@transaction.atomic
def remove_exhibitor(*, by: Actor, exhibitor: Exhibitor) -> None:
    """Take an exhibitor out of the directory; its stands become free."""
    edition = exhibitor.edition
    demand(by, edition)
    uid = exhibitor.uid
    exhibitor.stands.update(exhibitor=None)
    exhibitor.delete()
    _tell(by, edition, "programme.remove_exhibitor", {"exhibitor": str(uid)})


@transaction.atomic
def give_stand(*, by: Actor, exhibitor: Exhibitor, hall: Hall, code: str) -> Stand:
    """Give an exhibitor a stand, made where the hall has none of this code yet.

    Raises StateConflict when somebody else has it; of two editors the second one sees so.
    """
    demand(by, exhibitor.edition)
    if hall.edition_id != exhibitor.edition_id:
        raise ValidationError({"hall": _("This hall belongs to another edition.")})
    Stand.objects.get_or_create(hall=hall, code=code)
    stand = Stand.objects.select_for_update(no_key=True).get(hall=hall, code=code)
    if stand.exhibitor_id not in (None, exhibitor.pk):
        raise StateConflict(
            _("Stand %(stand)s is taken by %(exhibitor)s.")
            % {"stand": stand, "exhibitor": stand.exhibitor}
        )
    stand.exhibitor = exhibitor
    saved(stand)
    _tell_stand(by, exhibitor, "programme.give_stand", stand)
    return stand


@transaction.atomic
def free_stand(*, by: Actor, stand: Stand) -> None:
    """Take a stand from its exhibitor."""
    demand(by, stand.hall.edition)
    stand = held(stand)
    exhibitor = stand.exhibitor
    if exhibitor is None:
        raise StateConflict(_("This stand is free already."))
    stand.exhibitor = None
    saved(stand)
    _tell_stand(by, exhibitor, "programme.free_stand", stand)


@transaction.atomic
def bring_exhibitors(
    *, by: Actor, edition: Edition, drafts: Sequence[StandDraft]
) -> list[Exhibitor]:
    """Enter many exhibitors with their stands at once; all of them or none.

    Raises ValidationError for a hall that does not exist, StateConflict for a stand given twice.
    """
    demand(by, edition)
    halls = {hall.key: hall for hall in Hall.objects.filter(edition=edition)}
    unknown = sorted({draft.hall for draft in drafts} - halls.keys())
    if unknown:
        raise ValidationError({"hall": _("There is no hall %(key)s.") % {"key": unknown[0]}})
    exhibitors = [_exhibitor(edition, draft.exhibitor) for draft in drafts]
    Exhibitor.objects.bulk_create(exhibitors)
    try:
        with transaction.atomic():
            Stand.objects.bulk_create(
                Stand(hall=halls[draft.hall], code=draft.code, exhibitor=exhibitor)
                for exhibitor, draft in zip(exhibitors, drafts, strict=True)
            )
    except IntegrityError as error:
        raise StateConflict(_("A stand is given to two exhibitors.")) from error
    uids: list[Json] = [str(one.uid) for one in exhibitors]
    _tell(by, edition, "programme.bring_exhibitors", {"exhibitors": uids})
    return exhibitors


def _exhibitor(edition: Edition, facts: ExhibitorFacts) -> Exhibitor:
    row = Exhibitor(edition=edition)
    take(row, facts)
    _derive(row)
    return row


def _derive(row: Exhibitor) -> None:
    row.sort_key_vi, row.sort_key_en = sort_keys(row.name, row.main_language)
    row.folded_text = search_text([(row.name, ""), (row.about, "")])


def _tell(by: Actor, edition: Edition, action: str, facts: dict[str, Json]) -> None:
    record(by=by, action=action, subject_kind="edition", subject_uid=edition.uid, facts=facts)


def _tell_stand(by: Actor, exhibitor: Exhibitor, action: str, stand: Stand) -> None:
    record(
        by=by,
        action=action,
        subject_kind="exhibitor",
        subject_uid=exhibitor.uid,
        facts={"stand": stand.code, "hall": str(stand.hall.uid)},
    )
