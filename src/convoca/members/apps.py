"""Members as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from convoca.journal.words import describe
from convoca.pages.navigation import NavigationEntry, register


class MembersConfig(AppConfig):
    """Who belongs to the union, and who answers for whom."""

    name = "convoca.members"
    label = "members"

    def ready(self) -> None:
        """Name the actions of this room, and put the directory into the head of pages."""
        # Django has no models before this point, so this cannot be imported at the top.
        from convoca.members.navigation import reads  # noqa: PLC0415

        register(NavigationEntry(_("Bodies"), "members:directory", order=80, shown_to=reads))
        describe(
            {
                "members.create_body": _("added the body"),
                "members.edit_body": _("corrected the body’s details"),
                "members.rename_body": _("gave the body a new name"),
                "members.move_body": _("moved the body"),
                "members.merge": _("merged the body into another"),
                "members.split": _("split the body"),
                "members.edit_member_state": _("set region and place in the French order"),
                "members.add_contact": _("added a contact"),
                "members.end_contact": _("ended a contact"),
                "members.create_group": _("made the group"),
                "members.edit_group": _("changed the group"),
                "members.set_group_members": _("named the group’s bodies anew"),
                "members.add_person": _("added the person"),
                "members.create_post": _("added a post"),
                "members.appoint": _("appointed a person to a post"),
                "members.end_term": _("ended a term"),
                "members.fill_seat": _("gave a member a seat"),
                "members.take_back_seat": _("took a seat back"),
                "members.receive_import": _("uploaded a file of bodies"),
                "members.confirm_import": _("imported bodies from a file"),
                "members.bring_into_force": _("brought into force what begins today"),
            }
        )
