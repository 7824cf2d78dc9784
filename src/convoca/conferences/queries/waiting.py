"""What waits for the secretariat and for focal points."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.accounts.roles import Role
from convoca.conferences.due import Standing
from convoca.conferences.models import (
    Answer,
    Delegation,
)
from convoca.conferences.queries.countdown import countdown
from convoca.conferences.queries.editions import visible_editions
from convoca.conferences.rules import may_edit, runs_any
from convoca.journal.actors import Actor
from convoca.pages.waiting import Waiting


def waiting_for(*, by: Actor) -> list[Waiting]:
    """Return what waits for the actor: late steps of coming editions, invitations to answer."""
    return [*_waiting_for_secretariat(by), *_waiting_for_focal_point(by)]


def _waiting_for_secretariat(by: Actor) -> list[Waiting]:
    if not runs_any(by) or not by.grants:
        return []
    coming = visible_editions(by).filter(closes__gte=timezone.localdate())
    return [
        Waiting(
            words=str(row.step),
            url=reverse("conferences:countdown", args=[edition.key]),
            until=row.step.due_until - timedelta(minutes=1),
            about=str(edition),
            zone=ZoneInfo(row.step.due_zone),
        )
        for edition in coming
        if may_edit(by, edition)
        for row in countdown(edition)
        if row.standing in (Standing.DUE, Standing.LATE)
    ]


def _waiting_for_focal_point(by: Actor) -> list[Waiting]:
    bodies = by.bodies(Role.FOCAL_POINT)
    if not bodies:
        return []
    rows = Delegation.objects.filter(
        body__uid__in=bodies,
        answer=Answer.SILENT,
        invited_on__isnull=False,
        edition__closes__gte=timezone.localdate(),
    ).select_related("edition", "body")
    return [
        Waiting(
            words=_("Answer the invitation"),
            url=reverse("conferences:delegation", args=[row.edition.key, row.body.key]),
            about=str(row.edition),
        )
        for row in rows
    ]
