"""What is wrong with a form, as lines that lead to their fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.forms import BaseForm, BaseFormSet, RadioSelect
from django.forms.boundfield import BoundField
from django.forms.widgets import CheckboxSelectMultiple, MultiWidget


@dataclass(frozen=True)
class Problem:
    """One line of an error summary; ``target`` is the id of the control, or empty."""

    text: str
    target: str


def problems_of(checked: object) -> Iterator[Problem]:
    """The errors of a form, a formset or anything else (nothing), in the order of the page."""
    if isinstance(checked, BaseFormSet):
        if checked.is_bound:
            for error in checked.non_form_errors():
                yield Problem(str(error), "")
            for form in checked.forms:
                yield from problems_of(form)
    elif isinstance(checked, BaseForm) and checked.is_bound:
        yield from _problems_of_form(checked)


def _problems_of_form(form: BaseForm) -> Iterator[Problem]:
    for error in form.non_field_errors():
        yield Problem(str(error), "")
    for bound in form:
        for error in bound.errors:
            label = str(bound.label).rstrip(" .:?")
            yield Problem(f"{label}: {error}", "" if bound.is_hidden else target_of(bound))


def target_of(bound: BoundField) -> str:
    """The id of the control that a line about this field should lead to."""
    several = RadioSelect | CheckboxSelectMultiple | MultiWidget
    auto_id = str(bound.auto_id)
    return f"{auto_id}_0" if isinstance(bound.field.widget, several) else auto_id
