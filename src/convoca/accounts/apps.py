"""Accounts as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from convoca.journal.words import describe


class AccountsConfig(AppConfig):
    """Users and their roles."""

    name = "convoca.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Name the actions of this room, and follow what happens to bodies."""
        # Django has no models before this point, so the receivers cannot be imported at the top.
        from convoca.accounts import receivers  # noqa: PLC0415

        receivers.connect()
        describe(
            {
                "accounts.create_account": _("added the account"),
                "accounts.grant_role": _("gave a role"),
                "accounts.revoke_role": _("took a role away"),
                "accounts.deactivate": _("deactivated the account"),
                "accounts.reactivate": _("opened the account again"),
                "accounts.set_language": _("changed the profile"),
                "accounts.sign_in": _("signed in"),
                "accounts.sign_in_failed": _("failed to sign in"),
                "accounts.sign_out": _("signed out"),
                "accounts.change_password": _("changed the password"),
            }
        )
