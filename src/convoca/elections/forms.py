"""Forms of an election."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.conferences.forms.facts import BodyField, DayField, FactsForm, bodies_for
from convoca.conferences.regions import REGIONS
from convoca.elections.content import BallotFacts, CandidatureFacts, ContestFacts, Counted
from convoca.elections.models import Ballot, Candidature, Contest, ContestKind
from convoca.elections.telling import full_label
from convoca.languages.forms import LineFormField, TranslatedFormField
from convoca.members.queries import choosable
from convoca.standards.general_rules.named import RULE_SETS

# More delegations or marks than any union has; a larger number is a slip.
MOST = 100_000

RULES = {
    "itu": _("Plenipotentiary Conferences of the ITU since 2006, with their 65 seats"),
    "simple-majority": _("more than half of the valid votes"),
    "plurality": _("most votes"),
}


def papers(label: Any) -> forms.IntegerField:
    """A field for a number of papers that may be unknown."""
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=MOST)


class OpenForm(forms.Form):
    """Under which rules an edition elects."""

    main_fields = None

    rules = forms.ChoiceField(
        label=_("Rules"),
        widget=forms.RadioSelect,
        choices=[(name, RULES.get(name, name)) for name in RULE_SETS],
        initial="itu",
    )


class ContestForm(FactsForm[ContestFacts]):
    """A post, or the seats of one region."""

    facts_class = ContestFacts

    name = TranslatedFormField(label=_("Name"))
    key = forms.SlugField(label=_("Key"), max_length=40, help_text=_("A short word for addresses."))
    kind = forms.ChoiceField(label=_("Kind"), choices=ContestKind.choices)
    post = LineFormField(
        label=_("Name of the post in tables"),
        max_length=120,
        help_text=_("As in published tables: Secretary-General, Director BR, RRB, Council."),
    )
    region = forms.ChoiceField(
        label=_("Region"),
        required=False,
        choices=[("", _("no region")), *((key, REGIONS[key]) for key in "ABCDE")],
    )
    seats = forms.IntegerField(
        label=pgettext_lazy("to be elected", "Seats"), min_value=1, max_value=999, initial=1
    )
    place = forms.IntegerField(
        label=_("Place in the order of elections"), min_value=0, max_value=99, initial=1
    )
    term_from = DayField(label=_("Term from"), required=False)
    term_to = DayField(label=_("Term to"), required=False)
    term_days_known = forms.BooleanField(
        label=_("The days are known, not only the years"), required=False, initial=True
    )


class CandidatureForm(FactsForm[CandidatureFacts]):
    """Who stands, proposed by whom, received when."""

    facts_class = CandidatureFacts

    state = BodyField(label=_("Member State"))
    name = LineFormField(
        label=_("Name of the candidate"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    language = forms.CharField(
        label=_("Language of the name"),
        required=False,
        max_length=12,
        help_text=_("Its code, such as vi; empty where it is not known."),
    )
    received_at = forms.DateTimeField(
        label=pgettext_lazy("of a candidature", "Received"),
        required=False,
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
    )
    terms_served = forms.IntegerField(
        label=_("Full terms already served in this post"), min_value=0, max_value=20, initial=0
    )

    def __init__(self, *args: Any, contest: Contest, zone: str, **kwargs: Any) -> None:
        self.zone = ZoneInfo(zone)
        row = kwargs.get("row")
        if row is not None and row.received_at is not None:
            local = row.received_at.astimezone(self.zone).replace(tzinfo=None)
            kwargs["initial"] = {**kwargs.get("initial", {}), "received_at": local}
        super().__init__(*args, **kwargs)
        # Whether a body is a Member State of that day is for the action to say, with its reason.
        state: Any = self.fields["state"]
        state.queryset = bodies_for(
            choosable(on=contest.election.edition.opens).filter(
                kind__in=["member_state", "observer"]
            )
        )
        self.fields["received_at"].help_text = _(
            "By the clocks of %(zone)s; empty where it is not known."
        ) % {"zone": zone}
        if not contest.stands_in_person:
            for name in ("name", "language", "terms_served"):
                del self.fields[name]

    def clean_received_at(self) -> datetime | None:
        """Read the hour by the clocks that the rules name, not by the installation's."""
        given: datetime | None = self.cleaned_data["received_at"]
        return given.replace(tzinfo=self.zone) if given else None


