"""Forms of series, editions, themes, numbers and steps."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.conferences.actions.series import is_zone
from convoca.conferences.content import (
    EditionFacts,
    FigureFacts,
    SeriesFacts,
    StepFacts,
    ThemeFacts,
)
from convoca.conferences.forms.facts import (
    BodyField,
    DayField,
    FactsForm,
    HourField,
    LanguagesField,
    bodies_for,
)
from convoca.conferences.models import StepKind
from convoca.conferences.models.countdown import Unit
from convoca.languages.forms import LineFormField, ProseFormField, TranslatedFormField
from convoca.members.queries import choosable

KEY_HINT = _("For the address of the page: small letters a–z, figures and hyphens.")


class SeriesForm(FactsForm[SeriesFacts]):
    """A series; `key` and `body` are asked for only when it begins."""

    facts_class = SeriesFacts

    name = TranslatedFormField(label=_("Name"))
    every_years = forms.IntegerField(
        label=_("Held every how many years"), min_value=1, max_value=50
    )
    languages = LanguagesField(label=_("Languages"), required=False)


class NewSeriesForm(SeriesForm):
    """A series that begins."""

    key = forms.SlugField(label=_("Key"), max_length=40, help_text=KEY_HINT)
    body = BodyField(label=_("Convened by"))
    field_order = ["body", "name", "key", "every_years", "languages"]

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies_for(bodies)  # type: ignore[attr-defined]


class EditionForm(FactsForm[EditionFacts]):
    """When and where an edition is held."""

    facts_class = EditionFacts

    title = TranslatedFormField(label=_("Name of the edition"))
    key = forms.SlugField(label=_("Key"), max_length=40, help_text=KEY_HINT)
    ordinal = forms.IntegerField(label=_("Number in the series"), min_value=1, max_value=999)
    opens = DayField(label=_("First day"))
    closes = DayField(label=_("Last day"))
    host = BodyField(label=_("Host"), required=False)
    city = TranslatedFormField(label=_("City"), required=False)
    venue = LineFormField(label=_("Venue"), required=False, max_length=200)
    zone = LineFormField(
        label=_("Time zone"), max_length=60, help_text=_("By its name, such as Asia/Seoul.")
    )
    languages = LanguagesField(label=_("Languages"), required=False)
    note = ProseFormField(label=_("Note"), required=False, max_length=4000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = choosable(on=timezone.localdate()).filter(kind="member_state")
        self.fields["host"].queryset = bodies_for(found)  # type: ignore[attr-defined]


class ThemeForm(FactsForm[ThemeFacts]):
    """A main theme."""

    facts_class = ThemeFacts

    name = TranslatedFormField(label=_("Theme"))
    key = forms.SlugField(label=_("Key"), max_length=40, help_text=KEY_HINT)
    place = forms.IntegerField(label=_("Place in the list"), min_value=0, max_value=999)


class FigureForm(FactsForm[FigureFacts]):
    """A number as one source gives it."""

    facts_class = FigureFacts

    name = TranslatedFormField(label=_("What is counted"))
    value = forms.IntegerField(label=_("Number"), min_value=0, max_value=1_000_000_000)
    at_least = forms.BooleanField(label=_("The source says “more than”"), required=False)
    key = forms.SlugField(
        label=_("Key"),
        max_length=40,
        help_text=_(
            "Small letters a–z, figures and hyphens. The day’s news reads the numbers whose keys "
            "are countries-news, seats and companies."
        ),
    )
    place = forms.IntegerField(label=_("Place in the list"), min_value=0, max_value=999)


class StepForm(FactsForm[StepFacts]):
    """What is due how long before or after the opening."""

    facts_class = StepFacts

    name = TranslatedFormField(label=_("What is due"))
    owner = TranslatedFormField(label=_("Whose task it is"))
    amount = forms.IntegerField(
        label=_("How long from the opening day"),
        min_value=-3650,
        max_value=3650,
        help_text=_("With a minus for days or months before it."),
    )
    unit = forms.ChoiceField(label=pgettext_lazy("countdown", "Counted in"), choices=Unit.choices)
    at = HourField(
        label=_("Last minute"),
        required=False,
        help_text=_("Left empty, the step is due until the end of its day."),
    )
    zone = LineFormField(
        label=_("Time zone of this hour"),
        required=False,
        max_length=60,
        help_text=_("By its name, such as Europe/Zurich; empty for the conference’s own."),
    )
    rule = LineFormField(label=_("Rule"), required=False, max_length=120)
    kind = forms.ChoiceField(
        label=_("Who is late is read from"),
        choices=StepKind.choices,
    )
    key = forms.SlugField(label=_("Key"), max_length=40, help_text=KEY_HINT)
    place = forms.IntegerField(label=_("Place in the list"), min_value=0, max_value=999)

    def clean_zone(self) -> str:
        """Refuse a zone that nobody knows."""
        zone: str = self.cleaned_data["zone"]
        if zone and not is_zone(zone):
            raise forms.ValidationError(
                _("“%(zone)s” is no time zone such as Asia/Seoul."), params={"zone": zone}
            )
        return zone


class DoneForm(forms.Form):
    """When a step was done."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    on = DayField(label=_("Done on"))
    remark = ProseFormField(label=_("Note"), required=False, max_length=2000)
