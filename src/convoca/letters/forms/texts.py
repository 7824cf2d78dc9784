"""The form of a draft. It takes a text that is not whole yet; whole it must be at submission."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.languages.forms import LineFormField, ProseFormField, TranslatedFormField
from convoca.languages.translated import Translated
from convoca.letters.checks import refuse_secrets
from convoca.letters.content import LetterText, LineText
from convoca.letters.forms.fields import DayField
from convoca.letters.kinds import kind_choices
from convoca.letters.models import Letter, UrgencyMark
from convoca.letters.pasting import Find
from convoca.members.models import AddressGroup
from convoca.standards.decree30.signing import Authority

_ADDRESS = re.compile(r"^(?P<text>.*?)\s*<(?P<email>[^<>\s]+@[^<>\s]+)>\s*$")
_AUTHORITIES = [
    (Authority.HEAD, _("none: the head signs")),
    (Authority.DEPUTY, _("KT.: a deputy for the head")),
    (Authority.BY_ORDER, _("TL.: by order")),
    (Authority.COLLECTIVE, _("TM.: for a collective")),
    (Authority.ACTING, _("Q.: acting head")),
    (Authority.DELEGATED, _("TUQ.: by delegation")),
]


def _line(label: Any, length: int, **facts: Any) -> LineFormField:
    return LineFormField(label=label, max_length=length, required=False, **facts)


class LetterForm(forms.Form):
    """All parts of a letter, in the order in which they are printed."""

    subject = _line(_("Abstract (V/v)"), 500)
    groups = forms.ModelMultipleChoiceField(
        AddressGroup.objects.none(),
        label=_("Addressees (Kính gửi): groups"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    addressees = ProseFormField(
        label=_("Other addressees, one on each line"),
        required=False,
        max_length=20_000,
        help_text=_("The name of a body as it is listed; for others: name &lt;e-mail&gt;."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    body = ProseFormField(
        label=_("Text"),
        required=False,
        max_length=200_000,
        help_text=_("A blank line ends a paragraph; “- ” begins an item; *italic*, **bold**."),
        widget=forms.Textarea(attrs={"rows": 18}),
    )
    copies_to = ProseFormField(
        label=_("Copies (Nơi nhận), one on each line"),
        required=False,
        max_length=20_000,
        help_text=_(
            "Who is to be sent a copy by e-mail: name &lt;e-mail&gt;. The line “Lưu” comes below."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    archive_units = _line(_("Kept by (Lưu)"), 120)
    drafter_mark = _line(_("Drafter’s mark"), 20)
    copies = _line(_("Number of copies"), 8)
    authority = forms.ChoiceField(label=_("Authority"), choices=_AUTHORITIES, required=False)
    head_post = _line(_("Post of the head"), 120)
    deputy_for = _line(_("Post whose deputy signs (only TM. and TL.)"), 120)
    own_post = _line(_("Post of the signer"), 120)
    signer_name = _line(_("Name of the signer"), 120)
    symbol = _line(_("Symbol"), 60)
    place = _line(_("Place"), 120)
    document_type = forms.ChoiceField(label=_("Type of document"), choices=kind_choices)
    urgency = forms.ChoiceField(
        label=pgettext_lazy("of a letter", "Urgency"), choices=UrgencyMark.choices, required=False
    )
    annex_title = TranslatedFormField(
        label=_("Annex: name of the day, by language"), required=False, max_length=300
    )
    annex_theme = TranslatedFormField(
        label=_("Annex: theme of the year, by language"), required=False, max_length=300
    )
    annex_day = DayField(label=_("Annex: the day"), required=False)

    def __init__(
        self,
        *args: Any,
        letter: Letter,
        held: LetterText,
        groups: Iterable[AddressGroup],
        find: Find,
        **kwargs: Any,
    ) -> None:
        self.held, self.find = held, find
        kwargs["initial"] = _initial(held)
        super().__init__(*args, **kwargs)
        chosen = AddressGroup.objects.filter(pk__in=[group.pk for group in groups])
        self.fields["groups"].queryset = chosen.order_by("sort_order", "key")  # type: ignore[attr-defined]
        self.fields["groups"].label_from_instance = _group_label  # type: ignore[attr-defined]

    def clean_addressees(self) -> tuple[LineText, ...]:
        return self._lines("addressees")

    def clean_copies_to(self) -> tuple[LineText, ...]:
        return self._lines("copies_to")

    def _lines(self, name: str) -> tuple[LineText, ...]:
        return tuple(line_from(row, self.find) for row in self.cleaned_data[name].splitlines())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            refuse_secrets(self.text().all_words())
        return cleaned

    def text(self) -> LetterText:
        """Return the letter's text as it was written; the form must be valid."""
        given = self.cleaned_data
        plain = {
            name: given[name]
            for name in LetterText.__dataclass_fields__
            if name in given and name not in {"addressees", "copies_to"}
        }
        # A line that stays keeps its place; what is newly ticked follows in the list's order.
        places = {line.group: place for place, line in enumerate(self.held.addressees)}
        groups = tuple(
            LineText(_group_label(group, self.held.main_language), group=group.pk)
            for group in sorted(
                given["groups"], key=lambda group: places.get(group.pk, len(places))
            )
        )
        return LetterText(
            **{**plain, **_posts(given)},
            annex_seed=self.held.annex_seed,
            main_language=self.held.main_language,
            addressees=(*groups, *_whole(given["addressees"])),
            copies_to=_whole(given["copies_to"]),
        )


