"""Accounts as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from convoca.journal.words import describe
from convoca.pages.navigation import AccountLinks, NavigationEntry, register, register_account


class AccountsConfig(AppConfig):
    """Users and their roles."""

    name = "convoca.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Name the actions of this room, and follow what happens to bodies."""
        # Django has no models before this point, so the receivers cannot be imported at the top.
        from convoca.accounts import navigation, receivers  # noqa: PLC0415

        receivers.connect()
        register_account(
            AccountLinks(
                sign_in="account_login", sign_out="account_logout", mine="accounts_profile"
            )
        )
        register(
            NavigationEntry(
                _("Accounts"), "accounts_users", order=90, shown_to=navigation.keeps_accounts
            )
        )
        describe(
            {
                "accounts.create_account": _("added the account"),
                "accounts.grant_role": _("gave a role"),
                "accounts.revoke_role": _("took a role away"),
                "accounts.deactivate": _("deactivated the account"),
                "accounts.reactivate": _("opened the account again"),
                "accounts.set_language": _("changed the profile"),
                "accounts.sign_in": _("signed in"),
                "accounts.change_password": _("changed the password"),
            }
        )
