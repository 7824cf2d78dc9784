"""Replies: one with what its pages show, and those that somebody answers."""

from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from convoca.calls.models import Attachment, CallState, Contribution, Reply
from convoca.installation.prepared import Prepared
from convoca.journal.actors import Actor, ActorKind
from convoca.letters.rules import ANSWERING, at_bodies

_WITH = (
    "call__edition__observance",
    "call__letter__issuer",
    "call__body",
    "call__unit",
    "recipient",
    "body",
    "answers_for__recipient",
    "answers_for__body",
    "official_letter",
)


# What every page of one reply asks for; the rest is read where it is shown. Twelve tables joined
# took the database longer to plan than everything else of the request to do.
_of_one = Prepared(
    lambda uid: Reply.objects.select_related("call__edition", "recipient", "body").filter(uid=uid),
    UUID(int=0),
)


def reply_of(uid: UUID) -> Reply:
    """Return one reply with what all of its pages ask for. Raises Reply.DoesNotExist."""
    return _of_one.get(uid)


def owed_by(by: Actor) -> QuerySet[Reply]:
    """Return the replies of opened calls that the actor answers: as focal point, or by link."""
    found = Reply.objects.exclude(call__state=CallState.DRAFT).select_related(*_WITH)
    if by.kind is ActorKind.LINK:
        return found.filter(recipient__uid=by.uid)
    mine = at_bodies(by, ANSWERING, "body__")
    return (
        found.filter(mine)
        .annotate(items=Count("contributions", filter=~Q(contributions__state="withdrawn")))
        .order_by("-call", "pk")
    )


def items_of(reply: Reply) -> list[Contribution]:
    """Return all that was written for a reply, with decisions, files and the answer from above."""
    files = Attachment.objects.select_related("stored")
    return list(
        Contribution.objects.filter(reply=reply)
        .exclude(state="withdrawn")
        .select_related("activity__province", "merged_into", "duplicate_of")
        .prefetch_related(
            Prefetch("attachments", files), "decisions", "selected__selection__forward_to"
        )
        .order_by("pk")
    )
