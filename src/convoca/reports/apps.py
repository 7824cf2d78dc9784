"""Reports as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    """The summary report, and the dossier for the body above."""

    name = "convoca.reports"
    label = "reports"

    def ready(self) -> None:
        """Follow the lists that leave; name the actions of this room."""
        from convoca.calls import signals as calls  # noqa: PLC0415 - models are ready only now
        from convoca.journal.words import describe  # noqa: PLC0415
        from convoca.reports import receivers  # noqa: PLC0415

        calls.list_forwarded.connect(receivers.on_forwarding)
        calls.call_page.connect(receivers.on_call_page)
        calls.selection_page.connect(receivers.on_selection_page)
        describe(
            {
                "reports.freeze_dossier": _("Froze the dossier"),
                "reports.note_handover": _("Noted that the dossier was handed over"),
                "reports.draft_report": _("Drafted the summary report"),
            }
        )
