"""Invitations as official letters: drafted here, signed and issued in the letters room."""

from django.db import transaction
from django.utils.translation import gettext as _

from convoca.conferences.actions.delegations import link_invitation
from convoca.conferences.inviting import invitation_text
from convoca.conferences.models import Answer, Delegation, Edition, Invitation
from convoca.conferences.rules import demand
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted
from convoca.letters.actions.drafting import draft_letter
from convoca.letters.models import Letter
from convoca.letters.queries import units_to_draft_for
from convoca.letters.rules import may_draft
from convoca.members.models import Body


@transaction.atomic
def draft_invitation(*, by: Actor, edition: Edition) -> Letter:
    """Begin the letter that invites to the edition, filled in, and link it as its invitation.

    Raises NotPermitted where the actor drafts no letters of the convening body.
    """
    demand(by, edition)
    unit = _unit(by, edition.series.body)
    letter = draft_letter(by=by, unit=unit, text=invitation_text(edition, unit))
    link_invitation(by=by, edition=edition, letter=letter)
    return letter


def _unit(by: Actor, body: Body) -> Body:
    if may_draft(by, body):
        return body
    for unit in units_to_draft_for(by):
        if body.uid in unit.lineage:
            return unit
    raise NotPermitted(
        _(
            "The invitation is drafted by a specialist or head of unit of the convening body. "
            "Once it is drafted there, link it here."
        )
    )


@transaction.atomic
def take_back_invitations(*, by: Actor, invitation: Invitation) -> int:
    """Free the members that a withdrawn letter invited, but those that have answered it.

    Called when the letter is withdrawn, which asks for the right to do so; returns how many.
    """
    freed = Delegation.objects.filter(
        recipient__letter=invitation.letter, answer=Answer.SILENT
    ).update(recipient=None, invited_on=None)
    record(
        by=by,
        action="conferences.take_back_invitations",
        subject_kind="edition",
        subject_uid=invitation.edition.uid,
        facts={"letter": str(invitation.letter.uid), "freed": freed},
    )
    return freed
