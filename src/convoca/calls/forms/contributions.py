"""Writing a contribution: the whole on one page, or one thing a page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from convoca.calls.forms.parts import (
    ActionLinesField,
    DayField,
    FewLines,
    FilesField,
    GoalsField,
)
from convoca.calls.rules import refuse_secrets
from convoca.calls.said import ActivitySaid, Consent, Contact, Said
from convoca.calls.topics import Kind
from convoca.languages.forms import LineFormField, ProseFormField, TranslatedFormField
from convoca.languages.translated import Translated

_HELD = ("starts_on", "ends_on", "place", "organiser", "audience", "reached", "result")
STEPS: dict[str, tuple[str, ...]] = {
    "what": ("title", "text", *_HELD, "uploads"),
    "topics": ("sdgs", "action_lines"),
    "consent": (
        "consent_agencies",
        "consent_public",
        "consent_forward",
        "contact_name",
        "contact_email",
        "contact_phone",
    ),
}


def _asked(kind: str, step: str) -> set[str]:
    pages = [STEPS[step]] if step else list(STEPS.values())
    asked = {name for page in pages for name in page}
    return asked if kind == Kind.ACTIVITY else asked - set(_HELD)


def refuse_secrets_in(form: forms.Form, given: dict[str, Any]) -> None:
    """Put the refusal of a mark of state secrecy beside the field that bears it."""
    for name, value in list(given.items()):
        texts = value.values() if isinstance(value, Translated) else [value]
        try:
            refuse_secrets(text for text in texts if isinstance(text, str))
        except ValidationError as refusal:
            form.add_error(name, refusal)


class ContributionForm(forms.Form):
    """What a contribution says. With `step`, only that page's questions."""

    title = TranslatedFormField(
        label=_("Title"),
        help_text=_("One short sentence. Vietnamese, English, or both."),
        max_length=300,
        required=False,
    )
    text = TranslatedFormField(
        label=_("What was done, for whom, and with what result"),
        help_text=_("150 to 200 words are enough. Figures help others to judge."),
        long=True,
        max_length=20_000,
        required=False,
    )
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"), required=False)
    place = LineFormField(label=_("Venue"), max_length=300, required=False)
    organiser = LineFormField(label=_("Organiser"), max_length=300, required=False)
    audience = LineFormField(label=_("For whom"), max_length=300, required=False)
    reached = forms.IntegerField(
        label=_("People reached"), min_value=0, max_value=2_000_000_000, required=False
    )
    result = ProseFormField(label=_("Result"), max_length=4000, required=False)
    uploads = FilesField(
        label=_("Files and photos"),
        help_text=_("PDF, Word, Excel, PowerPoint or pictures, at most 20 MB each."),
        required=False,
    )
    sdgs = GoalsField()
    action_lines = ActionLinesField()
    consent_agencies = forms.BooleanField(
        label=_("Other agencies may read it as reference"), required=False
    )
    consent_public = forms.BooleanField(label=_("Anyone may read it"), required=False)
    consent_forward = forms.BooleanField(
        label=_("It may be sent to the union (ITU) in the country's name"), required=False
    )
    contact_name = LineFormField(label=_("Whom to ask about it"), max_length=200, required=False)
    contact_email = forms.EmailField(label=_("E-mail"), required=False)
    contact_phone = LineFormField(label=_("Telephone"), max_length=40, required=False)

    def __init__(self, *args: Any, kind: str, step: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.step = kind, step
        for name in set(self.fields) - _asked(kind, step):
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "title" in self.fields and not given.get("title"):
            self.add_error("title", _("Give it a title, in Vietnamese or in English."))
        if "text" in self.fields and not given.get("text") and not given.get("uploads"):
            self.add_error("text", _("Tell what was done, or attach a file that does."))
        begins, ends = given.get("starts_on"), given.get("ends_on")
        if begins and ends and ends < begins:
            self.add_error("ends_on", _("The last day lies before the first."))
        refuse_secrets_in(self, given)
        return given

    def said(self, before: Said | None = None) -> Said:
        """Return what is said now: the answers of this page over what was said before."""
        given = self.cleaned_data
        main = _main_language(given["title"]) if "title" in given else ""
        said = before or Said(self.kind, main, given["title"])
        if "title" in given:
            said = replace(said, title=given["title"], text=given["text"], main_language=main)
        if "starts_on" in given:
            said = replace(said, activity=self._activity(said))
        if "sdgs" in given:
            lines = tuple(given["action_lines"])
            said = replace(said, sdgs=tuple(given["sdgs"]), action_lines=lines)
        if "consent_agencies" in given:
            said = replace(said, consent=self._consent(), contact=self._contact())
        return said

    def _activity(self, said: Said) -> ActivitySaid:
        given, held = self.cleaned_data, said.activity
        return ActivitySaid(
            starts_on=given["starts_on"],
            ends_on=given["ends_on"] or given["starts_on"],
            place=given["place"],
            province=held.province if held else None,
            organiser=given["organiser"],
            audience=Translated({said.main_language: given["audience"]}),
            reached=given["reached"],
            result=Translated({said.main_language: given["result"]}),
        )

    def _consent(self) -> Consent:
        given = self.cleaned_data
        return Consent(given["consent_agencies"], given["consent_public"], given["consent_forward"])

    def _contact(self) -> Contact:
        given = self.cleaned_data
        return Contact(given["contact_name"], given["contact_email"], given["contact_phone"])


@dataclass(frozen=True)
class BlankQuestions:
    """The questions of an item of which nothing is written yet: the same for everybody."""

    kind: str
    step: str = ""

    def __iter__(self) -> Iterator[BoundField]:
        return iter(ContributionForm(kind=self.kind, step=self.step))


def _main_language(title: Translated) -> str:
    return "vi" if "vi" in title else next(iter(title))


def initial(said: Said) -> dict[str, Any]:
    """Return what was said as the form's first values."""
    held = said.activity
    first: dict[str, Any] = {
        "title": said.title,
        "text": said.text,
        "sdgs": said.sdgs,
        "action_lines": said.action_lines,
        "consent_agencies": said.consent.agencies,
        "consent_public": said.consent.public,
        "consent_forward": said.consent.forward,
        "contact_name": said.contact.name,
        "contact_email": said.contact.email,
        "contact_phone": said.contact.phone,
    }
    if held is not None:
        first |= {
            "starts_on": held.starts_on,
            "ends_on": held.ends_on,
            "place": held.place,
            "organiser": held.organiser,
            "audience": str(held.audience),
            "reached": held.reached,
            "result": str(held.result),
        }
    return first


class RemarksForm(forms.Form):
    """What hindered the body, and what it proposes."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    difficulties = ProseFormField(
        label=_("Difficulties"), max_length=4000, required=False, widget=FewLines
    )
    proposals = ProseFormField(
        label=_("Proposals"), max_length=4000, required=False, widget=FewLines
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        refuse_secrets_in(self, given)
        return given

    @property
    def has_remarks(self) -> bool:
        """Say whether something is written there, so that it is not folded away."""
        return bool(self["difficulties"].value() or self["proposals"].value())


class SenderForm(RemarksForm):
    """Who sends a reply, which state of it he has read, and what he remarks on the whole."""

    sent_by = LineFormField(
        label=_("Your name and post"),
        help_text=_("So that we know whom to thank and to ask."),
        max_length=200,
    )


class NothingForm(SenderForm):
    """Nothing to report is an answer too."""

    remark = ProseFormField(label=_("A remark"), max_length=2000, required=False)


class EnglishForm(forms.Form):
    """The English text as a person has checked it."""

    title = LineFormField(label=_("English title"), max_length=300)
    summary = ProseFormField(
        label=_("English summary"),
        help_text=_("The union asks for 150 to 200 words."),
        max_length=4000,
        required=False,
    )
    text = ProseFormField(label=_("English text"), max_length=20_000)
    checked = forms.BooleanField(label=_("I have read the English text and found it right"))
