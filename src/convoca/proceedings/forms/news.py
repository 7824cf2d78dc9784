"""Forms of the day's news."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.conferences.forms.events import UNKNOWN
from convoca.conferences.forms.facts import BodyField, DayField, bodies_for
from convoca.conferences.models import Edition
from convoca.languages.forms import TranslatedFormField
from convoca.members.queries import member_states


class DraftForm(forms.Form):
    """Which day, and which member is named among those who came."""

    day = DayField(label=_("Day"))
    named = BodyField(
        label=_("Member to be named among those who came"),
        required=False,
        help_text=_("Such as the State of the readers."),
    )
    anew = forms.BooleanField(
        label=_("Write the day anew, even where a person has edited it; that text is lost"),
        required=False,
    )

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["named"]
        found = member_states(on=edition.opens).filter(
            delegations__edition=edition, delegations__answer="accepted"
        )
        field.queryset, field.empty_label = bodies_for(found), UNKNOWN
        if not edition.news.exclude(edited_by="").exists():
            del self.fields["anew"]


class NewsForm(forms.Form):
    """The wording of a day's news; a paragraph is divided by an empty line."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    title = TranslatedFormField(label=pgettext_lazy("of the day’s news", "Headline"))
    body = TranslatedFormField(
        label=pgettext_lazy("of the day’s news", "Text"),
        long=True,
        max_length=20_000,
        help_text=_("An empty line divides paragraphs."),
    )
