"""The library as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    """Published entries, on a shelf for agencies and one for everybody."""

    name = "convoca.library"
    label = "library"

    def ready(self) -> None:
        """Follow the decisions of calls; stand in the head of every page."""
        from convoca.calls import signals as calls  # noqa: PLC0415 - models are ready only now
        from convoca.journal.words import describe  # noqa: PLC0415
        from convoca.library import receivers  # noqa: PLC0415
        from convoca.pages.navigation import NavigationEntry, register  # noqa: PLC0415

        calls.publication_decided.connect(receivers.on_decision)
        register(NavigationEntry(_("Reference library"), "library:shelf", order=40))
        describe(
            {
                "library.publish": _("Published in the library"),
                "library.withdraw": _("Withdrew from the library"),
                "library.put_back": _("Put back into the library"),
                "library.correct": _("Corrected the entry"),
                "library.confirm": _("Confirmed that the entry still holds"),
            }
        )