def _posts(given: Mapping[str, Any]) -> dict[str, str]:
    """Return the two posts; a head who signs has one, in whichever field it was written."""
    head, own = given["head_post"], given["own_post"]
    if given["authority"] in {Authority.HEAD, Authority.ACTING} and head in {"", own}:
        return {"head_post": own, "own_post": ""}
    return {"head_post": head, "own_post": own}


def line_from(row: str, find: Find) -> LineText:
    """Read one typed line: a name, perhaps with its e-mail address in angle brackets.

    Raises ValidationError for an address that is none.
    """
    text = re.sub(r"\s+", " ", row).strip(" -;")
    found = _ADDRESS.match(text)
    if not found:
        return find(text)
    validate_email(found["email"])
    named = find(found["text"])
    return LineText(named.text, body=named.body, email=found["email"])


def _whole(lines: Iterable[LineText]) -> tuple[LineText, ...]:
    return tuple(line for line in lines if line.text)


def _group_label(group: AddressGroup, language: str = "vi") -> str:
    return group.name.get(language) or group.name.get(group.main_language) or str(group.name)


def _initial(held: LetterText) -> dict[str, Any]:
    return {
        **held.columns(),
        "groups": [line.group for line in held.addressees if line.group],
        "addressees": _typed(line for line in held.addressees if not line.group),
        "copies_to": _typed(held.copies_to),
    }


def _typed(lines: Iterable[LineText]) -> str:
    return "\n".join(f"{one.text} <{one.email}>" if one.email else one.text for one in lines)


class PasteForm(forms.Form):
    """A letter pasted whole."""

    source = ProseFormField(
        label=_("Paste the whole letter"),
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 22}),
    )

    def clean_source(self) -> str:
        source: str = self.cleaned_data["source"]
        refuse_secrets(source)
        return source


class EarlierForm(forms.Form):
    """The facts of the new edition, put in place of those of an earlier letter."""

    year = forms.IntegerField(label=_("Year"), min_value=1900, max_value=2200)
    theme = TranslatedFormField(
        label=_("Theme of the year, by language"),
        required=False,
        max_length=300,
        help_text=_("It takes the place of the earlier theme wherever that is quoted."),
    )

    def edition_theme(self) -> Translated:
        """Return the theme as it was written; empty where none was."""
        theme: Translated = self.cleaned_data["theme"]
        return theme
