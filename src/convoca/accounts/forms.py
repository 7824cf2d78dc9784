"""Forms for signing in, in our words, and for accounts and roles."""

from typing import Any, ClassVar

from allauth.account import forms as allauth_forms
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from convoca.accounts import roles
from convoca.accounts.models import User
from convoca.accounts.queries import administered
from convoca.journal.actors import Actor
from convoca.languages.forms import LineFormField
from convoca.members.fields import BodyField, DayField
from convoca.members.periods import today
from convoca.members.queries import choosable
from convoca.members.rules import is_installation

_EMAIL, _PASSWORD = _("E-mail address"), _("Password")
_NEW, _AGAIN = _("New password"), _("New password, once more")
_CODE = _("Code from the e-mail")
_RULE = _("At least 12 letters or figures; several words are fine.")


class Worded(forms.Form):
    """A form of allauth in our words: a label for each field, a hint where one helps."""

    words: ClassVar[dict[str, Any]] = {}
    hints: ClassVar[dict[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in self.words.items():
            field = self.fields[name]
            field.label, field.help_text = label, self.hints.get(name, "")
            field.widget.attrs.pop("placeholder", None)


class SignInForm(Worded, allauth_forms.LoginForm):  # type: ignore[misc]
    """E-mail address and password."""

    words = {"login": _EMAIL, "password": _PASSWORD}


class AskCodeForm(Worded, allauth_forms.RequestLoginCodeForm):  # type: ignore[misc]
    """The address that a code for signing in is sent to."""

    words = {"email": _EMAIL}


class SignInCodeForm(Worded, allauth_forms.ConfirmLoginCodeForm):  # type: ignore[misc]
    """The code for signing in."""

    words = {"code": _CODE}


class ForgottenForm(Worded, allauth_forms.ResetPasswordForm):  # type: ignore[misc]
    """The address of who forgot the password."""

    words = {"email": _EMAIL}


class ResetCodeForm(Worded, allauth_forms.ConfirmPasswordResetCodeForm):  # type: ignore[misc]
    """The code for a new password."""

    words = {"code": _CODE}


class NewPasswordForm(Worded, allauth_forms.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password after a code."""

    words = {"password1": _NEW, "password2": _AGAIN}
    hints = {"password1": _RULE}


class FirstPasswordForm(Worded, allauth_forms.SetPasswordForm):  # type: ignore[misc]
    """A password for who has signed in by code so far."""

    words = {"password1": _NEW, "password2": _AGAIN}
    hints = {"password1": _RULE}


class ChangePasswordForm(Worded, allauth_forms.ChangePasswordForm):  # type: ignore[misc]
    """The present password and a new one."""

    words = {"oldpassword": _("Present password"), "password1": _NEW, "password2": _AGAIN}
    hints = {"password1": _RULE}


def _languages() -> list[tuple[str, str | Promise]]:
    return [("", _("The language of the page")), *settings.LANGUAGES]


class ProfileForm(forms.Form):
    """One's own name and language."""

    name = LineFormField(label=_("Name"), max_length=200)
    language = forms.ChoiceField(
        label=_("Language"),
        help_text=_("For pages after signing in and for mail to you."),
        choices=_languages,
        required=False,
    )


class AccountForm(forms.Form):
    """A new account."""

    name = LineFormField(label=_("Name"), max_length=200)
    email = forms.EmailField(label=_EMAIL)
    language = forms.ChoiceField(label=_("Language"), choices=_languages, required=False)

    def clean_email(self) -> str:
        """Refuse an address that has an account."""
        email: str = self.cleaned_data["email"].lower()
        if User.objects.filter(email=email).exists():
            raise ValidationError(_("There is already an account with this e-mail address."))
        return email


class GrantForm(forms.Form):
    """A role at a body from a day to a day; only bodies that the actor administers."""

    role = forms.ChoiceField(label=_("Role"), choices=roles.choices)
    body = BodyField(label=_("Body"))
    with_sub_bodies = forms.BooleanField(label=_("Also for the bodies below it"), required=False)
    valid_from = DayField(label=_("First day"), initial=today, required=False)
    valid_to = DayField(label=_("Last day"), required=False)

    def __init__(self, *args: Any, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        under = [] if is_installation(by) else list(administered(by))
        body = self.fields["body"]
        assert isinstance(body, BodyField)  # noqa: S101 - for the type checker
        body.bodies = choosable(on=today(), under=under)

    def clean(self) -> dict[str, Any]:
        """Refuse a last day before the first."""
        cleaned: dict[str, Any] = super().clean() or {}
        first, last = cleaned.get("valid_from") or today(), cleaned.get("valid_to")
        if last and last < first:
            self.add_error("valid_to", _("The last day cannot come before the first."))
        return cleaned
