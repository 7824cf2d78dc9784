"""Files as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from convoca.journal.words import describe


class FilesConfig(AppConfig):
    """What people hand in, byte for byte as it came."""

    name = "convoca.files"
    label = "files"

    def ready(self) -> None:
        """Give the journal the words of this room's action."""
        describe({"files.store": _("took in a file")})
