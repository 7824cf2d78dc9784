"""The numbers of a call's report. Each is the length of a list of rows: the same list is shown.

A fixed number of queries feeds all of them, whoever asks and however many rows there are.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db.models import Prefetch

from convoca.calls.models import (
    Call,
    Contribution,
    PublicationDecision,
    Reply,
    ReplyState,
    SelectedItem,
    SelectionState,
    Shelf,
)
from convoca.calls.models.contributions import RECEIVED
from convoca.calls.topics import Kind
from convoca.letters.models import Recipient

CHOSEN = (SelectionState.APPROVED, SelectionState.FORWARDED)


def _in(state: ReplyState) -> Callable[[Reply, Recipient], bool]:
    return lambda reply, _sent: reply.state == state


#: Numbers of addressees, by key: which of those addressed each counts.
OF_ADDRESSEES: dict[str, Callable[[Reply, Recipient], bool]] = {
    "addressed": lambda _reply, _sent: True,
    "sent": lambda _reply, sent: sent.sent_at is not None,
    "delivered": lambda _reply, sent: sent.delivered_at is not None,
    "bounced": lambda _reply, sent: sent.delivered_at is None and sent.bounced_at is not None,
    "unconfirmed": lambda _reply, sent: sent.delivered_at is None and sent.bounced_at is None,
    "answered": lambda reply, _sent: reply.is_answered,
    "received": _in(ReplyState.RECEIVED),
    "letter_only": _in(ReplyState.LETTER_ONLY),
    "through": _in(ReplyState.THROUGH),
    "nothing": _in(ReplyState.NOTHING),
    "owing": lambda reply, _sent: not reply.is_answered,
    "handed_on": _in(ReplyState.HANDED_ON),
    "drafted": _in(ReplyState.DRAFTED),
    "silent": _in(ReplyState.SILENT),
    "letters": lambda reply, _sent: reply.official_letter_received_at is not None,
}


@dataclass(frozen=True, slots=True)
class Item:
    """What came in: a contribution, the shelves it stands on, the lists it was chosen for."""

    contribution: Contribution
    shelves: frozenset[str]
    chosen: tuple[SelectedItem, ...]

    @property
    def reached(self) -> int | None:
        """How many people the activity reached; none where it is none or does not say."""
        return self.contribution.activity.reached if self.contribution.is_activity else None

    def is_chosen(self, *states: SelectionState) -> bool:
        """Say whether it is on a list in one of these states."""
        return any(item.selection.state in states for item in self.chosen)


#: Numbers of what came in, by key.
OF_ITEMS: dict[str, Callable[[Item], bool]] = {
    "items": lambda item: True,
    "activities": lambda item: item.contribution.is_activity,
    "counted": lambda item: item.reached is not None,
    "contributions": lambda item: not item.contribution.is_activity,
    "public": lambda item: Shelf.PUBLIC in item.shelves,
    "agencies": lambda item: Shelf.AGENCIES in item.shelves,
    "chosen": lambda item: item.is_chosen(*CHOSEN),
    "forwarded": lambda item: item.is_chosen(SelectionState.FORWARDED),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a report of a call is made of.

    Replies of those addressed and of the uninvited, received items, and the replies of whoever
    told of difficulties or proposals, also of those to whom a task was handed on.
    """

    call: Call
    addressed: tuple[Reply, ...]
    uninvited: tuple[Reply, ...]
    items: tuple[Item, ...]
    remarked: tuple[Reply, ...]
    parents: Mapping[int, int]

    def addressed_for(self, reply: int) -> int:
        """Return the id of the reply whose task it was first, following every handing on."""
        while reply in self.parents:
            reply = self.parents[reply]
        return reply

    def replies(self, key: str, kind: str | None = None) -> list[Reply]:
        """Return the replies that a number counts; `kind` keeps one kind of body ("" is none)."""
        if key == "uninvited":
            return [reply for reply in self.uninvited if _is_of(reply, kind)]
        counts = OF_ADDRESSEES[key]
        return [
            reply
            for reply in self.addressed
            if reply.recipient is not None
            and counts(reply, reply.recipient)
            and _is_of(reply, kind)
        ]

    def came(self, key: str, kind: str | None = None) -> list[Item]:
        """Return the items that a number counts; `kind` keeps one kind of contribution."""
        counts = OF_ITEMS[key]
        return [
            item for item in self.items if counts(item) and kind in (None, item.contribution.kind)
        ]

    def count(self, key: str, kind: str | None = None) -> int:
        """Return the number; `reached` is the sum over the rows of `counted`."""
        if key == "reached":
            return sum(item.reached or 0 for item in self.items)
        if key in OF_ITEMS:
            return len(self.came(key, kind))
        return len(self.replies(key, kind))

    @property
    def kinds_of_bodies(self) -> list[str]:
        """The kinds of bodies addressed, in the letter's order."""
        return list(dict.fromkeys(kind_of(reply) for reply in self.addressed))

    @property
    def kinds_of_items(self) -> list[str]:
        """The kinds of contributions that came in, activities left out."""
        came = {item.contribution.kind for item in self.items}
        return [kind for kind in Kind.values if kind in came and kind != Kind.ACTIVITY]


def is_key(key: str) -> bool:
    """Say whether there is a number of that name."""
    return key in OF_ADDRESSEES or key in OF_ITEMS or key in ("uninvited", "reached")


def kind_of(reply: Reply) -> str:
    """Return the kind of the body that answers, empty for one outside the tree."""
    return str(reply.body.kind) if reply.body is not None else ""


def _is_of(reply: Reply, kind: str | None) -> bool:
    return kind is None or kind_of(reply) == kind


def facts_of(call: Call) -> Facts:
    """Read everything; a fixed number of queries."""
    replies = list(
        Reply.objects.filter(call=call)
        .select_related("body", "recipient", "official_letter")
        .prefetch_related("handed_on_to")
        .order_by("recipient__position", "pk")
    )
    first = [reply for reply in replies if reply.answers_for_id is None]
    return Facts(
        call=call,
        addressed=tuple(reply for reply in first if reply.recipient_id is not None),
        uninvited=tuple(reply for reply in first if reply.recipient_id is None),
        items=tuple(_items(call)),
        remarked=tuple(one for one in replies if one.difficulties or one.proposals),
        parents={one.pk: one.answers_for_id for one in replies if one.answers_for_id is not None},
    )


def _items(call: Call) -> list[Item]:
    standing = PublicationDecision.objects.filter(replaced_at=None, accepted=True)
    chosen = SelectedItem.objects.filter(selection__state__in=CHOSEN)
    found = (
        Contribution.objects.filter(reply__call=call, state__in=RECEIVED)
        .select_related("reply__body", "activity__province")
        .prefetch_related(
            Prefetch("decisions", standing),
            Prefetch("selected", chosen.select_related("selection__forward_to")),
        )
        .order_by("submitted_at", "pk")
    )
    return [
        Item(
            one,
            frozenset(decision.shelf for decision in one.decisions.all()),
            tuple(one.selected.all()),
        )
        for one in found
    ]
