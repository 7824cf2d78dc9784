"""Calls: which ones somebody sees, how far they have come, what they cover."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from convoca.accounts.roles import Role
from convoca.calls.models import Call, CallState, Contribution, Reply, ReplyState
from convoca.calls.models.contributions import RECEIVED
from convoca.calls.queries.contributions import MET, SHARED
from convoca.calls.rules import is_installation
from convoca.calls.topics import ACTION_LINES, GOALS
from convoca.installation.prepared import Prepared
from convoca.journal.actors import Actor
from convoca.languages.folding import folded
from convoca.letters.rules import at_bodies

READERS = (Role.SPECIALIST, Role.HEAD_OF_UNIT, Role.SIGNER, Role.CLERK)
_WITH = ("edition__observance", "letter", "body", "unit", "forward_to")

ANSWERED = (
    Q(content_received_at__isnull=False)
    | Q(official_letter_received_at__isnull=False)
    | Q(answered_through_at__isnull=False)
)
#: Each state of a reply as a condition on its row, as `Reply.state` reads it.
IN_STATE: dict[str, Q] = {
    ReplyState.NOTHING: Q(nothing_to_report=True),
    ReplyState.RECEIVED: Q(content_received_at__isnull=False, nothing_to_report=False),
    ReplyState.LETTER_ONLY: Q(content_received_at=None, official_letter_received_at__isnull=False),
    ReplyState.THROUGH: Q(
        content_received_at=None,
        official_letter_received_at=None,
        answered_through_at__isnull=False,
    ),
    ReplyState.HANDED_ON: ~ANSWERED & Q(handed_on_at__isnull=False),
    ReplyState.DRAFTED: ~ANSWERED & Q(handed_on_at=None, started_at__isnull=False),
    ReplyState.SILENT: ~ANSWERED & Q(handed_on_at=None, started_at=None),
}


class Together(models.TextChoices):
    """States that are counted together on a call's page."""

    ANSWERED = "answered", _("have answered")
    OWING = "owing", _("owe an answer")
    LETTERS = "letters", _("official letters")


_MET: dict[str, Q] = {
    **IN_STATE,
    Together.ANSWERED: ANSWERED,
    Together.OWING: ~ANSWERED,
    Together.LETTERS: Q(official_letter_received_at__isnull=False),
}


def readable(by: Actor) -> QuerySet[Call]:
    """Return the calls whose working pages the actor may see, the newest first."""
    mine = at_bodies(by, READERS, "unit__") | at_bodies(by, READERS, "body__")
    found = Call.objects.all() if is_installation(by) else Call.objects.filter(mine)
    return found.select_related(*_WITH).order_by("-pk").distinct()


_of_one = Prepared(
    lambda uid: Call.objects.select_related(*_WITH).filter(uid=uid).order_by(), UUID(int=0)
)


def call_of(uid: UUID) -> Call:
    """Return one call with what its pages show. Raises Call.DoesNotExist."""
    return _of_one.get(uid)


def open_calls() -> QuerySet[Call]:
    """Return the calls that are open now."""
    return Call.objects.filter(state=CallState.OPEN).select_related(*_WITH)


def addressees(
    call: Call, *, state: str = "", kind: str = "", group: str = "", words: str = ""
) -> QuerySet[Reply]:
    """Return the replies of those who were addressed, in the letter's order.

    `state` is a ReplyState or several Together, `kind` a kind of body, `group` the key of a
    line's group, `words` a part of the name with or without marks. Whoever a task was handed on
    to comes with them, by `handed_on_to`.
    """
    found = (
        Reply.objects.filter(call=call, answers_for=None)
        .select_related("body", "recipient__line", "official_letter")
        .prefetch_related("handed_on_to__body")
        .annotate(
            items=Count("contributions", filter=Q(contributions__state__in=RECEIVED)),
        )
        .order_by("recipient__position", "pk")
    )
    if state in _MET:
        found = found.filter(_MET[state])
    if kind:
        found = found.filter(body__kind=kind)
    if group:
        found = found.filter(recipient__line__group__key=group)
    return found.filter(_named(call, folded(words).split())) if words.strip() else found


