"""What this room does when an edition is made from an earlier one: its halls go along."""

from typing import Any

from django.utils.translation import gettext as _

from convoca.conferences.models import Edition
from convoca.conferences.signals import Copied, clone_previewed, edition_cloned
from convoca.programme.models import Hall


def connect() -> None:
    """Follow the cloning of editions."""
    clone_previewed.connect(preview, dispatch_uid="programme.preview")
    edition_cloned.connect(copy_halls, dispatch_uid="programme.copy_halls")


def preview(*, source: Edition, **_rest: Any) -> list[Copied]:
    """Tell what would be copied."""
    return [
        Copied(
            _("Halls of the exhibition"),
            tuple(str(hall) for hall in Hall.objects.filter(edition=source)),
        )
    ]


def copy_halls(*, source: Edition, copy: Edition, **_rest: Any) -> None:
    """Give the new edition halls like those of the earlier one, without stands."""
    Hall.objects.bulk_create(
        Hall(
            edition=copy,
            key=hall.key,
            place=hall.place,
            name=hall.name,
            sector=hall.sector,
            main_language=hall.main_language,
            is_sample=hall.is_sample,
        )
        for hall in Hall.objects.filter(edition=source)
    )
