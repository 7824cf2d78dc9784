"""What conferences do when a letter goes out or is withdrawn, and what they add to its pages."""

from typing import Any

from django.http import HttpRequest

from convoca.conferences.actions.delegations import take_recipients
from convoca.conferences.actions.invitations import take_back_invitations
from convoca.conferences.models import Delegation, Invitation
from convoca.conferences.rules import may_edit
from convoca.journal.actors import ANONYMOUS, Actor
from convoca.letters.models import Letter
from convoca.letters.signals import (
    PagePart,
    RecipientVisit,
    letter_dispatched,
    letter_page,
    letter_withdrawn,
    recipient_page,
)


def _invitation(letter: Letter) -> Invitation | None:
    found = Invitation.objects.select_related("edition__series__body")
    return found.filter(letter=letter).first()


def on_dispatch(*, letter: Letter, **_sent: Any) -> None:
    """Tie the recipients of an invitation to the rows of their bodies."""
    invitation = _invitation(letter)
    if invitation is not None:
        take_recipients(invitation)


def on_withdrawal(*, letter: Letter, by: Actor, **_sent: Any) -> None:
    """Free those whom a withdrawn letter invited."""
    invitation = _invitation(letter)
    if invitation is not None:
        take_back_invitations(by=by, invitation=invitation)


def on_letter_page(*, request: HttpRequest, letter: Letter, **_sent: Any) -> PagePart | None:
    """Lead the secretariat from a letter to the conference that it invites to."""
    invitation = _invitation(letter)
    by = getattr(request, "actor", ANONYMOUS)
    if invitation is None or not may_edit(by, invitation.edition):
        return None
    return PagePart("conferences/parts/letter.html", {"edition": invitation.edition})


def on_recipient_page(*, visit: RecipientVisit, **_sent: Any) -> PagePart | None:
    """Let whoever was invited answer on the page of its letter."""
    found = (
        Delegation.objects.filter(recipient=visit.recipient)
        .select_related("edition__host", "body")
        .first()
    )
    if found is None:
        return None
    context = {"delegation": found, "edition": found.edition}
    return PagePart("conferences/parts/answer.html", context, order=20)


def connect() -> None:
    """Listen to the rooms below."""
    letter_dispatched.connect(on_dispatch, dispatch_uid="conferences.on_dispatch")
    letter_withdrawn.connect(on_withdrawal, dispatch_uid="conferences.on_withdrawal")
    letter_page.connect(on_letter_page, dispatch_uid="conferences.on_letter_page")
    recipient_page.connect(on_recipient_page, dispatch_uid="conferences.on_recipient_page")
