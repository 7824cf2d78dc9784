"""Forms of sessions and of who speaks in them."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.conferences.forms.events import UNKNOWN, EventForm
from convoca.conferences.forms.facts import BodyField, HourField, RowField, bodies_for
from convoca.conferences.models import Edition, EventKind, Participant, Room, Theme
from convoca.languages.forms import LineFormField, TranslatedFormField
from convoca.members.models import BodyKind
from convoca.members.queries import choosable
from convoca.programme.content import SessionFacts
from convoca.programme.models import Session, SpeakerRole

KINDS = (
    EventKind.SESSION,
    EventKind.WORKSHOP,
    EventKind.SIDE_EVENT,
    EventKind.RECEPTION,
    EventKind.SUMMIT,
    EventKind.EXHIBITION,
)
NOBODY = pgettext_lazy("choice in a form", "none")


class AboutFields(forms.Form):
    """What the programme adds to an event."""

    abstract = TranslatedFormField(
        label=_("What it is about"), long=True, required=False, max_length=4000
    )
    theme = RowField(
        label=_("Theme"), required=False, queryset=Theme.objects.none(), empty_label=NOBODY
    )
    organiser = BodyField(label=_("Organised by a member"), required=False, empty_label=NOBODY)
    organised_by = LineFormField(label=_("or by"), required=False, max_length=200)
    link = forms.URLField(label=_("Link"), required=False, max_length=400, assume_scheme="https")

    def _fill(self, edition: Edition) -> None:
        theme: Any = self.fields["theme"]
        theme.queryset = edition.themes.all()
        organiser: Any = self.fields["organiser"]
        members = [BodyKind.MEMBER_STATE, BodyKind.UNION, BodyKind.OBSERVER]
        organiser.queryset = bodies_for(choosable(on=edition.opens).filter(kind__in=members))

    def about(self) -> SessionFacts:
        """Return what was entered beside the event."""
        names = ("theme", "organiser", "organised_by", "abstract", "link")
        return SessionFacts(**{name: self.cleaned_data[name] for name in names})


class SessionForm(EventForm, AboutFields):
    """A session: its event, and what the programme adds to it."""

    def __init__(
        self, *args: Any, edition: Edition, session: Session | None = None, **kwargs: Any
    ) -> None:
        if session is not None:
            kwargs["row"] = session.event
            kwargs["initial"] = {**kwargs.get("initial", {}), **about_of(session)}
        super().__init__(*args, edition=edition, **kwargs)
        self._fill(edition)
        kind: Any = self.fields["kind"]
        own = {session.event.kind} if session else set()
        kind.choices = [(one.value, one.label) for one in EventKind if one in {*KINDS, *own}]
        self.order_fields(["name", "kind", "abstract", "theme", "organiser", "organised_by"])
        order = [name for name in self.fields if name not in ("source", "grade", "is_sample")]
        self.order_fields(order)


class DescribeForm(AboutFields):
    """What the programme says of an event that is in the calendar already."""

    main_fields = None

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._fill(edition)


class MoveForm(forms.Form):
    """Another day, hour or room."""

    main_fields = None

    version = forms.IntegerField(widget=forms.HiddenInput)
    day = forms.DateField(
        label=_("Day"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    starts = HourField(label=_("Begins at"), required=False)
    ends = HourField(label=_("Ends at"), required=False)
    room = RowField(
        label=_("Room"), required=False, queryset=Room.objects.none(), empty_label=UNKNOWN
    )

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        event = session.event
        names = ("version", "day", "starts", "ends", "room")
        kwargs["initial"] = {name: getattr(event, name) for name in names}
        super().__init__(*args, **kwargs)
        room: Any = self.fields["room"]
        room.queryset = event.edition.rooms.all()


class SpeakerForm(forms.Form):
    """Somebody of the edition and their part in the session."""

    main_fields = None

    participant = RowField(label=_("Person"), queryset=Participant.objects.none())
    role = forms.ChoiceField(
        label=_("Part in the session"),
        choices=SpeakerRole.choices,
        initial=SpeakerRole.SPEAKER,
    )

    def __init__(self, *args: Any, people: Sequence[Participant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["participant"]
        field.queryset = Participant.objects.filter(pk__in=[one.pk for one in people])


def about_of(session: Session) -> dict[str, Any]:
    """Return what a form shows of a session beside its event."""
    names = ("abstract", "theme", "organiser", "organised_by", "link")
    return {name: getattr(session, name) for name in names}
