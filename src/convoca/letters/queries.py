"""The reads that pages share, and what waits for somebody."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from convoca.accounts.models import RoleGrant, User
from convoca.installation.prepared import Prepared
from convoca.journal.actors import Actor
from convoca.letters.models import IncomingLetter, IncomingState, Letter, LineKind, Recipient, State
from convoca.letters.models.letter import NUMBERED
from convoca.letters.rules import CLERK, DRAFTERS, READERS, at_bodies
from convoca.letters.workflow import DESKS
from convoca.members.models import AddressGroup, Body
from convoca.members.periods import standing_on, today
from convoca.members.queries import standing
from convoca.pages.waiting import Waiting

_BODIES = ("issuer", "drafting_unit")


def readable(by: Actor) -> QuerySet[Letter]:
    """Return the letters that the actor may read, the last changed first."""
    mine = at_bodies(by, READERS, "issuer__") | at_bodies(by, READERS, "drafting_unit__")
    return Letter.objects.filter(mine).select_related(*_BODIES).order_by("-changed_at", "-pk")


_of_one = Prepared(
    lambda uid: Letter.objects.select_related(
        *_BODIES, "issuer__parent", "based_on", "replaces", "signed_file", "issued_file"
    ).filter(uid=uid),
    UUID(int=0),
)


def letter_of(uid: UUID) -> Letter:
    """Return one letter with what its page shows. Raises Letter.DoesNotExist."""
    return _of_one.get(uid)


def units_to_draft_for(by: Actor) -> list[Body]:
    """Return the units whose letters the actor may draft, standing today, the deepest first."""
    units = standing(on=today()).filter(at_bodies(by, DRAFTERS))
    return sorted(units, key=lambda unit: -len(unit.lineage))


def bodies_with_registers(by: Actor, roles: Sequence[str] = READERS) -> QuerySet[Body]:
    """Return the bodies with registers of their own at which the actor has one of the roles."""
    return (
        standing(on=today())
        .filter(at_bodies(by, roles))
        .exclude(kind__in=("department", "unit"))
        .distinct()
    )


def earlier_letters(by: Actor) -> QuerySet[Letter]:
    """Return numbered letters of the actor's units, from which a new one can be made."""
    mine = at_bodies(by, DRAFTERS, "drafting_unit__")
    numbered = Letter.objects.filter(mine, state__in=NUMBERED)
    return numbered.select_related(*_BODIES).order_by("-dated", "-number")


def groups_for(letter: Letter) -> QuerySet[AddressGroup]:
    """Return the groups that the issuer or the drafting unit keeps."""
    return AddressGroup.objects.filter(owner__in=[letter.issuer_id, letter.drafting_unit_id])


def tracked(letter: Letter) -> QuerySet[Recipient]:
    """Return the letter's recipients in its order, units to which a task was handed on after."""
    return letter.recipients.select_related("body", "parent", "line").order_by(
        "kind", "position", F("parent").asc(nulls_first=True), "pk"
    )


_COLUMNS = {
    "sent": "sent_at",
    "delivered": "delivered_at",
    "bounced": "bounced_at",
    "opened": "opened_at",
    "received": "received_at",
    "replied": "replied_at",
    "letter": "letter_received_at",
}


def by_state(recipients: QuerySet[Recipient], wanted: str) -> QuerySet[Recipient]:
    """Return the recipients that have come to a state (a key of `progress`); all for another."""
    if wanted == "silent":
        return recipients.filter(
            kind=LineKind.ADDRESSEE, parent=None, replied_at=None, letter_received_at=None
        )
    column = _COLUMNS.get(wanted)
    if column is None:
        return recipients
    return recipients.filter(kind=LineKind.ADDRESSEE, parent=None, **{f"{column}__isnull": False})


def silent(letter: Letter) -> QuerySet[Recipient]:
    """Return the addressees who have not answered, by link or by letter."""
    return by_state(tracked(letter), "silent")


def progress(letter: Letter) -> dict[str, int]:
    """Return how many addressees have come how far; handed-on units are not counted twice."""
    counted: dict[str, int] = letter.recipients.filter(
        kind=LineKind.ADDRESSEE, parent=None
    ).aggregate(
        all=Count("pk"),
        sent=Count("pk", filter=Q(sent_at__isnull=False)),
        delivered=Count("pk", filter=Q(delivered_at__isnull=False)),
        bounced=Count("pk", filter=Q(bounced_at__isnull=False)),
        opened=Count("pk", filter=Q(opened_at__isnull=False)),
        received=Count("pk", filter=Q(received_at__isnull=False)),
        letter=Count("pk", filter=Q(letter_received_at__isnull=False)),
        replied=Count("pk", filter=Q(replied_at__isnull=False)),
        silent=Count("pk", filter=Q(replied_at=None, letter_received_at=None)),
    )
    return counted


