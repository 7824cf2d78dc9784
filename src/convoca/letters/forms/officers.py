"""Forms of the desks and of the records clerk."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from convoca.languages.forms import LineFormField, ProseFormField
from convoca.letters.forms.fields import BodyField, DayField
from convoca.members.models import Body

_SHORT = {"rows": 3}


class DecisionForm(forms.Form):
    """A decision at a desk: which version was read, and a remark (needed to return it)."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    remark = ProseFormField(
        label=_("Remark"),
        required=False,
        max_length=4000,
        help_text=_("Needed when you return the letter."),
        widget=forms.Textarea(attrs=_SHORT),
    )


class NumberForm(forms.Form):
    """Number and date that another system gave, with the PDF that was signed there."""

    number = forms.IntegerField(label=_("Number of the letter"), min_value=1, max_value=999_999)
    dated = DayField(label=_("Date of the letter"))
    signed_file = forms.FileField(
        label=_("Signed PDF"),
        required=False,
        help_text=_("Without it the letter counts as not signed."),
    )


class SignedCopyForm(forms.Form):
    """The signed PDF of a letter."""

    signed_file = forms.FileField(label=_("Signed PDF"))


class ReasonForm(forms.Form):
    """Why something is undone."""

    reason = ProseFormField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs=_SHORT))


class PrepareForm(forms.Form):
    """Into the outbox; a letter that nobody signed needs a plain yes."""

    unsigned_accepted = forms.BooleanField(
        label=_("Send it although nobody has signed it"), required=False
    )

    def __init__(self, *args: Any, is_signed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_signed:
            del self.fields["unsigned_accepted"]


class HandOnForm(forms.Form):
    """To whom a task is handed on: a body below, or a unit named by words."""

    body = BodyField(
        Body.objects.none(),
        label=_("A unit below yours"),
        required=False,
        empty_label=_("another unit, named below"),
    )
    name = LineFormField(label=_("Name of the other unit"), required=False, max_length=300)
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("Needed for a unit that is not listed."),
    )

    def __init__(self, *args: Any, below: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = below  # type: ignore[attr-defined]
        if not below:
            del self.fields["body"]
            self.fields["name"].required = self.fields["email"].required = True
