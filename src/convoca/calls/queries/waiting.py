"""What waits for somebody in this room, for the start page."""

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from convoca.accounts.roles import Role
from convoca.calls.models import Call, CallState, Contribution, ReviewState, Selection
from convoca.calls.queries.calls import ANSWERED, due_reminders
from convoca.calls.queries.contributions import handled_by, reviews_of
from convoca.calls.queries.replies import owed_by
from convoca.journal.actors import Actor
from convoca.languages.translated import shown
from convoca.letters.rules import at_bodies
from convoca.members.periods import today
from convoca.pages.waiting import Waiting

_AT_LISTS = {
    "submitted": gettext_lazy("Agree to the list"),
    "agreed": gettext_lazy("Approve the list"),
    "approved": gettext_lazy("Send the approved list"),
}


def waiting_for(by: Actor) -> list[Waiting]:
    """Return what waits for the actor: answers, reviews, new items, lists, reminders."""
    return [*_answers(by), *_reviews(by), *_items(by), *_lists(by), *_reminders(by)]


def _answers(by: Actor) -> list[Waiting]:
    now = timezone.now()
    owed = owed_by(by).filter(call__state=CallState.OPEN).exclude(ANSWERED)
    return [
        Waiting(
            _("Answer the call"),
            reverse("calls:reply", args=[reply.uid]),
            until=reply.call.runs_until.latest,
            about=f"{_title(reply.call)} · {reply.name}",
        )
        for reply in owed
        if reply.is_open(now)
    ]


def _reviews(by: Actor) -> list[Waiting]:
    asked = reviews_of(by).filter(state=ReviewState.ASSIGNED, contribution__state="in_review")
    return [
        Waiting(
            _("Score a contribution"),
            reverse("calls:review", args=[review.uid]),
            about=str(review.contribution.title.get(review.contribution.main_language, "")),
        )
        for review in asked
    ]


def _items(by: Actor) -> list[Waiting]:
    found = (
        Contribution.objects.filter(handled_by(by), state="submitted")
        .order_by("reply__call")
        .values_list("reply__call", flat=True)
    )
    counted: dict[int, int] = {}
    for call in found:
        counted[call] = counted.get(call, 0) + 1
    calls = Call.objects.in_bulk(counted)
    return [
        Waiting(
            ngettext("%(n)s new item to look at", "%(n)s new items to look at", count)
            % {"n": count},
            reverse("calls:scores", args=[calls[key].uid]),
            about=_title(calls[key]),
        )
        for key, count in counted.items()
    ]


def _lists(by: Actor) -> list[Waiting]:
    agree = at_bodies(by, [Role.HEAD_OF_UNIT], "call__unit__") | at_bodies(
        by, [Role.HEAD_OF_UNIT], "call__body__"
    )
    approve = at_bodies(by, [Role.SIGNER], "call__body__")
    send = at_bodies(by, [Role.SPECIALIST], "call__unit__") | at_bodies(
        by, [Role.SPECIALIST], "call__body__"
    )
    found = Selection.objects.filter(
        (agree & Q(state="submitted"))
        | (approve & Q(state="agreed"))
        | (send & Q(state="approved"))
    ).select_related("call")
    return [
        Waiting(
            str(_AT_LISTS[one.state]),
            reverse("calls:selection", args=[one.uid]),
            about=_title(one.call),
        )
        for one in found
    ]


def _reminders(by: Actor) -> list[Waiting]:
    mine = at_bodies(by, [Role.SPECIALIST], "unit__") | at_bodies(by, [Role.SPECIALIST], "body__")
    return [
        Waiting(
            _("Remind the silent"), reverse("calls:remind", args=[call.uid]), about=_title(call)
        )
        for call in due_reminders(Call.objects.filter(mine), today())
    ]


def _title(call: Call) -> str:
    return shown(call.title, call.main_language).text
