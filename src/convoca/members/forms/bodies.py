"""Forms for bodies: adding, correcting, naming, placing, merging and splitting them."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from convoca.languages.forms import LineFormField, TranslatedFormField
from convoca.languages.translated import Translated
from convoca.members.fields import BodiesField, BodyField, DayField
from convoca.members.models import Body, BodyKind, RegionStatus
from convoca.members.models.bodies import REGIONS
from convoca.members.naming import main_of
from convoca.members.periods import today

_FIRST, _LAST = _("First day"), _("Last day")


class NameField(TranslatedFormField):
    """A name of which one language is enough: a body abroad need not have one in ours."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Name"))
        super().__init__(max_length=400, **kwargs)

    def compress(self, data_list: list[str]) -> Translated:
        texts = Translated(dict(zip(self.codes, data_list, strict=False)))
        if self.required and not texts:
            raise ValidationError(_("Write the name in at least one language."))
        return texts


class FilterForm(forms.Form):
    """What the directory shows."""

    q = LineFormField(label=_("Name, abbreviation or key"), required=False)
    kind = forms.ChoiceField(label=_("Kind of body"), required=False)
    ended = forms.BooleanField(label=_("Also those that have ended"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)  # noqa: S101 - for the type checker
        kind.choices = [("", _("all")), *BodyKind.choices]


class BodyForm(forms.Form):
    """A new body."""

    name = NameField()
    kind = forms.ChoiceField(
        label=_("Kind of body"), choices=BodyKind.choices, initial=BodyKind.UNIT.value
    )
    key = forms.SlugField(
        label=_("Key"),
        max_length=80,
        help_text=_("Small letters, figures and hyphens; it never changes. Example: vn-btttt."),
    )
    parent = BodyField(label=_("Under"))
    abbreviation = LineFormField(
        label=_("Abbreviation"),
        max_length=40,
        required=False,
        help_text=_("As it stands in the symbol of letters, such as BTTTT or HTQT."),
    )
    email = forms.EmailField(label=_("E-mail address"), required=False)
    valid_from = DayField(
        label=_FIRST, required=False, help_text=_("Empty: it has always been there.")
    )
    sort_order = forms.IntegerField(
        label=_("Place among its neighbours"), min_value=0, max_value=999_999, initial=0
    )

    def clean_key(self) -> str:
        """Refuse a key in use, and letters that a key does not have."""
        key: str = self.cleaned_data["key"].lower()
        if Body.objects.filter(key=key).exists():
            raise ValidationError(_("The key “%(key)s” is in use."), params={"key": key})
        return key


class EditBodyForm(forms.Form):
    """What can be corrected at once; name and place change on a day, in forms of their own."""

    email = forms.EmailField(label=_("E-mail address"), required=False)
    sort_order = forms.IntegerField(
        label=_("Place among its neighbours"), min_value=0, max_value=999_999
    )
    valid_from = DayField(
        label=_FIRST, required=False, help_text=_("Empty: it has always been there.")
    )
    valid_to = DayField(
        label=_LAST,
        required=False,
        help_text=_("Only for a body that ends without a successor; else merge or split it."),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a last day before the first."""
        cleaned: dict[str, Any] = super().clean() or {}
        first, last = cleaned.get("valid_from"), cleaned.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", _("The last day cannot come before the first."))
        return cleaned


class RenameForm(forms.Form):
    """A new name from a day on."""

    name = NameField(label=_("New name"))
    main_language = forms.ChoiceField(label=_("Main language"), choices=settings.LANGUAGES)
    abbreviation = LineFormField(label=_("Abbreviation"), max_length=40, required=False)
    valid_from = DayField(
        label=_("In force from"),
        help_text=_("Letters of earlier days keep the old name."),
        initial=today,
    )

    def clean(self) -> dict[str, Any]:
        """Demand the name in its main language."""
        cleaned: dict[str, Any] = super().clean() or {}
        name, main = cleaned.get("name") or Translated(), cleaned.get("main_language")
        if name and main_of(name, main or "") not in name:
            self.add_error("main_language", _("There is no name in this language."))
        return cleaned


class MoveForm(forms.Form):
    """A new place from a day on."""

    parent = BodyField(label=_("New body above"))
    valid_from = DayField(label=_("In force from"), initial=today)


class StateForm(forms.Form):
    """A Member State's region and place in the French order."""

    region = forms.ChoiceField(
        label=_("Administrative region"),
        required=False,
        choices=[("", _("unknown")), *((letter, letter) for letter in REGIONS)],
    )
    region_status = forms.ChoiceField(
        label=_("How sure is the region?"), choices=RegionStatus.choices
    )
    french_order = forms.IntegerField(
        label=_("Place in the French order"),
        min_value=1,
        required=False,
        help_text=_("The other States make room."),
    )


class SuccessionForm(forms.Form):
    """Who answers for a body, and from when."""

    on = DayField(
        label=_("First day of the successor"),
        help_text=_("The body ends on the day before."),
        initial=today,
    )


class MergeForm(SuccessionForm):
    """The one body that answers from then on."""

    successor = BodyField(label=_("Merged into"))
    field_order = ["successor", "on"]

    @property
    def successors(self) -> list[Body]:
        """The bodies that follow."""
        return [self.cleaned_data["successor"]]


class SplitForm(SuccessionForm):
    """The bodies that answer from then on."""

    into = BodiesField(
        label=_("Split into"),
        least=2,
        help_text=_("One body a line: a part of the name, the abbreviation or the key."),
        widget=forms.Textarea(attrs={"rows": 4, "wrap": "off", "spellcheck": "false"}),
    )
    field_order = ["into", "on"]

    @property
    def successors(self) -> list[Body]:
        """The bodies that follow."""
        found: list[Body] = self.cleaned_data["into"]
        return found
