"""Forms for contacts, posts, people and groups."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from convoca.languages.forms import LineFormField
from convoca.members.fields import BodiesField, BodyField, DayField
from convoca.members.forms.bodies import NameField
from convoca.members.models import BodyKind
from convoca.members.periods import today


class ContactForm(forms.Form):
    """A person or desk that a body is reached through."""

    name = LineFormField(label=_("Name of the person or desk"), max_length=200)
    role = LineFormField(label=_("Duty"), max_length=200, required=False)
    email = forms.EmailField(label=_("E-mail address"), required=False)
    phone = LineFormField(label=_("Telephone"), max_length=40, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    receives_letters = forms.BooleanField(
        label=_("Receives the body’s letters"),
        required=False,
        help_text=_("Where no contact does, letters go to the body’s own address."),
    )

    def clean(self) -> dict[str, Any]:
        """Demand an address where letters are to go."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("receives_letters") and not cleaned.get("email"):
            self.add_error("email", _("Letters can only go to a contact with an e-mail address."))
        return cleaned


class EndForm(forms.Form):
    """The last day of something."""

    last_day = DayField(label=_("Last day"), initial=today)


class PostForm(forms.Form):
    """A post of a body."""

    title = NameField(label=_("Title of the post"))


class AppointForm(forms.Form):
    """A person who holds a post from a day on."""

    name = LineFormField(
        label=_("Name"),
        max_length=200,
        help_text=_("In the order of its language: Nguyễn Văn An, Anna Schmidt."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    email = forms.EmailField(label=_("E-mail address"), required=False)
    phone = LineFormField(label=_("Telephone"), max_length=40, required=False)
    valid_from = DayField(label=_("First day"), initial=today)


class GroupForm(forms.Form):
    """A line of addressees: its name, its rule, and bodies one by one."""

    name = NameField(
        label=_("Name of the group"),
        help_text=_("As it stands under “Kính gửi” in a letter."),
    )
    members = BodiesField(
        label=_("Bodies, one a line"),
        required=False,
        help_text=_("In the order of the letter: a part of the name, abbreviation or key."),
    )
    rule_kinds = forms.MultipleChoiceField(
        label=_("And all bodies of these kinds"),
        required=False,
        choices=BodyKind.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    rule_under = BodyField(label=_("Under this body"), required=False)
    rule_reaches_all_below = forms.BooleanField(
        label=_("At any depth, not only directly under it"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """Demand that a rule says both what and where, and that the group can mean somebody."""
        cleaned: dict[str, Any] = super().clean() or {}
        kinds, under = cleaned.get("rule_kinds"), cleaned.get("rule_under")
        if kinds and not under and "rule_under" not in self.errors:
            self.add_error("rule_under", _("Say under which body they stand."))
        if under and not kinds:
            self.add_error("rule_kinds", _("Say which kinds of bodies are meant."))
        if not kinds and not cleaned.get("members") and not self.errors:
            self.add_error("members", _("Name bodies, or a rule that finds them."))
        return cleaned


class NewGroupForm(GroupForm):
    """A new group with its key."""

    key = forms.SlugField(
        label=_("Key"),
        max_length=80,
        help_text=_("Small letters, figures and hyphens. Example: cac-bo."),
    )


class UploadForm(forms.Form):
    """A CSV file of bodies."""

    file = forms.FileField(
        label=_("CSV file"),
        help_text=_("UTF-8, up to 20 MB. Nothing is changed before you have seen the preview."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )
