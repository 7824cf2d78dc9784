"""The commonest controls of forms, written without templates.

Django draws each input through two templates and each option through four; a form of twelve
controls then costs half of its page. These functions write the same HTML (a test compares
them with Django's own templates); everything else is still drawn by a template.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe

Widget = Mapping[str, Any]


def joined(pieces: Iterable[str]) -> SafeString:
    """Pieces that are escaped already, as one safe text."""
    return mark_safe("".join(pieces))  # noqa: S308 - every piece was escaped by its maker


def escaped(value: Any) -> str:
    """What `conditional_escape` gives; asked some hundred times for one form, so without detours.

    A lazy text is read first: it may turn out to be safe.
    """
    text = str(value) if isinstance(value, Promise) else value
    return text.__html__() if hasattr(text, "__html__") else escape(str(text))


def attributes(given: Mapping[str, Any]) -> SafeString:
    """HTML attributes with a leading blank each; True is a bare name, False is left out."""
    return joined(
        f" {escaped(name)}" if value is True else f' {escaped(name)}="{escaped(value)}"'
        for name, value in given.items()
        if value is not False
    )


def text_input(widget: Widget) -> SafeString:
    """An ``<input>`` of any type."""
    value = widget["value"]
    held = "" if value is None else f' value="{escaped(value)}"'
    kind, name = escaped(widget["type"]), escaped(widget["name"])
    return joined([f'<input type="{kind}" name="{name}"{held}{attributes(widget["attrs"])}>'])


def textarea(widget: Widget) -> SafeString:
    """A ``<textarea>``; the line break after its tag is not part of the text."""
    given, text = attributes(widget["attrs"]), escaped(widget["value"] or "")
    return joined([f'<textarea name="{escaped(widget["name"])}"{given}>\n{text}</textarea>'])


def select(widget: Widget) -> SafeString:
    """A ``<select>`` with its options, in groups where the choices are grouped."""
    inside = joined(_options(name, options) for name, options, _ in widget["optgroups"])
    given = attributes(widget["attrs"])
    return joined([f'<select name="{escaped(widget["name"])}"{given}>{inside}</select>'])


def _options(group: str | None, options: list[Widget]) -> str:
    drawn = "".join(_option(one) for one in options)
    return f'<optgroup label="{escaped(group)}">{drawn}</optgroup>' if group else drawn


def _option(option: Widget) -> str:
    value, label = escaped(option["value"]), escaped(option["label"])
    return f'<option value="{value}"{attributes(option["attrs"])}>{label}</option>'


def choices(widget: Widget) -> SafeString:
    """Radio buttons or check boxes, each in its label; a group of them is named for everybody."""
    inside = "".join(_group(name, options) for name, options, _ in widget["optgroups"])
    given = {name: widget["attrs"][name] for name in ("id", "class") if widget["attrs"].get(name)}
    return joined([f"<div{attributes(given)}>{inside}</div>"])


def _group(group: str | None, options: list[Widget]) -> str:
    drawn = "".join(f"<div>{_choice(one)}</div>" for one in options)
    if not group:
        return drawn
    name = escaped(group)
    return (
        f'<div role="group" aria-label="{name}">'
        f'<div class="group" aria-hidden="true">{name}</div>{drawn}</div>'
    )


def _choice(option: Widget) -> str:
    if not option.get("wrap_label"):
        return text_input(option)
    identity = option["attrs"].get("id")
    leads = f' for="{escaped(identity)}"' if identity else ""
    return f"<label{leads}>{text_input(option)} {escaped(option['label'])}</label>"


INPUTS = (
    "checkbox color date datetime email file hidden input number password search tel text time url"
)
DRAWN: dict[str, Callable[[Widget], SafeString]] = {
    **{f"django/forms/widgets/{name}.html": text_input for name in INPUTS.split()},
    "django/forms/widgets/textarea.html": textarea,
    "django/forms/widgets/select.html": select,
    "django/forms/widgets/radio.html": choices,
    "django/forms/widgets/checkbox_select.html": choices,
}
