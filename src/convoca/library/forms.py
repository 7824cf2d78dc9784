"""What officers write when they keep an entry."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from convoca.languages.forms import ProseFormField, TranslatedFormField
from convoca.languages.translated import Translated
from convoca.library.models import Entry


class WithdrawForm(forms.Form):
    """Why an entry goes off its shelf."""

    because = ProseFormField(
        label=_("Why is it withdrawn?"),
        help_text=_("Whoever follows a link to the entry will read this."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CorrectForm(forms.Form):
    """The entry's texts, and what was corrected in them."""

    title = TranslatedFormField(label=_("Title"), max_length=300)
    summary = TranslatedFormField(label=_("Summary"), long=True, required=False)
    text = TranslatedFormField(label=_("Text"), long=True, required=False, max_length=40_000)
    note = ProseFormField(
        label=_("What was corrected?"),
        help_text=_("One sentence for readers, shown below the entry with the date."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, entry: Entry, **kwargs: Any) -> None:
        names = ("title", "summary", "text")
        kwargs["initial"] = {name: getattr(entry, name) for name in names}
        kwargs["initial"]["revision"] = entry.revision
        super().__init__(*args, **kwargs)
        self.entry = entry
        for name in names:
            self._texts(name).main = entry.main_language

    def _texts(self, name: str) -> TranslatedFormField:
        field = self.fields[name]
        assert isinstance(field, TranslatedFormField)  # noqa: S101 - declared above
        return field

    def texts(self) -> dict[str, Translated]:
        """Return the texts; languages that the form does not show stay as they are."""
        return {name: self._whole(name) for name in ("title", "summary", "text")}

    def _whole(self, name: str) -> Translated:
        shown = self._texts(name).codes
        hidden = {
            code: text for code, text in getattr(self.entry, name).items() if code not in shown
        }
        return Translated({**hidden, **self.cleaned_data[name]})
