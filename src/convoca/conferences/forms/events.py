"""Forms of rooms, events, speeches and what was said."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.conferences.content import EventFacts, RoomFacts, SpeechFacts, StatementFacts
from convoca.conferences.forms.facts import (
    DayField,
    FactsForm,
    HourField,
    RowField,
    language_choices,
    with_unknown,
)
from convoca.conferences.models import (
    Edition,
    EventKind,
    Participant,
    Room,
    Theme,
)
from convoca.languages.forms import LineFormField, ProseFormField, TranslatedFormField

UNKNOWN = pgettext_lazy("choice in a form", "not known")


class RoomForm(FactsForm[RoomFacts]):
    """A room of the venue."""

    facts_class = RoomFacts

    name = TranslatedFormField(label=_("Name"))
    seats = forms.IntegerField(label=_("Seats"), required=False, min_value=0, max_value=100_000)
    place = forms.IntegerField(label=_("Place in the list"), min_value=0, max_value=999, initial=0)
    note = LineFormField(label=_("Note"), required=False, max_length=300)


class EventForm(FactsForm[EventFacts]):
    """What happens when and where; day and hours may be unknown."""

    facts_class = EventFacts

    name = TranslatedFormField(label=_("Name"))
    kind = forms.ChoiceField(label=_("Kind"), choices=EventKind.choices)
    day = DayField(label=_("Day"), required=False, help_text=_("Empty where it is not known."))
    last_day = DayField(label=_("Last day, if there are several"), required=False)
    starts = HourField(
        label=_("Begins at"),
        required=False,
        help_text=_("By the conference’s clocks; empty where it is not known."),
    )
    ends = HourField(label=_("Ends at"), required=False)
    room = RowField(label=_("Room"), required=False, queryset=Room.objects.none())
    place = forms.IntegerField(
        label=_("Place among events of the same hour"), min_value=0, max_value=9999, initial=0
    )
    note = ProseFormField(label=_("Note"), required=False, max_length=4000)
    is_public = forms.BooleanField(label=_("Shown to the public"), required=False, initial=True)

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["room"]
        field.queryset, field.empty_label = edition.rooms.all(), UNKNOWN
        self.fields["day"].widget.attrs["max"] = edition.closes.isoformat()


class SpeechForm(FactsForm[SpeechFacts]):
    """A speech: by whom, in which language, its text where it is at hand."""

    facts_class = SpeechFacts

    speaker = RowField(label=_("Speaker"), queryset=Participant.objects.none())
    place = forms.IntegerField(label=_("Place in the order"), min_value=0, max_value=999, initial=1)
    language = forms.ChoiceField(label=_("Language of the speech"), required=False)
    text = ProseFormField(label=_("Text in that language"), required=False, max_length=100_000)
    link = LineFormField(label=_("Where the text is published"), required=False, max_length=400)
    by_video = forms.BooleanField(label=_("By video message"), required=False)

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speaker: Any = self.fields["speaker"]
        speaker.queryset = edition.participants.order_by("name", "pk")
        language: Any = self.fields["language"]
        language.choices = with_unknown(language_choices(), UNKNOWN)


class StatementForm(FactsForm[StatementFacts]):
    """What was said, in short."""

    facts_class = StatementFacts

    text = TranslatedFormField(
        label=_("What was said, in short and in your own words"), long=True, max_length=600
    )
    theme = RowField(label=_("Theme"), required=False, queryset=Theme.objects.none())
    is_quoted = forms.BooleanField(label=_("The source quotes the speaker"), required=False)
    key = forms.SlugField(
        label=_("Key"),
        required=False,
        max_length=40,
        help_text=_("By which the day’s news finds it."),
    )
    place = forms.IntegerField(label=_("Place in the order"), min_value=0, max_value=999, initial=1)

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        theme: Any = self.fields["theme"]
        theme.queryset = edition.themes.all()
