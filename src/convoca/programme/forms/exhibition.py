"""Forms of halls, exhibitors and stands."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from convoca.conferences.forms.events import UNKNOWN
from convoca.conferences.forms.facts import BodyField, FactsForm, RowField, bodies_for
from convoca.conferences.models import Edition
from convoca.languages.forms import LineFormField, TranslatedFormField
from convoca.members.queries import member_states
from convoca.programme.content import ExhibitorFacts, HallFacts
from convoca.programme.models import Hall


class HallForm(FactsForm[HallFacts]):
    """A hall of the exhibition."""

    facts_class = HallFacts

    name = TranslatedFormField(label=_("Name"))
    key = forms.SlugField(
        label=_("Key"), max_length=40, help_text=_("A short word for addresses, such as h1.")
    )
    sector = TranslatedFormField(label=_("What is shown there"), required=False)
    place = forms.IntegerField(label=_("Place in the list"), min_value=0, max_value=999, initial=0)


class ExhibitorForm(FactsForm[ExhibitorFacts]):
    """Who shows something."""

    facts_class = ExhibitorFacts

    name = TranslatedFormField(label=_("Name"))
    about = TranslatedFormField(
        label=_("What is shown"), long=True, required=False, max_length=4000
    )
    origin = BodyField(label=_("Comes from"), required=False, empty_label=UNKNOWN)
    website = forms.URLField(
        label=_("Website"), required=False, max_length=400, assume_scheme="https"
    )
    email = forms.EmailField(
        max_length=254,
        label=_("E-mail"),
        required=False,
        help_text=_("Seen by the secretariat only."),
    )
    is_public = forms.BooleanField(label=_("Shown to the public"), required=False, initial=True)

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        origin: Any = self.fields["origin"]
        origin.queryset = bodies_for(member_states(on=edition.opens))


class StandForm(forms.Form):
    """A stand for an exhibitor."""

    main_fields = None

    hall = RowField(label=_("Hall"), queryset=Hall.objects.none())
    code = LineFormField(label=_("Stand"), max_length=20)

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hall: Any = self.fields["hall"]
        hall.queryset = Hall.objects.filter(edition=edition)


class SearchForm(forms.Form):
    """The filter of the directory."""

    q = LineFormField(label=_("Search"), required=False, max_length=100)
    hall = forms.ChoiceField(label=_("Hall"), required=False)

    def __init__(self, *args: Any, halls: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hall: Any = self.fields["hall"]
        hall.choices = [("", _("all halls")), *halls]
