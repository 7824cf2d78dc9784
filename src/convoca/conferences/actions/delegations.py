"""Inviting members, taking their answers, naming who comes."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.conferences.actions.times import refuse_yet_to_come
from convoca.conferences.content import AnswerFacts, ParticipantFacts
from convoca.conferences.models import (
    Answer,
    Delegation,
    Edition,
    Invitation,
    Participant,
    Place,
)
from convoca.conferences.rules import answers_for, demand, demand_delegation
from convoca.conferences.writing import held, personal, saved, take
from convoca.journal.actors import Actor
from convoca.journal.chain import Json
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.letters.actions.recipients import mark_replied
from convoca.letters.models import Letter, LineKind, Recipient
from convoca.letters.rules import may_read as may_read_letter
from convoca.members.models import Body
from convoca.members.queries import member_states


@transaction.atomic
def list_members(*, by: Actor, edition: Edition) -> int:
    """Give every Member State of the opening day its row; return how many were added."""
    demand(by, edition)
    there = set(edition.delegations.values_list("body_id", flat=True))
    missing = [body for body in member_states(on=edition.opens) if body.pk not in there]
    Delegation.objects.bulk_create(Delegation(edition=edition, body=body) for body in missing)
    record(
        by=by,
        action="conferences.list_members",
        subject_kind="edition",
        subject_uid=edition.uid,
        facts={"added": [body.key for body in missing]},
    )
    return len(missing)


@transaction.atomic
def add_delegation(*, by: Actor, edition: Edition, body: Body) -> Delegation:
    """Give one body its row, such as an observer. Raises ValidationError for a second one."""
    demand(by, edition)
    if edition.delegations.filter(body=body).exists():
        raise ValidationError({"body": _("This body is in the list already.")})
    row = Delegation.objects.create(edition=edition, body=body)
    _tell(by, row, "conferences.add_delegation", {"body": str(body.uid)})
    return row


@transaction.atomic
def link_invitation(*, by: Actor, edition: Edition, letter: Letter) -> Invitation:
    """Make an official letter an invitation; once it is issued its recipients are the invited.

    Raises StateConflict for a letter that invites to an edition already.
    """
    demand(by, edition)
    if not may_read_letter(by, letter):
        raise NotPermitted(_("You may not read this letter."))
    if Invitation.objects.filter(letter=letter).exists():
        raise StateConflict(_("This letter is an invitation already."))
    invitation = Invitation.objects.create(edition=edition, letter=letter)
    count = take_recipients(invitation) if letter.is_dispatched else 0
    record(
        by=by,
        action="conferences.link_invitation",
        subject_kind="edition",
        subject_uid=edition.uid,
        facts={"letter": str(letter.uid), "invited": count},
    )
    return invitation


def take_recipients(invitation: Invitation) -> int:
    """Tie the letter's addressees to the rows of their bodies; return how many were invited.

    Whoever gets a copy is told and not invited.
    """
    edition, letter = invitation.edition, invitation.letter
    rows = {row.body_id: row for row in edition.delegations.all()}
    count = 0
    for recipient in Recipient.objects.filter(
        letter=letter, parent=None, kind=LineKind.ADDRESSEE
    ).select_related("body"):
        if recipient.body is None:
            continue
        row = rows.get(recipient.body.pk) or Delegation(edition=edition, body=recipient.body)
        if row.recipient_id is None:
            row.recipient = recipient
            row.invited_on = row.invited_on or letter.dated
            row.save()
            count += 1
    return count


@transaction.atomic
def note_invited(*, by: Actor, delegation: Delegation, on: date) -> Delegation:
    """Note that a member was invited by another channel than a letter kept here."""
    demand(by, delegation.edition)
    refuse_yet_to_come(delegation.edition, on=on)
    delegation = held(delegation)
    delegation.invited_on = on
    saved(delegation)
    _tell(by, delegation, "conferences.note_invited", {"on": on.isoformat()})
    return delegation


@transaction.atomic
def note_all_invited(*, by: Actor, edition: Edition, on: date) -> int:
    """Note that all members without an invitation were invited that day; return how many."""
    demand(by, edition)
    refuse_yet_to_come(edition, on=on)
    rows = edition.delegations.filter(invited_on=None)
    bodies = [str(uid) for uid in rows.values_list("body__uid", flat=True)]
    rows.update(invited_on=on, version=F("version") + 1)
    record(
        by=by,
        action="conferences.note_all_invited",
        subject_kind="edition",
        subject_uid=edition.uid,
        facts={"on": on.isoformat(), "bodies": list(bodies)},
    )
    return len(bodies)


@transaction.atomic
def record_answer(
    *, by: Actor, delegation: Delegation, facts: AnswerFacts, version: int | None = None
) -> Delegation:
    """Take a member's answer, by the secretariat or by its own focal point."""
    demand_delegation(by, delegation)
    refuse_yet_to_come(delegation.edition, answered_on=facts.answered_on)
    delegation = held(delegation, version)
    _check_answer(delegation, facts)
    changed = take(delegation, facts)
    if delegation.answer != Answer.SILENT and delegation.answered_on is None:
        delegation.answered_on = timezone.localdate()
    saved(delegation)
    recipient = delegation.recipient
    if recipient is not None and delegation.answer != Answer.SILENT and answers_for(by, delegation):
        mark_replied(by=by, recipient=recipient)
    _tell(by, delegation, "conferences.record_answer", changed)
    return delegation


