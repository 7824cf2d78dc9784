"""Elections as a Django app. The commands of this room never load it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from convoca.journal.words import describe


class ElectionsConfig(AppConfig):
    """Posts and seats, candidatures, ballots, results with their reasons."""

    name = "convoca.elections"
    label = "elections"

    def ready(self) -> None:
        """Name this room's actions, put its pages beside those of an edition."""
        # Django has no models before this point, so these cannot be imported at the top.
        from convoca.conferences.tabs import Tab, register_tab  # noqa: PLC0415
        from convoca.elections import receivers  # noqa: PLC0415

        receivers.connect()
        register_tab(Tab(_("Elections"), "elections:overview", order=50))
        describe(
            {
                "elections.open_election": _("opened the election"),
                "elections.publish_election": _("showed the election to the public"),
                "elections.withdraw_election": _("took the election from public view"),
                "elections.remove_election": _("took the election away"),
                "elections.put_contest": _("entered a post with its seats"),
                "elections.remove_contest": _("took a post away"),
                "elections.add_candidature": _("entered a candidature"),
                "elections.edit_candidature": _("changed a candidature"),
                "elections.withdraw_candidature": _("noted that a candidature was withdrawn"),
                "elections.restore_candidature": _("took a withdrawal back"),
                "elections.remove_candidature": _("removed a candidature"),
                "elections.add_ballot": _("entered a round"),
                "elections.edit_ballot": _("changed a round"),
                "elections.remove_ballot": _("removed a round"),
                "elections.give_seats": _("gave the seats"),
                "elections.take_back_seats": _("took the seats back"),
            }
        )
