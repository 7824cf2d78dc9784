"""Filters of the lists; what is not understood filters nothing."""

from typing import TypeVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from convoca.languages.folding import folded
from convoca.languages.forms import LineFormField
from convoca.letters.models import IncomingLetter, Letter, State

_Row = TypeVar("_Row", Letter, IncomingLetter)


class LettersFilter(forms.Form):
    """Letters by words, state and year."""

    words = LineFormField(label=_("Words, number or symbol"), required=False, max_length=200)
    state = forms.ChoiceField(
        label=_("State"), choices=[("", _("all")), *State.choices], required=False
    )
    year = forms.IntegerField(label=_("Year"), required=False, min_value=1900, max_value=2200)

    def applied(self, letters: QuerySet[Letter]) -> QuerySet[Letter]:
        """Return the letters that fit what was filled in."""
        given = self.cleaned_data if self.is_valid() else {}
        letters = _with_words(letters, str(given.get("words") or ""))
        if given.get("state"):
            letters = letters.filter(state=given["state"])
        if given.get("year"):
            letters = letters.filter(year=given["year"])
        return letters


def _with_words(rows: QuerySet[_Row], words: str) -> QuerySet[_Row]:
    for word in folded(words).split():
        rows = rows.filter(folded_text__contains=word.removeprefix("0") or word)
    return rows


class RegisterFilter(forms.Form):
    """A register by words."""

    words = LineFormField(label=_("Words, number or symbol"), required=False, max_length=200)

    def applied(self, rows: QuerySet[_Row]) -> QuerySet[_Row]:
        """Return the rows of a register that fit."""
        given = self.cleaned_data if self.is_valid() else {}
        return _with_words(rows, str(given.get("words") or ""))
