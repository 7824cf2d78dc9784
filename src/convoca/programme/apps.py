"""The programme as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from convoca.journal.words import describe


class ProgrammeConfig(AppConfig):
    """Sessions, speakers, the exhibition."""

    name = "convoca.programme"
    label = "programme"

    def ready(self) -> None:
        """Name this room's actions, put its pages beside those of an edition."""
        # Django has no models before this point, so these cannot be imported at the top.
        from convoca.conferences.tabs import Tab, register_tab  # noqa: PLC0415
        from convoca.programme import receivers  # noqa: PLC0415

        receivers.connect()
        register_tab(Tab(_("Programme"), "programme:list", order=25))
        register_tab(Tab(_("Exhibition"), "programme:exhibition", order=60))
        describe(
            {
                "programme.add_session": _("entered the session"),
                "programme.edit_session": _("changed the session"),
                "programme.move_session": _("moved the session"),
                "programme.remove_session": _("removed a session"),
                "programme.bring_sessions": _("entered many sessions at once"),
                "programme.publish_session": _("showed the session to the public"),
                "programme.withdraw_session": _("hid the session from the public"),
                "programme.publish_all": _("showed all sessions to the public"),
                "programme.add_speaker": _("gave somebody a place in the session"),
                "programme.remove_speaker": _("took somebody out of the session"),
                "programme.put_hall": _("entered a hall"),
                "programme.remove_hall": _("took a hall away"),
                "programme.add_exhibitor": _("entered the exhibitor"),
                "programme.edit_exhibitor": _("changed the exhibitor"),
                "programme.remove_exhibitor": _("took an exhibitor out of the directory"),
                "programme.bring_exhibitors": _("entered many exhibitors at once"),
                "programme.give_stand": _("gave the exhibitor a stand"),
                "programme.free_stand": _("took a stand from the exhibitor"),
            }
        )
