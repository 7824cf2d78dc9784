"""Proceedings as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from convoca.journal.words import describe


class ProceedingsConfig(AppConfig):
    """Agenda, committees, meetings, documents, decisions, working groups, commitments, news."""

    name = "convoca.proceedings"
    label = "proceedings"

    def ready(self) -> None:
        """Name this room's actions and pages, and follow what conferences do."""
        # Django has no models before this point, so these cannot be imported at the top.
        from convoca.conferences.tabs import Tab, register_tab  # noqa: PLC0415
        from convoca.proceedings import receivers  # noqa: PLC0415

        receivers.connect()
        register_tab(
            Tab(_("Agenda and meetings"), "proceedings:agenda", order=30, holds=("meetings/",))
        )
        register_tab(
            Tab(_("Promises and groups"), "proceedings:promises", order=60, holds=("groups/",))
        )
        register_tab(Tab(_("News of the day"), "proceedings:news", order=15))
        describe(
            {
                "proceedings.put_committee": _("entered a committee"),
                "proceedings.remove_committee": _("dissolved a committee"),
                "proceedings.put_item": _("entered an item of the agenda"),
                "proceedings.remove_item": _("took an item off the agenda"),
                "proceedings.put_meeting": _("entered the meeting"),
                "proceedings.remove_meeting": _("struck the meeting"),
                "proceedings.put_document": _("entered a document"),
                "proceedings.remove_document": _("took a document away"),
                "proceedings.put_decision": _("entered a decision"),
                "proceedings.remove_decision": _("took a decision away"),
                "proceedings.put_group": _("entered the working group"),
                "proceedings.remove_group": _("dissolved the working group"),
                "proceedings.put_group_member": _("entered a member of the group"),
                "proceedings.remove_group_member": _("took a member from the group"),
                "proceedings.put_commitment": _("entered the promise"),
                "proceedings.remove_commitment": _("took the promise away"),
                "proceedings.put_milestone": _("entered a milestone"),
                "proceedings.remove_milestone": _("took a milestone away"),
                "proceedings.draft_news": _("drafted the news from the records"),
                "proceedings.edit_news": _("edited the news"),
                "proceedings.publish_news": _("published the news"),
                "proceedings.take_back_news": _("took the news back"),
            }
        )