def _check_answer(delegation: Delegation, facts: AnswerFacts) -> None:
    wrong: dict[str, str] = {}
    if facts.answer == Answer.SILENT and facts.answered_on:
        wrong["answered_on"] = _("There is no day where there is no answer.")
    if facts.announced_women is not None:
        if facts.announced_members is None:
            wrong["announced_members"] = _("Give the number of all members too.")
        elif facts.announced_women > facts.announced_members:
            wrong["announced_women"] = _("There are more women than members.")
    if wrong:
        raise ValidationError(wrong)
    if facts.answer != Answer.ACCEPTED and delegation.members.exists():
        raise StateConflict(_("The delegation names people; remove them first."))


@transaction.atomic
def put_participant(
    *,
    by: Actor,
    edition: Edition,
    facts: ParticipantFacts,
    participant: Participant | None = None,
    version: int | None = None,
) -> Participant:
    """Name somebody who comes, or change `participant`.

    Members of a delegation are named by the secretariat or its focal point, guests by the
    secretariat. Raises ValidationError for a second head of one delegation.
    """
    _demand_for(by, edition, facts.delegation)
    row = held(participant, version) if participant else Participant(edition=edition)
    if participant:
        _demand_for(by, edition, row.delegation)
    _check_participant(row, facts)
    changed = take(row, facts)
    saved(row, is_new=participant is None)
    record(
        by=by,
        action="conferences.put_participant",
        subject_kind="delegation" if row.delegation else "edition",
        subject_uid=row.delegation.uid if row.delegation else edition.uid,
        facts={"participant": str(row.uid), **changed},
        personal=personal(facts),
    )
    return row


def _demand_for(by: Actor, edition: Edition, delegation: Delegation | None) -> None:
    if delegation is None:
        demand(by, edition)
    else:
        demand_delegation(by, delegation)


def _check_participant(row: Participant, facts: ParticipantFacts) -> None:
    delegation = facts.delegation
    if (delegation is None) != (facts.place == Place.GUEST):
        raise ValidationError(
            {"place": _("A guest has no delegation; everybody else belongs to one.")}
        )
    if delegation is None:
        return
    delegation = held(delegation)
    if not delegation.is_coming:
        raise StateConflict(_("The member has not said that it is coming."))
    heads = delegation.members.filter(place=Place.HEAD).exclude(pk=row.pk)
    if facts.place == Place.HEAD and heads.exists():
        raise ValidationError({"place": _("The delegation has a head already.")})


@transaction.atomic
def remove_participant(*, by: Actor, participant: Participant) -> None:
    """Take somebody from the list. Raises StateConflict for one who speaks or chairs somewhere."""
    _demand_for(by, participant.edition, participant.delegation)
    participant = held(participant)
    if participant.speeches.exists():
        raise StateConflict(_("This person speaks at the conference; remove the speech first."))
    delegation, edition, uid = participant.delegation, participant.edition, participant.uid
    try:
        participant.delete()
    except ProtectedError:
        told = _("This person has a part in the programme or in a meeting; take that away first.")
        raise StateConflict(told) from None
    record(
        by=by,
        action="conferences.remove_participant",
        subject_kind="delegation" if delegation else "edition",
        subject_uid=delegation.uid if delegation else edition.uid,
        facts={"participant": str(uid)},
    )


def _tell(by: Actor, delegation: Delegation, action: str, facts: dict[str, Json]) -> None:
    record(
        by=by,
        action=action,
        subject_kind="delegation",
        subject_uid=delegation.uid,
        facts=facts,
    )
