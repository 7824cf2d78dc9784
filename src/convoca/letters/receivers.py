"""What letters do when the rooms below announce something."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.dispatch import receiver
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict
from convoca.letters.mails import ABOUT
from convoca.letters.models import Letter, Recipient, State
from convoca.letters.templatetags.letters import without_seal
from convoca.letters.workflow import BEFORE_NUMBER
from convoca.members.models import Body
from convoca.members.signals import Moving, bodies_succeeded, succession_previewed
from convoca.outbox.models import State as MailState
from convoca.outbox.signals import MailStateChanged, mail_state_changed
from convoca.outbox.veils import register_veil

register_veil(without_seal)

_TIMES = {
    MailState.ACCEPTED: "sent_at",
    MailState.DELIVERED: "delivered_at",
    MailState.BOUNCED: "bounced_at",
}


@receiver(mail_state_changed)
def on_mail_state(*, change: MailStateChanged, **_ignored: Any) -> None:
    """Note at the recipient what became of its mail; the first time of each counts.

    Mail of a letter that was not issued yet goes out with the letter only, never by itself.
    """
    if change.mail.about_kind != ABOUT:
        return
    found = Recipient.objects.filter(uid=change.mail.about_uid)
    if change.after == MailState.RELEASED and found.filter(letter__state=State.PREPARED).exists():
        raise StateConflict(_("This mail goes out with its letter: issue the letter on its page."))
    column = _TIMES.get(change.after)
    if column is None:
        return
    moment = {
        MailState.ACCEPTED: change.mail.accepted_at,
        MailState.DELIVERED: change.mail.delivered_at,
        MailState.BOUNCED: change.mail.bounced_at,
    }[change.after]
    found.filter(**{column: None}).update(**{column: moment})
    if change.after == MailState.DELIVERED:
        found.update(bounced_at=None)


def open_recipients(body: Body) -> QuerySet[Recipient]:
    """Return what the body has still to answer."""
    return Recipient.objects.filter(
        body=body, replied_at=None, letter_received_at=None, letter__state=State.ISSUED
    )


def open_letters(body: Body) -> QuerySet[Letter]:
    """Return the letters of the body that have no number yet."""
    return Letter.objects.filter(
        Q(issuer=body) | Q(drafting_unit=body), state__in=BEFORE_NUMBER
    ).order_by("pk")


@receiver(bodies_succeeded)
def on_bodies_succeeded(
    *, predecessor: Body, successors: Sequence[Body], on: date, by: Actor, **_ignored: Any
) -> None:
    """Move what is open to the body that answers now; letters keep the names of their day."""
    heir = successors[0]
    for recipient in open_recipients(predecessor).order_by("pk"):
        recipient.body = heir
        recipient.save(update_fields=["body"])
        _note(by, "recipient", recipient.uid, predecessor, heir)
    for letter in open_letters(predecessor):
        letter.issuer = heir if letter.issuer_id == predecessor.pk else letter.issuer
        if letter.drafting_unit_id == predecessor.pk:
            letter.drafting_unit = heir
        letter.state = State.DRAFT
        letter.save(update_fields=["issuer", "drafting_unit", "state", "changed_at"])
        _note(by, "letter", letter.uid, predecessor, heir)


def _note(by: Actor, kind: str, uid: object, before: Body, after: Body) -> None:
    record(
        by=by,
        action="letters.move_to_successor",
        subject_kind=kind,
        subject_uid=str(uid),
        facts={"from": str(before.uid), "to": str(after.uid)},
    )


@receiver(succession_previewed)
def on_succession_previewed(*, predecessor: Body, **_ignored: Any) -> list[Moving]:
    """Say how much would move."""
    return [
        Moving(gettext_lazy("letters still to be answered"), open_recipients(predecessor).count()),
        Moving(gettext_lazy("letters not signed yet"), open_letters(predecessor).count()),
    ]
