"""What reports do when a list leaves."""

from typing import Any

from convoca.calls.models import Forwarding
from convoca.journal.actors import Actor
from convoca.reports.actions import freeze_dossier


def on_forwarding(*, forwarding: Forwarding, by: Actor, **_sent: Any) -> None:
    """Freeze the dossier with the package: what cannot be printed does not leave."""
    freeze_dossier(by=by, forwarding=forwarding)
