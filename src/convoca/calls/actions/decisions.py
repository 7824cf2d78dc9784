"""The wide decision: published on a shelf, or rejected with the reason that its sender reads."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.calls import rules
from convoca.calls.models import (
    Contribution,
    ContributionState,
    PublicationDecision,
    Shelf,
)
from convoca.calls.signals import announce_decision
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict

DECIDABLE = (
    ContributionState.SUBMITTED,
    ContributionState.IN_REVIEW,
    ContributionState.DECIDED,
)


@transaction.atomic
def accept(
    *, by: Actor, contribution: Contribution, shelf: str, reason: str = ""
) -> PublicationDecision:
    """Publish on the shelf of agencies or of the public. Raises ValidationError without consent."""
    contribution = _locked(contribution)
    _check_consent(contribution, shelf)
    return _decide(by, contribution, accepted=True, shelf=shelf, reason=reason)


@transaction.atomic
def reject(*, by: Actor, contribution: Contribution, reason: str) -> PublicationDecision:
    """Do not publish; `reason` is shown to the sender."""
    contribution = _locked(contribution)
    if not reason.strip():
        raise ValidationError(_("Give the reason: its sender will read it."), code="reason")
    return _decide(by, contribution, accepted=False, shelf="", reason=reason)


def _check_consent(contribution: Contribution, shelf: str) -> None:
    if shelf not in Shelf.values:
        raise ValidationError(_("Choose a shelf."), code="shelf")
    allowed = {
        Shelf.PUBLIC: contribution.consent_public,
        Shelf.AGENCIES: contribution.consent_agencies or contribution.consent_public,
    }
    if not allowed[Shelf(shelf)]:
        raise ValidationError(
            _("Its sender has not agreed to this shelf. Ask for the consent first."),
            code="consent",
        )


def _decide(
    by: Actor, contribution: Contribution, *, accepted: bool, shelf: str, reason: str
) -> PublicationDecision:
    rules.demand_officer(by, contribution.reply.call)
    if contribution.state not in DECIDABLE:
        raise StateConflict(_("This contribution cannot be decided as it stands."))
    now = timezone.now()
    contribution.decisions.filter(replaced_at=None).update(replaced_at=now)
    decision = PublicationDecision.objects.create(
        contribution=contribution,
        accepted=accepted,
        shelf=shelf,
        reason=reason,
        decided_by=by.name,
        decided_at=now,
        contribution_version=contribution.version,
    )
    contribution.state = ContributionState.DECIDED
    contribution.save(update_fields=["state"])
    record(
        by=by,
        action="calls.accept" if accepted else "calls.reject",
        subject_kind="contribution",
        subject_uid=contribution.uid,
        facts={"shelf": shelf, "remark": reason, "version": contribution.version},
    )
    announce_decision(decision, by)
    return decision


def _locked(contribution: Contribution) -> Contribution:
    return (
        Contribution.objects.select_for_update(no_key=True, of=("self",))
        .select_related("reply__call__unit", "reply__call__body")
        .get(pk=contribution.pk)
    )