class WithdrawForm(forms.Form):
    """The day of a withdrawal."""

    main_fields = None

    version = forms.IntegerField(widget=forms.HiddenInput)
    on = DayField(label=_("Withdrawn on"))


class TakeBackForm(forms.Form):
    """Why seats that were given are taken back."""

    main_fields = None

    because = LineFormField(
        label=_("Why"),
        max_length=400,
        help_text=_("It stands in the journal. All seats of the post are taken back."),
    )


@dataclass(frozen=True)
class VoteRow:
    """One name of a ballot with its three controls."""

    name: str
    stands: forms.BoundField
    votes: forms.BoundField
    announced: forms.BoundField


class BallotForm(FactsForm[BallotFacts]):
    """The numbers of a round, and a line for each candidature."""

    facts_class = BallotFacts

    round = forms.IntegerField(
        label=pgettext_lazy("of a ballot", "Round"), required=False, min_value=1, max_value=99
    )
    held_on = DayField(label=_("Held on"), required=False)
    entitled = papers(_("Entitled to vote"))
    deposited = papers(_("Papers deposited"))
    blank = papers(_("Blank (abstentions)"))
    invalid = papers(_("Invalid"))
    valid = papers(_("Valid, as announced"))
    required = papers(_("Required majority, as announced"))
    all_candidates = forms.BooleanField(
        label=_("Everybody who stood is listed here"), required=False, initial=True
    )
    all_votes = forms.BooleanField(label=_("All votes are known"), required=False, initial=True)
    note = TranslatedFormField(label=_("Note"), long=True, required=False, max_length=2000)

    def __init__(
        self, *args: Any, contest: Contest, row: Ballot | None = None, **kwargs: Any
    ) -> None:
        self.candidatures = list(contest.candidatures.all())
        super().__init__(*args, row=row, **kwargs)
        held = {vote.candidature_id: vote for vote in row.votes.all()} if row else {}
        for one in self.candidatures:
            vote = held.get(one.pk)
            stands = vote is not None if row else one.withdrawn_on is None
            self._add(one, stands, vote.votes if vote else None, vote.announced if vote else None)

    def _add(
        self, one: Candidature, stands: bool, votes: int | None, announced: bool | None
    ) -> None:
        name = full_label(one)
        self.fields[f"stands_{one.pk}"] = forms.BooleanField(
            label=_("%(name)s stood") % {"name": name}, required=False, initial=stands
        )
        self.fields[f"votes_{one.pk}"] = forms.IntegerField(
            label=_("Votes of %(name)s") % {"name": name},
            required=False,
            min_value=0,
            max_value=MOST,
            initial=votes,
        )
        self.fields[f"announced_{one.pk}"] = forms.NullBooleanField(
            label=_("%(name)s was announced as elected") % {"name": name},
            required=False,
            initial=announced,
            widget=forms.Select(
                choices=[("", _("not said")), ("true", _("yes")), ("false", _("no"))]
            ),
        )

    @property
    def vote_rows(self) -> list[VoteRow]:
        """The lines of the table of votes."""
        return [
            VoteRow(
                full_label(one),
                self[f"stands_{one.pk}"],
                self[f"votes_{one.pk}"],
                self[f"announced_{one.pk}"],
            )
            for one in self.candidatures
        ]

    @property
    def main_fields(self) -> list[forms.BoundField]:
        """The numbers of the round."""
        return [field for field in super().main_fields if field.name in BallotForm.base_fields]

    def counted(self) -> list[Counted]:
        """Return the votes of those who stood."""
        data = self.cleaned_data
        return [
            Counted(
                candidature=one,
                votes=data[f"votes_{one.pk}"],
                announced=data[f"announced_{one.pk}"],
            )
            for one in self.candidatures
            if data[f"stands_{one.pk}"]
        ]
