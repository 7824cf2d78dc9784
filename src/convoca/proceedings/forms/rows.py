"""Forms of agenda, meetings, documents, decisions, groups and promises."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.conferences.forms.editions import KEY_HINT
from convoca.conferences.forms.events import UNKNOWN
from convoca.conferences.forms.facts import BodyField, DayField, FactsForm, RowField, bodies_for
from convoca.conferences.models import Edition, Event, Participant, Speech, Theme
from convoca.languages.forms import LineFormField, ProseFormField, TranslatedFormField
from convoca.members.queries import choosable
from convoca.proceedings.content import (
    CommitmentFacts,
    CommitteeFacts,
    DecisionFacts,
    DocumentFacts,
    GroupFacts,
    GroupMemberFacts,
    ItemFacts,
    MeetingFacts,
    MilestoneFacts,
)
from convoca.proceedings.models import (
    AgendaItem,
    CommitmentState,
    Committee,
    DocumentKind,
    GroupRole,
    Meeting,
    WorkingGroup,
)

NONE = pgettext_lazy("choice in a form", "none")
MEMBER_KINDS = ("member_state", "observer", "union")


class EditionRowForm(FactsForm[Any]):
    """A form whose choices are rows of one edition."""

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edition = edition
        self.narrow(edition)

    def narrow(self, edition: Edition) -> None:
        """Keep to the rows of the edition; forms without choices have nothing to keep to."""

    def offer(self, name: str, rows: Any, empty: Any = NONE) -> None:
        """Offer these rows as the choices of a field."""
        field: Any = self.fields[name]
        field.queryset, field.empty_label = rows, None if field.required else empty


class CommitteeForm(EditionRowForm):
    """The plenary or a committee."""

    facts_class = CommitteeFacts

    name = TranslatedFormField(label=_("Name"))
    symbol = LineFormField(label=_("Symbol"), required=False, max_length=20)
    mandate = TranslatedFormField(label=_("Mandate"), required=False, long=True)
    parent = RowField(label=_("Part of"), required=False, queryset=Committee.objects.none())
    chair = RowField(
        label=pgettext_lazy("of a meeting", "Chair"),
        required=False,
        queryset=Participant.objects.none(),
    )
    key = forms.SlugField(label=_("Key"), max_length=40, help_text=KEY_HINT)
    place = forms.IntegerField(label=_("Place in the list"), min_value=0, max_value=999, initial=0)

    def narrow(self, edition: Edition) -> None:
        """Offer the committees and people of the edition."""
        self.offer("parent", edition.committees.all())
        self.offer("chair", edition.participants.order_by("name"), UNKNOWN)


class ItemForm(EditionRowForm):
    """An item of the agenda."""

    facts_class = ItemFacts

    number = LineFormField(
        label=pgettext_lazy("of an agenda item", "Number"),
        max_length=20,
        help_text=_("As the tree goes: 2, 2.1."),
    )
    name = TranslatedFormField(label=pgettext_lazy("of an agenda item", "Title"))
    parent = RowField(label=_("Part of"), required=False, queryset=AgendaItem.objects.none())
    theme = RowField(label=_("Theme"), required=False, queryset=Theme.objects.none())
    committee = RowField(label=_("Committee"), required=False, queryset=Committee.objects.none())
    is_election = forms.BooleanField(label=_("Posts are filled under this item"), required=False)
    place = forms.IntegerField(label=_("Place in the list"), min_value=0, max_value=999, initial=0)

    def narrow(self, edition: Edition) -> None:
        """Offer the items, themes and committees of the edition."""
        self.offer("parent", edition.agenda.all())
        self.offer("theme", edition.themes.all())
        self.offer("committee", edition.committees.all(), UNKNOWN)


class MeetingForm(EditionRowForm):
    """A sitting of a committee; its event on the calendar says when and where."""

    facts_class = MeetingFacts

    event = RowField(
        label=_("Event on the calendar"),
        queryset=Event.objects.none(),
        help_text=_("Day, hour and room are those of the event."),
    )
    committee = RowField(label=_("Committee"), queryset=Committee.objects.none())
    number = forms.IntegerField(
        label=_("Number of the meeting"), required=False, min_value=1, max_value=999
    )
    chair = RowField(
        label=pgettext_lazy("of a meeting", "Chair"),
        required=False,
        queryset=Participant.objects.none(),
    )
    items = forms.ModelMultipleChoiceField(
        label=_("Items on its agenda"),
        required=False,
        queryset=AgendaItem.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )

    def narrow(self, edition: Edition) -> None:
        """Offer the events, committees, people and items of the edition."""
        self.offer("event", edition.events.order_by("day", "starts_at", "place"))
        self.offer("committee", edition.committees.all())
        self.offer("chair", edition.participants.order_by("name"), UNKNOWN)
        field: Any = self.fields["items"]
        field.queryset = edition.agenda.all()


class DocumentForm(EditionRowForm):
    """A document, as a file here or published elsewhere."""

    facts_class = DocumentFacts

    title = TranslatedFormField(label=pgettext_lazy("of a document", "Title"))
    kind = forms.ChoiceField(
        label=pgettext_lazy("of a document", "Kind"), choices=DocumentKind.choices
    )
    symbol = LineFormField(label=_("Symbol"), required=False, max_length=60)
    author = BodyField(label=pgettext_lazy("of a document", "From"), required=False)
    dated = DayField(label=_("Dated"), required=False)
    upload = forms.FileField(
        label=_("File"), required=False, help_text=_("PDF or Word, at most 20 MB.")
    )
    link = LineFormField(label=_("Where it is published"), required=False, max_length=400)
    items = forms.ModelMultipleChoiceField(
        label=_("Items of the agenda"),
        required=False,
        queryset=AgendaItem.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    meetings = forms.ModelMultipleChoiceField(
        label=_("Meetings"),
        required=False,
        queryset=Meeting.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    is_public = forms.BooleanField(label=_("Shown to the public"), required=False, initial=True)

    def narrow(self, edition: Edition) -> None:
        """Offer items and meetings of the edition, and bodies of its opening day."""
        items: Any = self.fields["items"]
        items.queryset = edition.agenda.all()
        meetings: Any = self.fields["meetings"]
        meetings.queryset = Meeting.objects.filter(event__edition=edition).select_related("event")
        found = choosable(on=edition.opens).filter(kind__in=MEMBER_KINDS)
        self.offer("author", bodies_for(found))


class DecisionForm(EditionRowForm):
    """What was decided."""

    facts_class = DecisionFacts

    text = TranslatedFormField(label=_("What was decided"), long=True)
    item = RowField(label=_("Item"), required=False, queryset=AgendaItem.objects.none())
    decided_on = DayField(label=_("Decided on"), required=False)
    place = forms.IntegerField(label=_("Place in the list"), min_value=0, max_value=999, initial=0)
    remark = ProseFormField(label=_("Note"), required=False, max_length=2000)

    def narrow(self, edition: Edition) -> None:
        """Offer the items of the edition."""
        self.offer("item", edition.agenda.all())


class GroupForm(EditionRowForm):
    """A working group that goes on between two editions."""

    facts_class = GroupFacts

    name = TranslatedFormField(label=_("Name"))
    mandate = TranslatedFormField(label=_("Mandate"), required=False, long=True)
    since = RowField(label=_("Set up at"), queryset=Edition.objects.none())
    until = RowField(label=_("Reports to"), required=False, queryset=Edition.objects.none())
    key = forms.SlugField(label=_("Key"), max_length=40, help_text=KEY_HINT)
    is_public = forms.BooleanField(label=_("Shown to the public"), required=False, initial=True)

    def narrow(self, edition: Edition) -> None:
        """Offer the editions of the same series."""
        editions = Edition.objects.filter(series=edition.series).order_by("opens")
        self.offer("since", editions)
        self.offer("until", editions)


class GroupMemberForm(EditionRowForm):
    """A body in a group."""

    facts_class = GroupMemberFacts

    body = BodyField(label=_("Body"))
    role = forms.ChoiceField(
        label=pgettext_lazy("of a working group", "Part"), choices=GroupRole.choices
    )
    person = LineFormField(label=_("Who sits there"), required=False, max_length=200)

    def narrow(self, edition: Edition) -> None:
        """Offer the members and observers of the opening day."""
        found = choosable(on=edition.opens).filter(kind__in=MEMBER_KINDS)
        self.offer("body", bodies_for(found))


class CommitmentForm(EditionRowForm):
    """Who promised what to whom."""

    facts_class = CommitmentFacts

    what = TranslatedFormField(label=_("What was promised"), long=True)
    promised_by = BodyField(label=_("By whom"))
    promised_to = TranslatedFormField(label=_("To whom"))
    made_on = DayField(label=_("On which day"))
    place_made = TranslatedFormField(label=_("Where"), required=False)
    speech = RowField(label=_("In which speech"), required=False, queryset=Speech.objects.none())
    gives = TranslatedFormField(
        label=_("What each side gives"),
        required=False,
        long=True,
        help_text=_("Empty where it was not said."),
    )
    gains = TranslatedFormField(
        label=_("What each side gains"),
        required=False,
        long=True,
        help_text=_("Empty where it was not said."),
    )
    state = forms.ChoiceField(
        label=pgettext_lazy("of a commitment", "What came of it"), choices=CommitmentState.choices
    )
    group = RowField(
        label=_("Followed up by"), required=False, queryset=WorkingGroup.objects.none()
    )
    key = forms.SlugField(label=_("Key"), max_length=40, help_text=KEY_HINT)
    remark = ProseFormField(label=_("Note"), required=False, max_length=2000)

    def narrow(self, edition: Edition) -> None:
        """Offer the speeches and groups of the edition, and bodies of its opening day."""
        found = choosable(on=edition.opens).filter(kind__in=MEMBER_KINDS)
        self.offer("promised_by", bodies_for(found))
        speeches = Speech.objects.filter(event__edition=edition).select_related("speaker")
        self.offer("speech", speeches)
        self.offer("group", WorkingGroup.objects.filter(since=edition))
        self.fields["speech"].label_from_instance = str  # type: ignore[attr-defined]


class MilestoneForm(EditionRowForm):
    """A step on the way to keeping a promise."""

    facts_class = MilestoneFacts

    name = TranslatedFormField(label=pgettext_lazy("of a commitment", "Milestone"))
    due_on = DayField(label=pgettext_lazy("of a commitment", "Due on"), required=False)
    done_on = DayField(label=_("Done on"), required=False)
    place = forms.IntegerField(label=_("Place in the list"), min_value=0, max_value=999, initial=0)
