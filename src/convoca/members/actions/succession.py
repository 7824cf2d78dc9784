"""One body follows another: mergers, splits, and what waits for its day."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.members.actions.bodies import moved
from convoca.members.models import (
    AddressGroup,
    Body,
    BodyName,
    BodyParent,
    GroupMember,
    Succession,
    SuccessionKind,
)
from convoca.members.periods import standing_on, today
from convoca.members.queries import standing_below
from convoca.members.rules import demand_succession, is_installation, may_edit
from convoca.members.signals import announce
from convoca.members.tree import lock_tree, take_name, take_parent

_DAY = timedelta(days=1)


@transaction.atomic
def merge_bodies(
    *, by: Actor, predecessors: Sequence[Body], successor: Body, on: date
) -> list[Succession]:
    """Let bodies end and another answer for them from `on`; what stands below moves with them.

    Raises StateConflict for a body that is its own successor, has ended or does not stand yet.
    """
    lock_tree()
    made = []
    for predecessor in predecessors:
        made.append(_follow(by, predecessor, [successor], on, SuccessionKind.MERGED, successor)[0])
        for child in standing_below(predecessor, on=on):
            if child != successor:
                moved(by=by, body=child, parent=successor, valid_from=on)
        _tell_when_due(by, predecessor, on)
    return made


@transaction.atomic
def split_body(
    *,
    by: Actor,
    body: Body,
    successors: Sequence[Body],
    on: date,
    tasks_to: Body | None = None,
) -> list[Succession]:
    """Let a body end and several others answer for it from `on`; `tasks_to` takes the open work.

    What stands below it stays until it is moved: only a person knows which part goes where.
    Without `tasks_to` the first of the successors takes the open work.
    Raises StateConflict as `merge_bodies` does, and for fewer than two successors.
    """
    if len(successors) < 2:
        raise StateConflict(_("A body is split into at least two."))
    tasks_to = tasks_to or successors[0]
    if tasks_to not in successors:
        raise StateConflict(_("Only one of the bodies that follow can take the open work."))
    lock_tree()
    made = _follow(by, body, successors, on, SuccessionKind.SPLIT, tasks_to)
    _tell_when_due(by, body, on)
    return made


def _follow(
    by: Actor,
    predecessor: Body,
    successors: Sequence[Body],
    on: date,
    kind: SuccessionKind,
    tasks_to: Body,
) -> list[Succession]:
    for body in (predecessor, *successors):
        if not may_edit(by, body):
            raise NotPermitted(
                _("Only an administrator of all these bodies may merge or split them.")
            )
    predecessor = Body.objects.select_for_update(no_key=True).get(pk=predecessor.pk)
    demand_succession(predecessor, successors, on=on)
    predecessor.valid_to = on - _DAY
    predecessor.save(update_fields=["valid_to"])
    made = [
        Succession.objects.create(
            predecessor=predecessor,
            successor=one,
            on=on,
            kind=kind,
            takes_tasks=one == tasks_to,
        )
        for one in successors
    ]
    record(
        by=by,
        action="members.merge" if kind == SuccessionKind.MERGED else "members.split",
        subject_kind="body",
        subject_uid=predecessor.uid,
        facts={
            "successors": [str(one.uid) for one in successors],
            "tasks_to": str(tasks_to.uid),
            "on": on.isoformat(),
        },
    )
    return made


def _tell_when_due(by: Actor, predecessor: Body, on: date) -> None:
    if on <= today():
        _put_into_force(by, predecessor)


def _put_into_force(by: Actor, predecessor: Body) -> None:
    found = predecessor.successions.select_related("successor")
    rows = list(found.order_by("-takes_tasks", "pk"))
    successors = tuple(row.successor for row in rows)
    _join_groups(predecessor, successors)
    if len(successors) == 1:
        _hand_groups_on(predecessor, successors[0])
    announce(predecessor, successors, rows[0].on, by)
    predecessor.successions.update(in_force_since=timezone.now())


def _join_groups(predecessor: Body, successors: Sequence[Body]) -> None:
    for membership in GroupMember.objects.filter(body=predecessor):
        for one in successors:
            GroupMember.objects.get_or_create(
                group_id=membership.group_id, body=one, defaults={"place": membership.place}
            )


def _hand_groups_on(predecessor: Body, successor: Body) -> None:
    AddressGroup.objects.filter(rule_under=predecessor).update(rule_under=successor)
    taken = set(AddressGroup.objects.filter(owner=successor).values_list("key", flat=True))
    for group in AddressGroup.objects.filter(owner=predecessor):
        group.owner = successor
        if group.key in taken:
            group.key = f"{group.key[:50]}-{str(group.uid)[:8]}"
        group.save(update_fields=["owner", "key"])


@transaction.atomic
def bring_into_force(*, by: Actor) -> int:
    """Make names, places and successions whose day has come the present ones; return how many.

    Run every hour by the installation; a second run finds nothing to do.
    """
    if not is_installation(by):
        raise NotPermitted(_("Only the installation itself does this."))
    lock_tree()
    counts = {
        "names": _take_names(),
        "places": _take_places(),
        "successions": _take_successions(by),
    }
    if any(counts.values()):
        record(
            by=by,
            action="members.bring_into_force",
            subject_kind="installation",
            subject_uid="members",
            facts=counts,
        )
    return sum(counts.values())


def _take_names() -> int:
    begun = BodyName.objects.filter(standing_on(today())).exclude(
        name=F("body__name"), abbreviation=F("body__abbreviation")
    )
    found = list(begun.select_related("body"))
    for held in found:
        take_name(held.body, held)
        held.body.save()
    return len(found)


def _take_places() -> int:
    begun = BodyParent.objects.filter(standing_on(today())).exclude(parent=F("body__parent"))
    found = list(begun.select_related("body", "parent"))
    for place in found:
        place.parent.refresh_from_db(fields=["lineage"])
        take_parent(place.body, place.parent)
    return len(found)


def _take_successions(by: Actor) -> int:
    due = Body.objects.filter(successions__on__lte=today(), successions__in_force_since=None)
    found = list(due.distinct())
    for predecessor in found:
        _put_into_force(by, predecessor)
    return len(found)
