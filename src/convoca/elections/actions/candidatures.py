"""Candidatures: received, withdrawn between rounds, removed where they were an error."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, Q
from django.utils.translation import gettext as _

from convoca.conferences.writing import held, personal, saved, take
from convoca.elections.content import CandidatureFacts
from convoca.elections.deciding import name_of
from convoca.elections.models import Candidature, Contest, Election
from convoca.elections.rules import demand
from convoca.elections.standing import refusals
from convoca.journal.actors import Actor
from convoca.journal.chain import Json
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict
from convoca.members.models import Body


@transaction.atomic
def put_candidature(
    *,
    by: Actor,
    contest: Contest,
    facts: CandidatureFacts,
    candidature: Candidature | None = None,
    version: int | None = None,
) -> Candidature:
    """Enter a candidature, or change `candidature`.

    Raises ValidationError for a State that is no member on the opening day, for one of another
    region, and for what the engine's rules object to: too late, a second one of a State.
    """
    demand(by, contest.election)
    _check_state(contest, facts.state)
    if facts.name and not contest.stands_in_person:
        raise ValidationError({"name": _("For this post the Member State itself stands.")})
    # Two entries at once would not see each other's State.
    Election.objects.select_for_update(no_key=True).get(pk=contest.election_id)
    row = held(candidature, version) if candidature else Candidature(contest=contest)
    if hasattr(row, "award"):
        raise StateConflict(_("This candidate was given a seat."))
    changed = take(row, facts)
    row.contest = contest
    told = refusals(contest, row, _others(contest, row))
    if told:
        raise ValidationError({"state": told})
    try:
        with transaction.atomic():
            saved(row, is_new=candidature is None)
    except IntegrityError as error:
        raise ValidationError({"name": _("This candidature is entered already.")}) from error
    action = "elections.edit_candidature" if candidature else "elections.add_candidature"
    _tell(by, row, action, changed, personal(facts))
    return row


@transaction.atomic
def withdraw_candidature(
    *, by: Actor, candidature: Candidature, on: date, version: int | None = None
) -> Candidature:
    """Note that the Member State has withdrawn its candidature, as it may between rounds.

    Raises StateConflict where it is withdrawn already or was given a seat.
    """
    demand(by, candidature.contest.election)
    row = held(candidature, version)
    if row.withdrawn_on is not None:
        raise StateConflict(_("This candidature is withdrawn already."))
    if hasattr(row, "award"):
        raise StateConflict(_("This candidate was given a seat."))
    row.withdrawn_on = on
    saved(row)
    _tell(by, row, "elections.withdraw_candidature", {"on": on.isoformat()}, {})
    return row


@transaction.atomic
def restore_candidature(*, by: Actor, candidature: Candidature) -> Candidature:
    """Take back a withdrawal that was noted in error; StateConflict where there is none."""
    demand(by, candidature.contest.election)
    row = held(candidature)
    if row.withdrawn_on is None:
        raise StateConflict(_("This candidature is not withdrawn."))
    row.withdrawn_on = None
    saved(row)
    _tell(by, row, "elections.restore_candidature", {}, {})
    return row


@transaction.atomic
def remove_candidature(*, by: Actor, candidature: Candidature) -> None:
    """Remove an entry made in error. Raises StateConflict once there are votes for it."""
    contest = candidature.contest
    demand(by, contest.election)
    uid = candidature.uid
    try:
        candidature.delete()
    except ProtectedError:
        raise StateConflict(_("There are votes for this candidature.")) from None
    record(
        by=by,
        action="elections.remove_candidature",
        subject_kind="contest",
        subject_uid=contest.uid,
        facts={"candidature": str(uid)},
    )


def _check_state(contest: Contest, state: Body) -> None:
    day, name = contest.election.edition.opens, name_of(state)
    if not state.is_state or not state.stands_on(day):
        raise ValidationError(
            {"state": _("%(body)s is no Member State on the opening day.") % {"body": name}}
        )
    if contest.region and state.region and state.region != contest.region:
        raise ValidationError(
            {
                "state": _("%(state)s is in region %(own)s, not in region %(wanted)s.")
                % {"state": name, "own": state.region, "wanted": contest.region}
            }
        )


def _others(contest: Contest, row: Candidature) -> list[Candidature]:
    beside = Q(contest__post=contest.post) | Q(award__isnull=False)
    found = (
        Candidature.objects.filter(beside, contest__election=contest.election)
        .select_related("contest", "state", "award")
        .order_by("pk")
    )
    return list(found.exclude(pk=row.pk))


def _tell(
    by: Actor, row: Candidature, action: str, facts: dict[str, Json], told: Mapping[str, str]
) -> None:
    record(
        by=by,
        action=action,
        subject_kind="contest",
        subject_uid=row.contest.uid,
        facts={"candidature": str(row.uid), "state": str(row.state.uid), **facts},
        personal=told,
    )
