"""Working groups and commitments."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from convoca.conferences.actions.times import refuse_outside
from convoca.conferences.models import Edition
from convoca.conferences.rules import demand
from convoca.journal.actors import Actor
from convoca.proceedings.actions.putting import put, take_away
from convoca.proceedings.content import (
    CommitmentFacts,
    GroupFacts,
    GroupMemberFacts,
    MilestoneFacts,
)
from convoca.proceedings.models import Commitment, GroupMember, Milestone, WorkingGroup


def put_group(
    *,
    by: Actor,
    facts: GroupFacts,
    group: WorkingGroup | None = None,
    version: int | None = None,
) -> WorkingGroup:
    """Set up a working group, or change `group`; it reports to an edition of the same series."""
    demand(by, facts.since)
    if WorkingGroup.objects.filter(key=facts.key).exclude(pk=group.pk if group else 0).exists():
        raise ValidationError({"key": _("This key is in use.")})
    if facts.until is not None and facts.until.opens <= facts.since.opens:
        raise ValidationError({"until": _("It must report to a later edition.")})
    row = group or WorkingGroup(body=facts.since.series.body)
    return put(
        row,
        facts,
        by=by,
        edition=facts.since,
        version=version,
        action="proceedings.put_group",
        about=("group", row.uid),
    )


def remove_group(*, by: Actor, group: WorkingGroup) -> None:
    """Dissolve a group that nothing rests on; its members go with it."""
    about = ("group", group.uid)
    take_away(group, by=by, edition=group.since, action="proceedings.remove_group", about=about)


def put_group_member(
    *,
    by: Actor,
    group: WorkingGroup,
    facts: GroupMemberFacts,
    member: GroupMember | None = None,
    version: int | None = None,
) -> GroupMember:
    """Let a body sit in the group, or change `member`."""
    demand(by, group.since)
    taken = group.members.filter(body=facts.body).exclude(pk=member.pk if member else 0)
    if taken.exists():
        raise ValidationError({"body": _("This body is in the group already.")})
    return put(
        member or GroupMember(group=group),
        facts,
        by=by,
        edition=group.since,
        version=version,
        action="proceedings.put_group_member",
        about=("group", group.uid),
    )


def remove_group_member(*, by: Actor, member: GroupMember) -> None:
    """Let a body leave the group."""
    group = member.group
    take_away(
        member,
        by=by,
        edition=group.since,
        action="proceedings.remove_group_member",
        about=("group", group.uid),
    )


def put_commitment(
    *,
    by: Actor,
    edition: Edition,
    facts: CommitmentFacts,
    commitment: Commitment | None = None,
    version: int | None = None,
) -> Commitment:
    """Note a promise made at the edition, or change `commitment`."""
    demand(by, edition)
    taken = edition.commitments.filter(key=facts.key)
    if taken.exclude(pk=commitment.pk if commitment else 0).exists():
        raise ValidationError({"key": _("This key is in use.")})
    if facts.speech is not None and facts.speech.event.edition_id != edition.pk:
        raise ValidationError({"speech": _("This belongs to another edition.")})
    refuse_outside(edition, made_on=facts.made_on)
    row = commitment or Commitment(edition=edition)
    return put(
        row,
        facts,
        by=by,
        edition=edition,
        version=version,
        action="proceedings.put_commitment",
        about=("commitment", row.uid),
    )


def remove_commitment(*, by: Actor, commitment: Commitment) -> None:
    """Take a promise away with its milestones."""
    take_away(
        commitment,
        by=by,
        edition=commitment.edition,
        action="proceedings.remove_commitment",
        about=("commitment", commitment.uid),
    )


def put_milestone(
    *,
    by: Actor,
    commitment: Commitment,
    facts: MilestoneFacts,
    milestone: Milestone | None = None,
    version: int | None = None,
) -> Milestone:
    """Set a milestone of a promise, or change `milestone`."""
    return put(
        milestone or Milestone(commitment=commitment),
        facts,
        by=by,
        edition=commitment.edition,
        version=version,
        action="proceedings.put_milestone",
        about=("commitment", commitment.uid),
    )


def remove_milestone(*, by: Actor, milestone: Milestone) -> None:
    """Take a milestone away."""
    commitment = milestone.commitment
    take_away(
        milestone,
        by=by,
        edition=commitment.edition,
        action="proceedings.remove_milestone",
        about=("commitment", commitment.uid),
    )
