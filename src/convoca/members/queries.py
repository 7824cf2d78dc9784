"""The reads that pages and other rooms share. None of them depends on who asks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, Count, F, OrderBy, Prefetch, Q, QuerySet, Value, When
from django.utils.translation import get_language

from convoca.languages.folding import folded
from convoca.members.models import (
    AddressGroup,
    Body,
    BodyKind,
    BodyName,
    BodyParent,
    Contact,
    GroupMember,
    Seat,
    Succession,
)
from convoca.members.periods import standing_on
from convoca.members.signals import Moving, asked


def sort_column(language: str | None = None) -> str:
    """Return the stored sort key of the reader's language; English for those without one."""
    code = language or get_language() or "en"
    return "sort_key_vi" if code.startswith("vi") else "sort_key_en"


def in_lists() -> list[OrderBy | Case | str]:
    """Return the order of lists: by kind as `BodyKind` names them, then place, name and key."""
    kinds = [When(kind=kind, then=Value(place)) for place, kind in enumerate(BodyKind.values)]
    return [Case(*kinds), "sort_order", sort_column(), "key"]


def by_key(key: str) -> Body:
    """Return the body with this key. Raises Body.DoesNotExist."""
    return Body.objects.get(key=key)


def standing(*, on: date) -> QuerySet[Body]:
    """Return the bodies that stand on that day, with their names, in the order of lists."""
    return Body.objects.filter(standing_on(on)).prefetch_related("names").order_by(*in_lists())


def below(body: Body, *, on: date) -> QuerySet[Body]:
    """Return the bodies under `body` at any depth that stand on that day."""
    return standing(on=on).filter(lineage__contains=[body.uid]).exclude(pk=body.pk)


def standing_below(body: Body, *, on: date) -> list[Body]:
    """Return the bodies directly under `body` on that day, by the parents of that day."""
    return list(
        standing(on=on).filter(
            pk__in=BodyParent.objects.filter(standing_on(on), parent=body).values("body")
        )
    )


def matching(bodies: QuerySet[Body], text: str) -> QuerySet[Body]:
    """Keep the bodies whose names, of any time, have all words of `text`, marks or no marks."""
    words = Q()
    for word in folded(text).split():
        words &= Q(folded_text__contains=word)
    return bodies.filter(words | Q(key=text.strip()))


def searched(
    text: str, *, on: date | None = None, kind: str = "", under: Body | None = None
) -> QuerySet[Body]:
    """Return the bodies that fit `text` (see `matching`), in the order of lists.

    Without `on`, bodies of all days; `under` keeps the ones below that body.
    """
    found = matching(Body.objects.all(), text)
    if on is not None:
        found = found.filter(standing_on(on))
    if kind:
        found = found.filter(kind=kind)
    if under is not None:
        found = found.filter(lineage__contains=[under.uid]).exclude(pk=under.pk)
    return found.select_related("parent").order_by(*in_lists())


def member_states(*, on: date) -> QuerySet[Body]:
    """Return the Member States of that day in the French order; one query."""
    return Body.objects.filter(standing_on(on), kind=BodyKind.MEMBER_STATE).order_by(
        F("french_order").asc(nulls_last=True), sort_column("en")
    )


def ancestors(body: Body) -> list[Body]:
    """Return the bodies above `body`, its parent first; one query."""
    found = {one.uid: one for one in Body.objects.filter(uid__in=body.lineage[1:])}
    return [found[uid] for uid in body.lineage[1:] if uid in found]


def expand(*, group: AddressGroup, on: date) -> list[Body]:
    """Return the bodies that the group's line means on that day, in the order of the letter.

    Bodies named one by one come first, at their places; then those of the rule. Each stands on
    that day and comes once; the group's owner is never its own addressee. The names are
    prefetched: `body.name_on(on)` asks nothing more. Three queries at most.
    """
    named = Body.objects.filter(standing_on(on), memberships__group=group).order_by(
        "memberships__place", "sort_order", sort_column(), "key"
    )
    found = {body.pk: body for body in named.prefetch_related("names")}
    if group.rule_kinds:
        found.update({body.pk: body for body in _ruled(group, on) if body.pk not in found})
    found.pop(group.owner_id, None)
    return list(found.values())


def _ruled(group: AddressGroup, on: date) -> QuerySet[Body]:
    found = standing(on=on).filter(kind__in=group.rule_kinds)
    if group.rule_reaches_all_below:
        return found.filter(lineage__contains=[group.rule_under.uid] if group.rule_under else [])
    # The parent of that day, which need not be today's.
    return found.filter(
        standing_on(on, "parents__"), parents__parent=group.rule_under_id
    ).distinct()