def outgoing_register(body: Body, year: int) -> QuerySet[Letter]:
    """Return the numbered letters of a body and year in the order of their numbers."""
    return (
        Letter.objects.filter(issuer=body, dated__year=year, state__in=NUMBERED)
        .select_related(*_BODIES, "register_entry")
        .prefetch_related("lines")
        .annotate(sent=Count("recipients", filter=Q(recipients__parent=None)))
        .order_by("number", "pk")
    )


def incoming_register(body: Body, year: int) -> QuerySet[IncomingLetter]:
    """Return the letters that a body received in a year in the order of their numbers."""
    return (
        IncomingLetter.objects.filter(register__body=body, register__year=year)
        .select_related("register__body", "sender", "unit", "handler", "answers", "recipient")
        .order_by("number")
    )


def readable_incoming(by: Actor) -> QuerySet[IncomingLetter]:
    """Return the letters received that the actor may read, the last first."""
    mine = at_bodies(by, READERS, "register__body__") | at_bodies(by, READERS, "unit__")
    return (
        IncomingLetter.objects.filter(mine)
        .select_related("register__body", "sender", "unit", "handler", "answers")
        .order_by("-arrived_on", "-number")
    )


def same_incoming(
    *, body: Body, number_and_symbol: str, sender_name: str, dated: date | None
) -> QuerySet[IncomingLetter]:
    """Return letters received that look like the same one: number, symbol, sender and date."""
    if not number_and_symbol:
        return IncomingLetter.objects.none()
    return IncomingLetter.objects.filter(
        register__body=body,
        number_and_symbol=number_and_symbol,
        sender_name=sender_name,
        dated=dated,
    ).select_related("register")


def awaited_from(body: Body) -> QuerySet[Recipient]:
    """Return the addressees of the body's letters in force, for linking a letter received."""
    return (
        Recipient.objects.filter(
            letter__issuer=body, letter__state=State.ISSUED, kind=LineKind.ADDRESSEE
        )
        .select_related("letter", "body")
        .order_by("-letter__dated", "position", "pk")
    )


def waiting_for(*, by: Actor) -> list[Waiting]:
    """Return what waits for the actor: at desks, in drafts, for dispatch, letters to deal with."""
    return [*_at_desks(by), *_returned(by), *_to_dispatch(by), *_incoming(by)]


def _waiting(letter: Letter, words: str) -> Waiting:
    url = reverse("letters:letter", args=[letter.uid])
    return Waiting(words=words, url=url, about=letter.title)


def _at_desks(by: Actor) -> list[Waiting]:
    found = []
    for desk in DESKS:
        mine = at_bodies(by, [desk.role], f"{desk.place}__")
        waiting = Letter.objects.filter(mine, state=desk.state).order_by("changed_at")
        found += [_waiting(letter, str(desk.verb)) for letter in waiting]
    return found


def _returned(by: Actor) -> list[Waiting]:
    mine = at_bodies(by, ["specialist"], "drafting_unit__")
    drafts = Letter.objects.filter(mine, state=State.DRAFT).annotate(times=Count("versions"))
    return [
        _waiting(
            letter, _("Mend the returned letter") if letter.times else _("Finish the draft letter")
        )
        for letter in drafts.order_by("changed_at")
    ]


def _to_dispatch(by: Actor) -> list[Waiting]:
    mine = at_bodies(by, [CLERK], "issuer__")
    words = {
        State.SIGNED: _("Put the signed letter into the outbox"),
        State.PREPARED: _("Read once more and issue the letter"),
    }
    found = Letter.objects.filter(mine, state__in=words).order_by("changed_at")
    return [_waiting(letter, words[State(letter.state)]) for letter in found]


def _incoming(by: Actor) -> list[Waiting]:
    to_give = IncomingLetter.objects.filter(
        at_bodies(by, [CLERK], "register__body__"), state=IncomingState.REGISTERED
    )
    to_handle = IncomingLetter.objects.filter(
        Q(handler__uid__in=_own_uid(by)) | Q(at_bodies(by, DRAFTERS, "unit__"), handler=None),
        state=IncomingState.GIVEN,
    )
    return [
        *(_waiting_in(one, _("Give the received letter to a unit")) for one in to_give),
        *(_waiting_in(one, _("Deal with the received letter")) for one in to_handle),
    ]


def _own_uid(by: Actor) -> list[str]:
    return [by.uid] if by.kind == "person" and len(by.uid) == 36 else []


def _waiting_in(incoming: IncomingLetter, words: str) -> Waiting:
    url = reverse("letters:incoming_letter", args=[incoming.uid])
    return Waiting(words=words, url=url, about=incoming.subject)


def units_below(body: Body) -> QuerySet[Body]:
    """Return the bodies below `body` that a letter received can be given to."""
    return standing(on=today()).filter(parent=body)


def handlers_below(body: Body) -> QuerySet[User]:
    """Return the people who may deal with letters at the body or below it, by name."""
    grants = RoleGrant.objects.filter(
        standing_on(today()), role__in=DRAFTERS, body__lineage__contains=[body.uid]
    )
    return User.objects.filter(pk__in=grants.values("user"), is_active=True).order_by("name")
