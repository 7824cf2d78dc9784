"""How signing in behaves here: closed to strangers, in our words, in the user's language."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from convoca.accounts.models import User

# What allauth would say on the next page; what is not here is left unsaid.
_SAID: dict[str, Promise] = {
    "account/messages/login_code_sent.txt": _("A new code is on its way."),
    "account/messages/password_changed.txt": _("Your password was changed."),
    "account/messages/password_set.txt": _("Your password was set."),
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by an administrator; sign-in is by password or e-mailed code."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account was deactivated."),
        "email_password_mismatch": _("The e-mail address or the password is not right."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_code": _("This is not the code that we sent."),
        "incorrect_password": _("The password is not right."),
        "rate_limited": _("You have tried too often. Wait a few minutes."),
        "too_many_login_attempts": _("You have tried too often. Wait a few minutes."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Strangers make no accounts."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the start page in the user's own language."""
        own = request.user.language if isinstance(request.user, User) else ""
        return f"/{own or get_language()}/"

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the start page in the language of the page one left."""
        return f"/{get_language()}/"

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Lead back to one's own page."""
        return f"/{get_language()}/account/"

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say only what `_SAID` has words for, and errors."""
        said = message or _SAID.get(message_template or "")
        if said:
            messages.add_message(request, level, str(said), extra_tags=extra_tags)
