"""What this room does when an edition is made from an earlier one: posts and seats go along."""

from typing import Any

from django.utils.translation import gettext as _

from convoca.conferences.models import Edition
from convoca.conferences.signals import Copied, clone_previewed, edition_cloned
from convoca.elections.models import Contest, Election

_KEPT = ("key", "kind", "post", "region", "name", "main_language", "seats", "place")


def connect() -> None:
    """Follow the cloning of editions."""
    clone_previewed.connect(preview, dispatch_uid="elections.preview")
    edition_cloned.connect(copy_contests, dispatch_uid="elections.copy_contests")


def preview(*, source: Edition, **_rest: Any) -> list[Copied]:
    """Tell what would be copied."""
    found = Contest.objects.filter(election__edition=source)
    return [Copied(_("Posts and seats to elect"), tuple(str(one) for one in found))]


def copy_contests(*, source: Edition, copy: Edition, **_rest: Any) -> None:
    """Give the new edition the posts and seats of the earlier one; terms stay open."""
    election = Election.objects.filter(edition=source).first()
    if election is None:
        return
    made = Election.objects.create(edition=copy, rules=election.rules)
    Contest.objects.bulk_create(
        Contest(election=made, **{name: getattr(one, name) for name in _KEPT})
        for one in election.contests.all()
    )
