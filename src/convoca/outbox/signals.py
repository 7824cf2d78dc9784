"""What the outbox announces upward, inside the transaction that changes it."""

from dataclasses import dataclass

from django.dispatch import Signal

from convoca.outbox.models import Mail, State


@dataclass(frozen=True, slots=True)
class MailStateChanged:
    """A mail has gone from one state to another; `mail` is saved with the new one."""

    mail: Mail
    before: State
    after: State


# Receivers get `change`, a MailStateChanged; their error undoes the change.
mail_state_changed = Signal()


def announce(mail: Mail, *, before: State) -> None:
    """Tell the rooms above that `mail` has left the state `before`."""
    change = MailStateChanged(mail=mail, before=before, after=State(mail.state))
    mail_state_changed.send(sender=Mail, change=change)
