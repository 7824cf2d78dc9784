"""Forms of invitations, answers and people."""

from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from convoca.conferences.content import AnswerFacts, ParticipantFacts
from convoca.conferences.forms.facts import (
    BodyField,
    DayField,
    FactsForm,
    bodies_for,
    language_choices,
    with_unknown,
)
from convoca.conferences.models import Answer, Edition, Gender, Place, Rank
from convoca.languages.dates import short_date
from convoca.languages.forms import LineFormField, ProseFormField, TranslatedFormField
from convoca.letters.models import Letter
from convoca.members.queries import choosable

NOT_GIVEN = pgettext_lazy("choice in a form", "not given")


class AnswerForm(FactsForm[AnswerFacts]):
    """What a member answered to its invitation."""

    facts_class = AnswerFacts

    answer = forms.ChoiceField(label=_("Answer"), choices=Answer.choices, widget=forms.RadioSelect)
    answered_on = DayField(label=_("Answered on"), required=False)
    announced_members = forms.IntegerField(
        label=_("Members announced"), required=False, min_value=0, max_value=999
    )
    announced_women = forms.IntegerField(
        label=_("of whom women"), required=False, min_value=0, max_value=999
    )
    note = ProseFormField(label=_("Note"), required=False, max_length=2000)


class PersonForm(FactsForm[ParticipantFacts]):
    """A member of a delegation."""

    facts_class = ParticipantFacts

    name = LineFormField(
        label=_("Full name"),
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=_("Whole, in its own script and order, as the person writes it."),
    )
    place = forms.ChoiceField(
        label=_("Place in the delegation"),
        choices=[(one.value, one.label) for one in Place if one != Place.GUEST],
        initial=Place.DELEGATE,
    )
    rank = forms.ChoiceField(
        label=_("Rank"), required=False, choices=with_unknown(Rank.choices, NOT_GIVEN)
    )
    office = TranslatedFormField(label=_("Office"), required=False, max_length=300)
    gender = forms.ChoiceField(
        label=_("Gender"),
        required=False,
        choices=with_unknown(Gender.choices, NOT_GIVEN),
        help_text=_("Given freely; shown only as numbers of all delegations together."),
    )
    language = forms.ChoiceField(label=_("Language of the name"), required=False)
    note = LineFormField(label=_("Note"), required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = with_unknown(language_choices(), NOT_GIVEN)
        self.fields["language"].choices = known  # type: ignore[attr-defined]


class GuestForm(PersonForm):
    """A guest outside any delegation, with where the guest comes from."""

    place = None  # type: ignore[assignment]
    body = BodyField(label=_("Comes from"), required=False)
    field_order = ["name", "rank", "office", "body"]

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = choosable(on=edition.opens).filter(kind__in=["member_state", "observer", "union"])
        self.fields["body"].queryset = bodies_for(found)  # type: ignore[attr-defined]


class InvitationForm(forms.Form):
    """Which official letter invites."""

    letter = forms.ModelChoiceField(
        label=_("A letter that is there already"), queryset=Letter.objects.none()
    )

    def __init__(self, *args: Any, letters: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["letter"]
        field.queryset = letters
        field.label_from_instance = _letter_words


def _letter_words(letter: Letter) -> str:
    day = short_date(letter.dated, get_language() or "en") if letter.dated else ""
    return " · ".join(
        part for part in (letter.number_and_symbol.strip(), day, letter.title) if part
    )


class InvitedForm(forms.Form):
    """The day on which a member was invited by another channel."""

    on = DayField(label=_("Invited on"))


class BodyForm(forms.Form):
    """A body to add to the list."""

    body = BodyField(label=_("Body"))

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = choosable(on=edition.opens).filter(kind__in=["member_state", "observer"])
        there = edition.delegations.values("body")
        self.fields["body"].queryset = bodies_for(found.exclude(pk__in=there))  # type: ignore[attr-defined]


class FileForm(forms.Form):
    """A file of delegates."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV in UTF-8 with a line for each person, at most 5 MB."),
    )
