"""What conferences do when a letter goes out or a body is succeeded."""

from typing import Any

from convoca.conferences.actions.delegations import take_recipients
from convoca.conferences.models import Invitation
from convoca.letters.models import Letter
from convoca.letters.signals import letter_dispatched


def on_dispatch(*, letter: Letter, **_sent: Any) -> None:
    """Tie the recipients of an invitation to the rows of their bodies."""
    invitation = Invitation.objects.filter(letter=letter).select_related("edition").first()
    if invitation is not None:
        take_recipients(invitation)


def connect() -> None:
    """Listen to the rooms below."""
    letter_dispatched.connect(on_dispatch, dispatch_uid="conferences.on_dispatch")