def mail_addresses(bodies: Iterable[Body], *, on: date) -> dict[int, list[str]]:
    """Return by body id the addresses that letters go to; one query.

    Contacts that receive letters on that day, in the order they were added; where a body has
    none, its own address; an empty list where it has neither.
    """
    listed = list(bodies)
    contacts: dict[int, list[str]] = {}
    for contact in Contact.objects.filter(
        standing_on(on), body__in=listed, receives_letters=True
    ).order_by("pk"):
        contacts.setdefault(contact.body_id, []).append(contact.email)
    return {
        body.pk: contacts.get(body.pk) or ([body.email] if body.email else []) for body in listed
    }


def successors(body: Body, *, on: date) -> list[Body]:
    """Return the bodies that answer for `body` on that day, itself if nothing followed it.

    Successions are followed to their end: A merged into B merged into C gives C.
    """
    waiting, seen, found = [body], {body.pk}, []
    while waiting:
        current = waiting.pop(0)
        followed = [
            one.successor
            for one in Succession.objects.filter(predecessor=current, on__lte=on)
            .select_related("successor")
            .order_by("pk")
        ]
        if not followed:
            found.append(current)
        waiting.extend(one for one in followed if one.pk not in seen)
        seen.update(one.pk for one in followed)
    return found


@dataclass(frozen=True, slots=True)
class Preview:
    """What merging or splitting a body would move."""

    below: list[Body]
    stay: list[Body]
    groups: list[AddressGroup]
    lines: list[Moving]


def preview(body: Body, followers: Sequence[Body], *, on: date) -> Preview:
    """Return what would move to the followers on that day; nothing is written.

    After a split what stands below stays: only a person knows which part goes where.
    """
    below = [child for child in standing_below(body, on=on) if child not in followers]
    one = len(followers) == 1
    groups = AddressGroup.objects.filter(Q(owner=body) | Q(members=body)).select_related("owner")
    return Preview(
        below=below if one else [],
        stay=[] if one else below,
        groups=list(groups.distinct().order_by("pk")),
        lines=asked(body, tuple(followers), on),
    )


def all_groups() -> list[AddressGroup]:
    """Return all groups with their owners and how many bodies each names; one query."""
    return list(
        AddressGroup.objects.select_related("owner", "rule_under")
        .annotate(named=Count("memberships"))
        .order_by("owner__sort_order", "owner__key", "sort_order", "key")
    )


def groups_of(owners: Sequence[Body]) -> QuerySet[AddressGroup]:
    """Return the address groups that these bodies own, in their order."""
    return (
        AddressGroup.objects.filter(owner__in=owners)
        .select_related("owner", "rule_under")
        .order_by("owner", "sort_order", "key")
    )


def memberships(group: AddressGroup) -> QuerySet[GroupMember]:
    """Return the bodies named in the group at their places, of all days."""
    return group.memberships.select_related("body").order_by("place", "body__sort_order")


def with_history(uid: UUID) -> QuerySet[Body]:
    """Return the one body of this uid with all that its page shows, in a fixed count of queries."""
    names = BodyName.objects.order_by(F("valid_from").asc(nulls_first=True))
    parents = BodyParent.objects.select_related("parent").order_by(
        F("valid_from").asc(nulls_first=True)
    )
    return (
        Body.objects.filter(uid=uid)
        .select_related("parent", "origin")
        .defer("origin__content")
        .prefetch_related(
            Prefetch("names", names),
            Prefetch("parents", parents),
            "contacts",
            "posts__terms__person",
            "successions__successor",
            "precessions__predecessor",
            "address_groups",
            "groups__owner",
        )
    )


def choosable(*, on: date, under: Sequence[Body] = ()) -> QuerySet[Body]:
    """Return the bodies to choose from in a form, those under the given ones if there are any."""
    reach = Q()
    for body in under:
        reach |= Q(lineage__contains=[body.uid])
    return Body.objects.filter(standing_on(on)).filter(reach).order_by(sort_column(), "key")


def seats_of(body: Body) -> list[Seat]:
    """Return the seats in the body and those that it holds elsewhere, the latest terms first."""
    found = Seat.objects.filter(Q(post__body=body) | Q(holder=body))
    return list(
        found.select_related("post__body", "holder", "person").order_by(
            F("valid_from").desc(nulls_last=True),
            "post__sort_order",
            "post__pk",
            f"holder__{sort_column()}",
        )
    )
