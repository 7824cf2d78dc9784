"""The mail that tells somebody of their new account."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from convoca.accounts.models import User
from convoca.journal.actors import Actor
from convoca.outbox.actions import queue
from convoca.outbox.models import Mail, MailClass


def invite(*, by: Actor, user: User) -> Mail:
    """Write to the owner of a new account how to sign in; it goes at once, being sign-in mail."""
    language = user.language or settings.LANGUAGE_CODE
    with translation.override(language):
        address = f"{settings.BASE_URL}{reverse('account_request_login_code')}"
        text = render_to_string(
            "accounts/invitation.txt", {"user": user, "by": by.name, "address": address}
        )
        return queue(
            by=by,
            to=user.email,
            to_name=user.name,
            subject=_("Your account at Convoca"),
            text=text.strip() + "\n",
            mail_class=MailClass.SIGN_IN,
            language=language,
            about_kind="user",
            about_uid=user.uid,
        )
