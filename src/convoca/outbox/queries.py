"""The reads that the outbox's pages share."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from convoca.journal.actors import Actor
from convoca.languages.folding import folded
from convoca.outbox.models import Mail, MailboxMessage, MailClass, State
from convoca.outbox.rules import SENDERS, bodies_of, keeps_accounts
from convoca.pages.waiting import Waiting


@dataclass(frozen=True, slots=True)
class Shelf:
    """A list of mail by what became of it."""

    key: str
    title: str | Promise
    states: tuple[State, ...]


SHELVES = {
    shelf.key: shelf
    for shelf in (
        Shelf("waiting", _("Waiting for release"), (State.WAITING,)),
        Shelf("sending", _("Being sent"), (State.RELEASED,)),
        Shelf("sent", _("Sent"), (State.ACCEPTED, State.DELIVERED)),
        Shelf("failed", _("Not arrived"), (State.FAILED, State.BOUNCED)),
        Shelf("withdrawn", _("Withdrawn"), (State.WITHDRAWN,)),
    )
}


def readable(by: Actor) -> QuerySet[Mail]:
    """Return the mail that the actor may see: official mail of the bodies where a role allows it.

    Administrators also see sign-in mail that was not sent.
    """
    seen = _owned_by(*bodies_of(by)) & Q(mail_class=MailClass.OFFICIAL)
    if keeps_accounts(by):
        seen |= Q(mail_class=MailClass.SIGN_IN, state=State.FAILED)
    return Mail.objects.filter(seen)


def _owned_by(alone: frozenset[UUID], with_below: frozenset[UUID]) -> Q:
    return Q(owner__0__in=alone) | Q(owner__overlap=list(with_below))


def shelved(by: Actor, shelf: Shelf, *, words: str = "", about: str = "") -> QuerySet[Mail]:
    """Return the readable mail of a shelf, newest first, whose subject or recipient has `words`.

    `about` is the uid of what the mail is about; empty for all.
    """
    found = readable(by).filter(state__in=[str(state) for state in shelf.states])
    if about:
        found = found.filter(about_uid=about)
    for word in folded(words).split():
        found = found.filter(search_key__contains=word)
    return found.order_by("-pk")


def counts(by: Actor) -> dict[str, int]:
    """Return how many readable mails lie on each shelf; one query."""
    found = readable(by).values_list("state").annotate(Count("pk")).order_by()
    by_state: dict[str, int] = dict(found)
    return {
        key: sum(by_state.get(state, 0) for state in shelf.states) for key, shelf in SHELVES.items()
    }


def waiting_for(*, by: Actor) -> list[Waiting]:
    """Return what the outbox has for the actor to do: mail to release, mail that did not arrive."""
    if not any(grant.role in SENDERS for grant in by.grants):
        return []
    found = counts(by)
    told = []
    if number := found["waiting"]:
        words = ngettext(
            "%(number)s mail waits to be read and released",
            "%(number)s mails wait to be read and released",
            number,
        )
        told.append(Waiting(words % {"number": number}, reverse("outbox:waiting")))
    if number := found["failed"]:
        words = ngettext(
            "%(number)s mail did not arrive", "%(number)s mails did not arrive", number
        )
        told.append(Waiting(words % {"number": number}, reverse("outbox:failed")))
    return told


def mailbox(*, to: str = "") -> QuerySet[MailboxMessage]:
    """Return the visible mailbox, newest first, for one address or all; without the content."""
    found = MailboxMessage.objects.defer("content").order_by("-pk")
    return found.filter(to__iexact=to) if to else found
