"""The commonest controls of forms, written without templates.

Django draws each input through two templates and each option through four; a form of twelve
controls then costs half of its page. These functions write the same HTML (a test compares
them with Django's own templates); everything else is still drawn by a template.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

Widget = Mapping[str, Any]


def joined(pieces: list[str]) -> SafeString:
    """Pieces that are escaped already, as one safe text."""
    return mark_safe("".join(pieces))  # noqa: S308 - every piece was escaped by its maker


def attributes(given: Mapping[str, Any]) -> SafeString:
    """HTML attributes with a leading blank each; True is a bare name, False is left out."""
    return joined(
        [
            f" {conditional_escape(name)}"
            if value is True
            else f' {conditional_escape(name)}="{conditional_escape(value)}"'
            for name, value in given.items()
            if value is not False
        ]
    )


def text_input(widget: Widget) -> SafeString:
    """An ``<input>`` of any type."""
    value = widget["value"]
    return format_html(
        '<input type="{}" name="{}"{}{}>',
        widget["type"],
        widget["name"],
        "" if value is None else format_html(' value="{}"', value),
        attributes(widget["attrs"]),
    )


def textarea(widget: Widget) -> SafeString:
    """A ``<textarea>``; the line break after its tag is not part of the text."""
    return format_html(
        '<textarea name="{}"{}>\n{}</textarea>',
        widget["name"],
        attributes(widget["attrs"]),
        widget["value"] or "",
    )


def select(widget: Widget) -> SafeString:
    """A ``<select>`` with its options, in groups where the choices are grouped."""
    inside = joined([_options(name, options) for name, options, _ in widget["optgroups"]])
    return format_html(
        '<select name="{}"{}>{}</select>', widget["name"], attributes(widget["attrs"]), inside
    )


def _options(group: str | None, options: list[Widget]) -> SafeString:
    drawn = joined([_option(one) for one in options])
    return format_html('<optgroup label="{}">{}</optgroup>', group, drawn) if group else drawn


def _option(option: Widget) -> SafeString:
    given = attributes(option["attrs"])
    return format_html('<option value="{}"{}>{}</option>', option["value"], given, option["label"])


def choices(widget: Widget) -> SafeString:
    """Radio buttons or check boxes, each in its label; a group of them is named for everybody."""
    inside = joined([_group(name, options) for name, options, _ in widget["optgroups"]])
    given = {name: widget["attrs"][name] for name in ("id", "class") if widget["attrs"].get(name)}
    return format_html("<div{}>{}</div>", attributes(given), inside)


def _group(group: str | None, options: list[Widget]) -> SafeString:
    drawn = joined([format_html("<div>{}</div>", _choice(one)) for one in options])
    if not group:
        return drawn
    return format_html(
        '<div role="group" aria-label="{0}">'
        '<div class="group" aria-hidden="true">{0}</div>{1}</div>',
        group,
        drawn,
    )


def _choice(option: Widget) -> SafeString:
    if not option.get("wrap_label"):
        return text_input(option)
    identity = option["attrs"].get("id")
    return format_html(
        "<label{}>{} {}</label>",
        format_html(' for="{}"', identity) if identity else "",
        text_input(option),
        option["label"],
    )


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
