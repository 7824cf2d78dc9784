"""A field of a form, written without a template: label, hint, errors and control.

A form of fifteen fields asks for some four hundred small decisions, which as a template cost more
than the rest of its page.
"""

from __future__ import annotations

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from convoca.pages.controls import escaped, joined
from convoca.pages.navigation import Words


def kind_of(bound: BoundField) -> str:
    """The family of a field, which decides how label and control stand: a word for the class."""
    widget = bound.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return "choice"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "choices"
    return "file" if isinstance(widget, forms.FileInput) else ""


def drawn_field(
    bound: BoundField, *, label: Words = "", width: str = "", big: bool = False, quiet: bool = False
) -> SafeString:
    """Draw a field; see the tag ``field`` for what the words mean."""
    kind, is_group = kind_of(bound), bool(bound.use_fieldset)
    tag = "fieldset" if is_group else "div"
    classes = f"field {kind} {escaped(width)}{' wrong' if bound.errors else ''}"
    described = bound.aria_describedby if is_group else ""
    about = f' aria-describedby="{escaped(described)}"' if described else ""
    words = escaped(label or bound.label)
    inside = _box(bound, words) if kind == "choice" else _stack(bound, words, kind, big, quiet)
    return joined([f'<{tag} class="{classes}"{about}>\n{inside}\n</{tag}>'])


def _box(bound: BoundField, words: str) -> str:
    """A box to tick stands before its words."""
    label = f'<label for="{escaped(bound.id_for_label)}">{words}</label>'
    return f"{bound}\n<div>{label}{_notes(bound)}</div>"


def _stack(bound: BoundField, words: str, kind: str, big: bool, quiet: bool) -> str:
    """Everything else stands below its words."""
    if not bound.field.required and not quiet:
        mark = _("optional")
        words += f' <span class="optional">({mark})</span>'
    control = f'<div class="choices">{bound}</div>' if kind == "choices" else str(bound)
    return f"{_heading(bound, words, big)}\n{_notes(bound)}{control}"


def _heading(bound: BoundField, words: str, big: bool) -> str:
    if bound.use_fieldset:
        return f"<legend>{f'<h1>{words}</h1>' if big else words}</legend>"
    label = f'<label for="{escaped(bound.id_for_label)}">{words}</label>'
    return f"<h1>{label}</h1>" if big else label


def _notes(bound: BoundField) -> str:
    """The hint, which its form may have written in HTML, and what is wrong."""
    hint = ""
    if bound.help_text:
        hint = f'<div class="hint" id="{bound.auto_id}_helptext">{bound.help_text}</div>'
    return f"{hint}{bound.errors if bound.errors else ''}"
