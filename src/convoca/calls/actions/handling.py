"""What officers do with a contribution: give it back, check its English, let another stand in."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.calls import rules
from convoca.calls.actions import replies
from convoca.calls.actions.contributions import fresh, note, to_state
from convoca.calls.models import Contribution, ContributionState
from convoca.calls.said import Said
from convoca.journal.actors import Actor
from convoca.journal.refusals import StateConflict


@transaction.atomic
def return_contribution(*, by: Actor, contribution: Contribution, because: str) -> Contribution:
    """Give it back to its sender to be completed, with what is missing; the reply reopens."""
    contribution = fresh(contribution)
    rules.demand_officer(by, contribution.reply.call)
    if contribution.state != ContributionState.SUBMITTED:
        raise StateConflict(_("Only what has been submitted and is not under review goes back."))
    if not because.strip():
        raise ValidationError(_("Say what is missing."), code="because")
    contribution.returned_because = because
    to_state(contribution, ContributionState.RETURNED, "returned_because")
    note(by, contribution, "return_contribution", remark=because)
    return contribution


@transaction.atomic
def check_english(
    *, by: Actor, contribution: Contribution, said: Said, checked_by: str
) -> Contribution:
    """Set the English texts that a person has read and found right; a new version of the item."""
    contribution = fresh(contribution)
    rules.demand_officer(by, contribution.reply.call)
    if contribution.submitted_at is None or contribution.state == ContributionState.WITHDRAWN:
        raise StateConflict(_("Only what was submitted can be prepared for the union."))
    if "en" not in said.title or not ("en" in said.text or "en" in said.summary):
        raise ValidationError(_("An English title and text are needed."), code="english")
    rules.refuse_secrets(said.texts())
    contribution.title, contribution.summary = said.title, said.summary
    contribution.text = said.text
    contribution.english_checked_at, contribution.english_checked_by = timezone.now(), checked_by
    contribution.version += 1
    contribution.save()
    replies.keep_version(contribution)
    note(by, contribution, "check_english", version=contribution.version)
    return contribution


@transaction.atomic
def merge(*, by: Actor, contribution: Contribution, into: Contribution) -> Contribution:
    """Say that another contribution of the call now stands for this one too."""
    return _stand_in(by, contribution, into, ContributionState.MERGED, "merged_into")


@transaction.atomic
def mark_duplicate(*, by: Actor, contribution: Contribution, of: Contribution) -> Contribution:
    """Say that this is the same as another contribution of the call."""
    return _stand_in(by, contribution, of, ContributionState.DUPLICATE, "duplicate_of")


def _stand_in(
    by: Actor, contribution: Contribution, other: Contribution, state: ContributionState, link: str
) -> Contribution:
    contribution, other = fresh(contribution), fresh(other)
    rules.demand_officer(by, contribution.reply.call)
    ended = (
        ContributionState.DRAFT,
        ContributionState.WITHDRAWN,
        ContributionState.MERGED,
        ContributionState.DUPLICATE,
    )
    if contribution.state in ended or other.state in ended or contribution.pk == other.pk:
        raise StateConflict(_("One of the two does not stand for itself."))
    if contribution.reply.call_id != other.reply.call_id:
        raise StateConflict(_("Both must belong to the same call."))
    setattr(contribution, link, other)
    to_state(contribution, state, link)
    note(
        by,
        contribution,
        "merge" if link == "merged_into" else "mark_duplicate",
        other=str(other.uid),
    )
    return contribution
