"""Who may do what with calls: predicates on the actor's grants and the thing."""

from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from convoca.accounts.roles import Role
from convoca.calls.models import Call, Contribution, Door, Observance, Reply, Review, Selection
from convoca.journal.actors import Actor, ActorKind
from convoca.journal.refusals import NotPermitted
from convoca.letters.rules import ANSWERING
from convoca.standards.decree30 import StateSecretMark, refuse_state_secrets

OFFICERS = (Role.SPECIALIST, Role.HEAD_OF_UNIT)


def is_installation(by: Actor) -> bool:
    """Say whether a command run on the machine itself acts."""
    return by.kind is ActorKind.COMMAND


def keeps_observance(by: Actor, observance: Observance) -> bool:
    """Say whether the actor may write the observance and its editions."""
    return is_installation(by) or by.holds_any(
        [Role.SPECIALIST, Role.HEAD_OF_UNIT, Role.ADMINISTRATOR], observance.owner.lineage
    )


def is_officer(by: Actor) -> bool:
    """Say whether the actor is an officer of any call at all, without reading one."""
    return is_installation(by) or any(grant.role in OFFICERS for grant in by.grants)


def works_on(by: Actor, call: Call) -> bool:
    """Say whether the actor is an officer of the call: specialist or head where it is handled."""
    return is_officer(by) and (
        is_installation(by)
        or by.holds_any(OFFICERS, call.unit.lineage)
        or by.holds_any(OFFICERS, call.body.lineage)
    )


def heads(by: Actor, call: Call) -> bool:
    """Say whether the actor is the head who agrees to a list."""
    return (
        is_installation(by)
        or by.holds(Role.HEAD_OF_UNIT, call.unit.lineage)
        or by.holds(Role.HEAD_OF_UNIT, call.body.lineage)
    )


def approves(by: Actor, call: Call) -> bool:
    """Say whether the actor is the leader who approves a list."""
    return is_installation(by) or by.holds(Role.SIGNER, call.body.lineage)


def registers_letters(by: Actor, call: Call) -> bool:
    """Say whether the actor may note that an official letter came."""
    return works_on(by, call) or by.holds(Role.CLERK, call.body.lineage)


def reviews_for(by: Actor, call: Call) -> bool:
    """Say whether the actor is a reviewer where the call is handled."""
    return by.holds(Role.REVIEWER, call.unit.lineage) or by.holds(Role.REVIEWER, call.body.lineage)


def reads_call(by: Actor, call: Call) -> bool:
    """Say whether the actor may see the call's working pages."""
    return works_on(by, call) or approves(by, call) or by.holds(Role.CLERK, call.body.lineage)


def came_by_link(by: Actor, reply: Reply) -> bool:
    """Say whether the actor came by the link of this very recipient."""
    if by.kind is not ActorKind.LINK or reply.recipient is None:
        return False
    return by.uid == str(reply.recipient.uid)


def is_focal_point(by: Actor, reply: Reply) -> bool:
    """Say whether the actor answers for the body: its focal point, or another of its officers."""
    return reply.body is not None and by.holds_any(ANSWERING, reply.body.lineage)


def answers_for(by: Actor, reply: Reply) -> bool:
    """Say whether the actor is on the body's side of the reply."""
    return came_by_link(by, reply) or is_focal_point(by, reply)


def writes(by: Actor, reply: Reply) -> bool:
    """Say whether the actor may write the reply: the body's side, or an officer on its behalf."""
    return answers_for(by, reply) or works_on(by, reply.call)


def door_of(by: Actor, reply: Reply) -> Door:
    """Return the door through which what the actor sends comes in."""
    if came_by_link(by, reply):
        return Door.LINK
    if is_focal_point(by, reply):
        return Door.ACCOUNT
    return Door.LETTER if reply.official_letter_received_at else Door.ON_BEHALF


def reads_reply(by: Actor, reply: Reply) -> bool:
    """Say whether the actor may read the reply; one who handed it on sees what came of it."""
    if writes(by, reply) or reads_call(by, reply.call):
        return True
    return reply.answers_for is not None and answers_for(by, reply.answers_for)


def reads_contribution(by: Actor, contribution: Contribution) -> bool:
    """Say whether the actor may read it before it is published; reviewers read what they score."""
    return reads_reply(by, contribution.reply) or is_reviewer_of(by, contribution)


def is_reviewer_of(by: Actor, contribution: Contribution) -> bool:
    """Say whether the actor was asked to score it; one query."""
    if by.kind is not ActorKind.PERSON or by.is_anonymous:
        return False
    return Review.objects.filter(contribution=contribution, reviewer__uid=by.uid).exists()


def scores(by: Actor, review: Review) -> bool:
    """Say whether this review is the actor's own."""
    return by.kind is ActorKind.PERSON and by.uid == str(review.reviewer.uid)


def has_conflict(lineages: Iterable[list[UUID]], reply: Reply) -> bool:
    """Say whether one whose bodies have these lineages would score his own body's item.

    One's own body is the one that the grant is at, and each above it: a reviewer of a department
    does not score what its ministry sends.
    """
    return reply.body is not None and any(reply.body.uid in lineage for lineage in lineages)


def reads_selection(by: Actor, selection: Selection) -> bool:
    """Say whether the actor may see the list for the body above."""
    return reads_call(by, selection.call)


def demand(allowed: bool, sentence: str) -> None:
    """Raise NotPermitted with the translated sentence unless it is allowed."""
    if not allowed:
        raise NotPermitted(sentence)


def demand_officer(by: Actor, call: Call) -> None:
    """Raise NotPermitted unless the actor works on the call."""
    demand(works_on(by, call), _("Only those who handle this call may do that."))


def refuse_secrets(texts: Iterable[str]) -> None:
    """Raise ValidationError, naming the rule, where a text bears a mark of state secrecy."""
    try:
        refuse_state_secrets("\n".join(texts))
    except StateSecretMark as mark:
        words = f"{mark.words(get_language() or 'en')} ({mark.source})"
        raise ValidationError(words, code="state-secret") from mark
