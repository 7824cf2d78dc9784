"""A form that makes facts for an action, with their source, and carries the version it read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, ClassVar, Generic, TypeVar

from babel import Locale
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from convoca.conferences.content import Facts
from convoca.conferences.facts import Grade, Versioned
from convoca.languages.forms import LineFormField, TranslatedFormField
from convoca.languages.translated import Translated, shown
from convoca.members.models import Body
from convoca.members.naming import main_of

Made = TypeVar("Made", bound=Facts)
# The languages of the United Nations and those of the interface, by their codes.
SPOKEN = ("ar", "en", "es", "fr", "ru", "vi", "zh")
ABOUT_SOURCE = ("source", "grade", "is_sample")


class DayField(forms.DateField):
    """A day."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class HourField(forms.TimeField):
    """A time of day, to the minute."""

    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})


class RowField(forms.ModelChoiceField):  # type: ignore[type-arg]  # of any model
    """A choice among rows, each by its name in the reader's language."""

    def label_from_instance(self, obj: Any) -> str:
        name = getattr(obj, "name", "")
        main = getattr(obj, "main_language", "")
        return name if isinstance(name, str) else shown(name, get_language() or "en", main).text


class BodyField(RowField):
    """A choice among bodies."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Body.objects.none(), **kwargs)


class LanguagesField(forms.MultipleChoiceField):
    """The languages of a conference."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=language_choices, **kwargs)


def language_choices() -> list[tuple[str, str]]:
    """Return code and name of each language that a conference may speak."""
    names = Locale.parse(get_language() or "en").languages
    return [(code, str(names[code])) for code in SPOKEN]


def language_name(code: str) -> str:
    """Return a language's name in the reader's language; the code where nobody knows it."""
    return dict(language_choices()).get(code, code)


def with_unknown(choices: Sequence[tuple[Any, Any]], words: Any) -> list[tuple[Any, Any]]:
    """Return choices with an empty one first, in words such as "not known"."""
    return [("", words), *choices]


class FactsForm(forms.Form, Generic[Made]):
    """Fields named as those of `facts_class`; the row's version travels along, hidden."""

    facts_class: ClassVar[type[Facts]]

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    source = LineFormField(
        label=_("Source"),
        required=False,
        max_length=600,
        help_text=_("A document or an address, where this is not the conference’s own record."),
    )
    grade = forms.ChoiceField(
        label=_("How sure"),
        required=False,
        choices=with_unknown(Grade.choices, pgettext_lazy("how sure a fact is", "own record")),
    )
    is_sample = forms.BooleanField(label=_("This is a sample, made up"), required=False)

    def __init__(
        self, data: Any = None, files: Any = None, *, row: Versioned | None = None, **kwargs: Any
    ) -> None:
        if row is not None:
            kwargs["initial"] = {**initial_of(self.facts_class, row), **kwargs.get("initial", {})}
        super().__init__(data, files, **kwargs)
        self._kept = getattr(row, "main_language", "")
        for field in self._texts().values():
            field.any_language = True
        self.order_fields([name for name in self.fields if name not in ABOUT_SOURCE])

    def _texts(self) -> dict[str, TranslatedFormField]:
        return {
            name: field
            for name, field in self.fields.items()
            if isinstance(field, TranslatedFormField)
        }

    def clean(self) -> dict[str, Any]:
        """Ask for the other required texts in the language that the row's main text gives it."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        main = cleaned.get(self.facts_class.MAIN)
        if isinstance(main, Translated):
            language = main_of(main, self._kept if self._kept in main else "")
            for name, field in self._texts().items():
                if field.required and name in cleaned:
                    self._demand(name, field, language)
        return cleaned

    def _demand(self, name: str, field: TranslatedFormField, language: str) -> None:
        try:
            field.demand(self.cleaned_data[name], language)
        except ValidationError as error:
            self.add_error(name, error)

    def facts(self, **fixed: Any) -> Any:
        """Return what was entered; `fixed` are facts that the form does not ask for."""
        names = {field.name for field in fields(self.facts_class)} - fixed.keys()
        entered = {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}
        return self.facts_class(**entered, **fixed)

    @property
    def held_version(self) -> int | None:
        """The version of the row that the form was filled from."""
        version: int | None = self.cleaned_data.get("version")
        return version

    def refuse(self, error: ValidationError) -> None:
        """Put what an action refused beside the fields that it names."""
        told = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        for name, messages in told.items():
            for message in messages:
                self.add_error(name if name in self.fields else None, message)

    def read_again(self, row: Versioned) -> None:
        """Take the row's present version, so that saving once more is a choice."""
        changed = QueryDict(mutable=True)
        changed.update(self.data)
        changed[self.add_prefix("version")] = str(row.version)
        self.data = changed

    @property
    def main_fields(self) -> list[forms.BoundField]:
        """The fields of the matter itself."""
        return [field for field in self.visible_fields() if field.name not in ABOUT_SOURCE]

    @property
    def source_fields(self) -> list[forms.BoundField]:
        """The fields about where it is from."""
        return [field for field in self.visible_fields() if field.name in ABOUT_SOURCE]


def initial_of(facts_class: type[Facts], row: Versioned) -> dict[str, Any]:
    """Return what a form shows of a row before somebody changes it."""
    names = [field.name for field in fields(facts_class) if hasattr(row, field.name)]
    return {"version": row.version, **{name: getattr(row, name) for name in names}}


def bodies_for(queryset: QuerySet[Body]) -> QuerySet[Body]:
    """Return bodies with what a choice shows of them."""
    return queryset.only("pk", "uid", "key", "name", "main_language")
