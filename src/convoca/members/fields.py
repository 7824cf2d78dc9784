"""Form fields for a day, for one body and for a list of bodies; they need no script."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from convoca.languages.translated import nfc
from convoca.members.models import Body
from convoca.members.periods import today
from convoca.members.queries import choosable, matching

_KEY_AT_END = re.compile(r"\(([a-z0-9_-]+)\)\s*$")
_FEW = 5


class DayField(forms.DateField):
    """A day, chosen in the browser's calendar or typed as 2025-03-01 or 01/03/2025."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d/%m/%Y"])
        # The browser's calendar takes this one form of a day, whatever the language.
        kwargs.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        super().__init__(**kwargs)


class BodyWidget(forms.TextInput):
    """A line with suggestions while one types, where the browser runs scripts."""

    template_name = "members/body_widget.html"

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        given = context["widget"]["attrs"]
        listed = f"{given.get('id', name)}_bodies"
        given.update(
            {
                "list": listed,
                "autocomplete": "off",
                "hx-get": reverse("members:suggest"),
                "hx-trigger": "input changed delay:200ms",
                "hx-target": f"#{listed}",
                "hx-params": name,
            }
        )
        context["widget"]["listed"] = listed
        return context


def written(body: Body) -> str:
    """Return how a body is written in a field: its name, and its key which is never ambiguous."""
    return f"{body} ({body.key})"


class BodyField(forms.CharField):
    """One body, given by its key, or by a part of its name that fits it alone.

    `bodies` may be set on the form's own field to narrow the choice.
    """

    widget = BodyWidget
    hint = _("Type a part of the name, the abbreviation or the key.")

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", self.hint)
        kwargs.setdefault("max_length", 500)
        super().__init__(**kwargs)
        self.bodies: QuerySet[Body] | None = None

    def prepare_value(self, value: Any) -> Any:
        return written(value) if isinstance(value, Body) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        return found_body(text, self.bodies if self.bodies is not None else choosable(on=today()))


def found_body(text: str, bodies: QuerySet[Body]) -> Body:
    """Return the one body among `bodies` that the text means. Raises ValidationError."""
    text = nfc(text).strip()
    key = _KEY_AT_END.search(text)
    exact = bodies.filter(key=key[1] if key else text).first()
    if exact is not None:
        return exact
    if key:
        raise ValidationError(_("No body here has the key “%(key)s”."), params={"key": key[1]})
    found = list(matching(bodies, text)[: _FEW + 1])
    same = [body for body in found if text in body.name.values() or text == body.abbreviation]
    if len(found) != 1 and len(same) != 1:
        raise ValidationError(_ambiguous(text, found))
    return (found if len(found) == 1 else same)[0]


def _ambiguous(text: str, found: list[Body]) -> str:
    if not found:
        return _("No body here is called “%(text)s”.") % {"text": text}
    names = "; ".join(written(body) for body in found[:_FEW])
    if len(found) > _FEW:
        return _("Many bodies fit “%(text)s”, such as %(names)s. Write more of the name.") % {
            "text": text,
            "names": names,
        }
    return _("Several bodies fit “%(text)s”: %(names)s. Copy one of them.") % {
        "text": text,
        "names": names,
    }


class BodiesField(forms.CharField):
    """Bodies in an order, one a line, each as in `BodyField`."""

    widget = forms.Textarea(attrs={"rows": 14, "wrap": "off", "spellcheck": "false"})

    def __init__(self, *, least: int = 0, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.least = least

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list | tuple):
            return "\n".join(written(body) for body in value)
        return value

    def clean(self, value: Any) -> Any:
        lines = [line.strip() for line in super().clean(value).splitlines()]
        known = _by_written_key(lines)
        found, wrong = [], []
        for number, line in enumerate(lines, start=1):
            try:
                if line:
                    found.append(known.get(line) or found_body(line, Body.objects.all()))
            except ValidationError as error:
                wrong.append(_line_told(number, error.messages[0]))
        if wrong:
            raise ValidationError(wrong)
        if len(found) < self.least:
            raise ValidationError(
                ngettext(
                    "Name at least %(count)d body.", "Name at least %(count)d bodies.", self.least
                )
                % {"count": self.least}
            )
        return list(dict.fromkeys(found))


def _line_told(number: int, message: str) -> str:
    return _("Line %(line)d: %(message)s") % {"line": number, "message": message}


def _by_written_key(lines: list[str]) -> dict[str, Body]:
    """Look all lines up at once that end in a key: one query for a list of any length."""
    keys = {line: found[1] for line in lines if (found := _KEY_AT_END.search(line))}
    bodies = {body.key: body for body in Body.objects.filter(key__in=keys.values())}
    return {line: bodies[key] for line, key in keys.items() if key in bodies}


def day_asked(text: str) -> date:
    """Return the day of an address's `on=`; today where it is missing or no day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return today()
