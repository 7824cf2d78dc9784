"""Who may do what: predicates on the actor's grants and the letter."""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from django.db.models import Q

from convoca.journal.actors import Actor, ActorKind
from convoca.letters.models import IncomingLetter, Letter, Recipient, State
from convoca.letters.workflow import desk_of
from convoca.members.models import Body

DRAFTERS = ("specialist", "head_of_unit")
READERS = ("specialist", "head_of_unit", "form_checker", "signer", "clerk", "secretariat")
CLERK = "clerk"
FOCAL_POINT = "focal_point"
# Those who hold a link or answer for a body act on its recipient; officers only look on.
ANSWERING = (FOCAL_POINT, "specialist", "clerk", "head_of_unit")


def _is_command(by: Actor) -> bool:
    return by.kind is ActorKind.COMMAND


def may_draft(by: Actor, unit: Body) -> bool:
    """Say whether the actor drafts letters of the unit."""
    return _is_command(by) or by.holds_any(DRAFTERS, unit.lineage)


def may_edit(by: Actor, letter: Letter) -> bool:
    """Say whether the actor may change the text now: a drafter, and only of a draft."""
    return letter.state == State.DRAFT and may_draft(by, letter.drafting_unit)


def may_read(by: Actor, letter: Letter) -> bool:
    """Say whether the actor may see the letter and its way: officers of unit and issuer."""
    at_home = by.holds_any(READERS, letter.drafting_unit.lineage)
    return _is_command(by) or at_home or by.holds_any(READERS, letter.issuer.lineage)


def may_decide(by: Actor, letter: Letter) -> bool:
    """Say whether the letter waits at a desk where the actor sits."""
    desk = desk_of(letter.state)
    return desk is not None and by.holds(desk.role, desk.lineage(letter))


def may_dispatch(by: Actor, letter: Letter) -> bool:
    """Say whether the actor is a records clerk of the issuing body."""
    return _is_command(by) or by.holds(CLERK, letter.issuer.lineage)


def may_remind(by: Actor, letter: Letter) -> bool:
    """Say whether the actor may chase: a drafter of the unit or a records clerk."""
    return may_draft(by, letter.drafting_unit) or may_dispatch(by, letter)


def sending_body(by: Actor, letter: Letter) -> Body:
    """Return whose mail a reminder is: the drafting unit's for its drafters, else the issuer's."""
    return letter.drafting_unit if may_draft(by, letter.drafting_unit) else letter.issuer


def may_keep_register(by: Actor, body: Body) -> bool:
    """Say whether the actor keeps the registers of the body."""
    return _is_command(by) or by.holds(CLERK, body.lineage)


def may_read_register(by: Actor, body: Body) -> bool:
    """Say whether the actor may look into the registers of the body."""
    return _is_command(by) or by.holds_any(READERS, body.lineage)


def may_read_incoming(by: Actor, incoming: IncomingLetter) -> bool:
    """Say whether the actor may see a letter received: officers of the body or of the unit."""
    if may_read_register(by, incoming.register.body):
        return True
    return incoming.unit is not None and by.holds_any(READERS, incoming.unit.lineage)


def may_answer_for(by: Actor, recipient: Recipient) -> bool:
    """Say whether the actor answers for this recipient: its link, or an officer of its body."""
    if by.kind is ActorKind.LINK:
        return by.uid == str(recipient.uid)
    return recipient.body is not None and by.holds_any(ANSWERING, recipient.body.lineage)


def at_bodies(by: Actor, roles: Sequence[str], prefix: str = "") -> Q:
    """Return the condition that the body behind `prefix` is one where the actor has a role."""
    granted = [grant for grant in by.grants if grant.role in roles]
    alone = [grant.body for grant in granted if not grant.with_sub_bodies]
    whole = [grant.body for grant in granted if grant.with_sub_bodies]
    found = [Q(**{f"{prefix}uid__in": alone})] if alone else []
    found += [Q(**{f"{prefix}lineage__contains": [uid]}) for uid in whole]
    return reduce(or_, found) if found else Q(pk__in=[])


def is_office_body(body: Body) -> bool:
    """Say whether a body is part of another's office and has no number series of its own."""
    return body.kind in ("department", "unit")
