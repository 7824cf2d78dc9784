"""What an officer notes about a dossier's way."""

from django import forms
from django.utils.translation import gettext_lazy as _

from convoca.languages.forms import LineFormField, ProseFormField
from convoca.reports.models import Way


class HandoverForm(forms.Form):
    """When, to whom and how the dossier was handed over."""

    on = forms.DateField(
        label=_("On which day?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    way = forms.ChoiceField(label=_("How?"), choices=Way.choices)
    to_whom = LineFormField(
        label=_("To whom?"),
        help_text=_("An office or a post, not a private person."),
        max_length=200,
    )
    remark = ProseFormField(
        label=_("Note"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