def _named(call: Call, words: list[str]) -> Q:
    """Meet those whose body has all words in a name, or who were addressed by such a name.

    The database does not fold Vietnamese letters: names that belong to no body are read here.
    """
    of_body = Q()
    for word in words:
        of_body &= Q(body__folded_text__contains=word)
    names = Reply.objects.filter(call=call).values_list("pk", "name")
    return of_body | Q(pk__in=[key for key, name in names if _has(folded(name), words)])


def _has(text: str, words: Iterable[str]) -> bool:
    return all(word in text for word in words)


def silent(call: Call) -> QuerySet[Reply]:
    """Return the addressees who have not answered and have an address to be reminded at."""
    return (
        Reply.objects.filter(call=call, recipient__isnull=False)
        .exclude(ANSWERED)
        .filter(recipient__emails__len__gt=0)
        .select_related("body", "recipient__letter__issuer")
        .order_by("recipient__position", "pk")
    )


def figures(call: Call) -> dict[str, int]:
    """Return how many addressees have come how far, and what came; two queries."""
    top = Q(answers_for=None)
    recipients: dict[str, int] = Reply.objects.filter(call=call).aggregate(
        addressees=Count("pk", filter=top),
        delivered=Count("pk", filter=top & Q(recipient__delivered_at__isnull=False)),
        bounced=Count("pk", filter=top & Q(recipient__bounced_at__isnull=False)),
        opened=Count("pk", filter=top & Q(recipient__opened_at__isnull=False)),
        confirmed=Count("pk", filter=top & Q(recipient__received_at__isnull=False)),
        **{str(state): Count("pk", filter=top & met) for state, met in _MET.items()},
    )
    items: dict[str, int] = Contribution.objects.filter(
        reply__call=call, state__in=RECEIVED
    ).aggregate(
        contributions=Count("pk", filter=SHARED, distinct=True),
        activities=Count("pk", filter=~SHARED, distinct=True),
        **{str(fate): Count("pk", filter=met, distinct=True) for fate, met in MET.items()},
    )
    return {**recipients, **items}


@dataclass(frozen=True, slots=True)
class KindCoverage:
    """How the addressees of one kind have answered: the state of each, in the letter's order."""

    kind: str
    states: tuple[ReplyState, ...]

    @property
    def answered(self) -> int:
        """How many have answered."""
        owed = (ReplyState.SILENT, ReplyState.DRAFTED, ReplyState.HANDED_ON)
        return sum(state not in owed for state in self.states)


def coverage_by_kind(replies: Iterable[Reply]) -> list[KindCoverage]:
    """Return, by kind of body, the state of each addressee; asks nothing of the database."""
    states: dict[str, list[ReplyState]] = {}
    for reply in replies:
        states.setdefault(reply.body.kind if reply.body else "", []).append(reply.state)
    return [KindCoverage(kind, tuple(found)) for kind, found in states.items()]


@dataclass(frozen=True, slots=True)
class TopicCoverage:
    """How many received items bear each goal and each action line; zero where none does."""

    goals: dict[int, int]
    action_lines: dict[str, int]

    @property
    def missing_goals(self) -> list[int]:
        """The goals that nothing speaks of."""
        return [number for number, count in self.goals.items() if not count]


def topic_coverage(call: Call) -> TopicCoverage:
    """Return what the received items of a call cover; one query."""
    rows = Contribution.objects.filter(reply__call=call, state__in=RECEIVED).values_list(
        "sdgs", "action_lines"
    )
    goals: Counter[int] = Counter()
    lines: Counter[str] = Counter()
    for sdgs, action_lines in rows:
        goals.update(set(sdgs))
        lines.update(set(action_lines))
    return TopicCoverage(
        {number: goals[number] for number in GOALS}, {code: lines[code] for code in ACTION_LINES}
    )


def due_reminders(found: QuerySet[Call], on: date) -> QuerySet[Call]:
    """Return those open calls with a day of reminding in the last three whom somebody owes."""
    owed = Reply.objects.filter(call=OuterRef("pk"), answers_for=None).exclude(ANSWERED)
    return found.filter(
        Exists(owed),
        state=CallState.OPEN,
        remind_on__overlap=[on, on - timedelta(days=1), on - timedelta(days=2)],
    )
