"""What proceedings copy when an edition is made from an earlier one."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from convoca.conferences.models import Edition
from convoca.conferences.signals import Copied, clone_previewed, edition_cloned
from convoca.proceedings.actions import copy_structure


def on_clone(*, source: Edition, copy: Edition, **_sent: Any) -> None:
    """Copy committees and agenda."""
    copy_structure(source=source, copy=copy)


def on_preview(*, source: Edition, **_sent: Any) -> list[Copied]:
    """Name the committees and items that would go along."""
    items = source.agenda.filter(theme=None)
    return [
        Copied(_("Plenary and committees"), tuple(str(one) for one in source.committees.all())),
        Copied(_("Items of the agenda"), tuple(str(one) for one in items)),
    ]


def connect() -> None:
    """Listen to conferences."""
    edition_cloned.connect(on_clone, dispatch_uid="proceedings.on_clone")
    clone_previewed.connect(on_preview, dispatch_uid="proceedings.on_preview")
