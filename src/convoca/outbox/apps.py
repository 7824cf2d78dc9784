"""The outbox as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from convoca.journal.words import describe
from convoca.pages.navigation import NavigationEntry, register


class OutboxConfig(AppConfig):
    """Everything that goes out by e-mail."""

    name = "convoca.outbox"
    label = "outbox"

    def ready(self) -> None:
        """Give the journal the words of this room's actions."""
        # Django has no models before this point, so what needs them is imported here.
        from convoca.outbox import navigation  # noqa: PLC0415

        register(
            NavigationEntry(_("Outbox"), "outbox:waiting", order=40, shown_to=navigation.reads_mail)
        )
        register(
            NavigationEntry(
                _("Mailbox"), "outbox:mailbox", order=95, shown_to=navigation.has_mailbox
            )
        )
        describe(
            {
                "outbox.queue": _("put mail into the outbox"),
                "outbox.release": _("released mail from the outbox"),
                "outbox.withdraw": _("withdrew mail from the outbox"),
                "outbox.retry": _("had mail sent again"),
                "outbox.delivery_report": _("a delivery report came in"),
            }
        )
