"""The controls written by functions are the ones that Django's own templates draw."""

import re
from datetime import date
from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates

from convoca.pages.forms import PageRenderer

CHOICES = [("", "Chọn"), ("a&b", "A & <B>"), (7, "Bảy")]
GROUPED = [("Miền Bắc", [("hn", "Hà Nội")]), ("dn", "Đà Nẵng")]
ATTRIBUTES = {"id": "x", "required": True, "disabled": False, "data-words": 'a "b" & c'}
CONTROLS: list[tuple[forms.Widget, Any]] = [
    (forms.TextInput(), 'Lý "Sơn" <b>'),
    (forms.TextInput(), None),
    (forms.TextInput(), ""),
    (forms.NumberInput(), 1103),
    (forms.NumberInput(), 0),
    (forms.EmailInput(), "a@b.example"),
    (forms.PasswordInput(), "never shown"),
    (forms.HiddenInput(), "7"),
    (forms.DateInput(attrs={"type": "date"}), date(2024, 4, 22)),
    (forms.CheckboxInput(), True),
    (forms.CheckboxInput(), False),
    (forms.FileInput(), None),
    (forms.Textarea(), "Dòng một\n<dòng hai>"),
    (forms.Textarea(), None),
    (forms.Select(choices=CHOICES), "7"),
    (forms.Select(choices=GROUPED), "hn"),
    (forms.SelectMultiple(choices=CHOICES), ["7", "a&b"]),
    (forms.NullBooleanSelect(), True),
    (forms.RadioSelect(choices=CHOICES), "a&b"),
    (forms.CheckboxSelectMultiple(choices=CHOICES), ["7"]),
]


def _squeezed(text: str) -> str:
    return re.sub(r">\s+", ">", text)


@pytest.mark.parametrize(("widget", "value"), CONTROLS, ids=lambda one: type(one).__name__)
def test_the_same_as_by_djangos_templates(widget: forms.Widget, value: object) -> None:
    ours, theirs = (
        widget.render("field", value, dict(ATTRIBUTES), renderer)
        for renderer in (PageRenderer(), DjangoTemplates())
    )

    assert _squeezed(ours) == _squeezed(theirs)


def test_a_group_of_choices_has_its_name() -> None:
    drawn = forms.RadioSelect(choices=GROUPED).render("place", "", {"id": "p"}, PageRenderer())

    assert drawn == (
        '<div id="p"><div role="group" aria-label="Miền Bắc">'
        '<div class="group" aria-hidden="true">Miền Bắc</div>'
        '<div><label for="p_0_0"><input type="radio" name="place" value="hn" id="p_0_0"> Hà Nội'
        "</label></div></div>"
        '<div><label for="p_1"><input type="radio" name="place" value="dn" id="p_1"> Đà Nẵng'
        "</label></div></div>"
    )
