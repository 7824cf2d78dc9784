"""Conferences as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.journal.words import describe
from convoca.pages.navigation import NavigationEntry, register


class ConferencesConfig(AppConfig):
    """Series, editions, countdown, invitations, delegations, events and speeches."""

    name = "convoca.conferences"
    label = "conferences"

    def ready(self) -> None:
        """Name this room's actions and pages, and follow what letters do."""
        # Django has no models before this point, so these cannot be imported at the top.
        from convoca.conferences import receivers  # noqa: PLC0415
        from convoca.conferences.tabs import Tab, register_tab, secretariat  # noqa: PLC0415

        receivers.connect()
        register(NavigationEntry(_("Conferences"), "conferences:list", order=30))
        register_tab(Tab(_("Overview"), "conferences:edition", order=10))
        register_tab(Tab(_("Days"), "conferences:days", order=20, holds=("events/",)))
        register_tab(Tab(_("Delegations"), "conferences:delegations", order=40, holds=("people/",)))
        register_tab(Tab(_("Countdown"), "conferences:countdown", order=80))
        register_tab(Tab(_("Edit"), "conferences:manage", order=90, shown_to=secretariat))
        describe(
            {
                "conferences.create_series": _("entered the series"),
                "conferences.edit_series": _("changed the series"),
                "conferences.delete_series": _("deleted a series of conferences"),
                "conferences.create_edition": _("entered the edition"),
                "conferences.edit_edition": _("changed the edition"),
                "conferences.clone_edition": _("took over the structure of an earlier edition"),
                "conferences.publish_edition": _("made the edition public"),
                "conferences.withdraw_edition": _("took the edition from public view"),
                "conferences.delete_edition": _("deleted the edition"),
                "conferences.put_theme": _("entered a theme"),
                "conferences.remove_theme": _("took a theme away"),
                "conferences.put_figure": _("entered a number"),
                "conferences.remove_figure": _("took a number away"),
                "conferences.put_rule": _("entered a rule of the countdown"),
                "conferences.remove_rule": _("took a rule of the countdown away"),
                "conferences.compute_countdown": _("computed the countdown"),
                "conferences.put_step": _("entered a step of the countdown"),
                "conferences.remove_step": _("took a step of the countdown away"),
                "conferences.mark_done": _("marked a step as done"),
                "conferences.reopen_step": _("opened a step again"),
                "conferences.list_members": _("listed the Member States"),
                "conferences.add_delegation": _("added the delegation"),
                "conferences.remove_delegation": _("took a delegation from the list"),
                "conferences.link_invitation": _("made a letter the invitation"),
                "conferences.take_back_invitations": _(
                    "freed those whom a withdrawn letter invited"
                ),
                "conferences.note_invited": _("noted the invitation"),
                "conferences.note_all_invited": _("noted the invitation of all members"),
                "conferences.record_answer": _("took the answer"),
                "conferences.put_participant": _("entered a person"),
                "conferences.remove_participant": _("took a person from the list"),
                "conferences.receive_delegates": _("uploaded a file of delegates"),
                "conferences.confirm_delegates": _("imported delegates from a file"),
                "conferences.put_room": _("entered a room"),
                "conferences.remove_room": _("took a room away"),
                "conferences.add_event": pgettext_lazy("of a conference", "entered the event"),
                "conferences.edit_event": pgettext_lazy("of a conference", "changed the event"),
                "conferences.remove_event": pgettext_lazy("of a conference", "removed an event"),
                "conferences.put_speech": _("entered a speech"),
                "conferences.remove_speech": _("took a speech away"),
                "conferences.put_statement": _("noted what was said"),
                "conferences.remove_statement": _("took a note of what was said away"),
            }
        )
