"""Tags of the parts: each draws one partial of ``templates/pages``; ``{% load pages %}``."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from babel.numbers import format_decimal
from django import template
from django.core.paginator import Page
from django.forms.boundfield import BoundField
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from convoca.pages import charts
from convoca.pages import drawn as drawing
from convoca.pages.due import shown_task
from convoca.pages.fields import drawn_field
from convoca.pages.navigation import Words
from convoca.pages.parts import Figure, Step, SummaryRow
from convoca.pages.problems import Problem, problems_of
from convoca.pages.timelines import lines, place_of_time
from convoca.pages.waiting import Waiting

register = template.Library()

TONES = frozenset({"ok", "info", "late", "bad", "plain"})


@register.filter
def grouped(number: int | str) -> str:
    """A whole number with its thousands grouped in the reader's way; words stay as they are."""
    if not isinstance(number, int):
        return str(number)
    return format_decimal(number, locale=get_language() or "en")


@register.simple_tag
def field(
    bound: BoundField,
    *,
    label: Words = "",
    hint: Words = "",
    width: str = "",
    big: bool = False,
    quiet: bool = False,
) -> SafeString:
    """A form field: label, hint and error beside it.

    ``width`` is short, medium or full; ``big`` makes the label the question of the page;
    ``quiet`` leaves out the word "optional" (filters).
    """
    if hint:
        bound.help_text = str(hint)
    return drawn_field(bound, label=label, width=width, big=big, quiet=quiet)


@register.inclusion_tag("pages/forms/error_summary.html")
def error_summary(*checked: Any) -> dict[str, list[Problem]]:
    """What is wrong on the page, at its top, each line leading to its field."""
    return {"problems": [problem for item in checked for problem in problems_of(item)]}


@register.simple_tag
def status(text: Words, tone: str = "plain") -> SafeString:
    """A status in words; the tone (ok, info, late, bad, plain) only repeats it in colour."""
    if tone not in TONES:
        raise template.TemplateSyntaxError(f"{tone!r} is not a tone of a status")
    return format_html('<span class="tag {}">{}</span>', tone, text)


@register.inclusion_tag("pages/parts/timeline.html")
def timeline(entries: Iterable[Any]) -> dict[str, Any]:
    """What happened, newest first: entries of the journal or ``Moment`` values."""
    return {"lines": lines(entries), "place": place_of_time()}


@register.inclusion_tag("pages/parts/figures.html")
def figures(items: Sequence[Figure]) -> dict[str, Any]:
    """Numbers that people compare."""
    return {"figures": items}


@register.inclusion_tag("pages/parts/summary_list.html")
def summary_list(rows: Sequence[SummaryRow]) -> dict[str, Any]:
    """Questions with the answers given, each with a link to change it."""
    return {"rows": rows}


@register.inclusion_tag("pages/parts/steps.html")
def steps(items: Sequence[Step]) -> dict[str, Any]:
    """Where one is in a walk of several steps."""
    return {"steps": items}


@register.inclusion_tag("pages/parts/tasks.html")
def tasks(items: Iterable[Waiting], empty: Words = "") -> dict[str, Any]:
    """What waits for the reader, and until when; ``empty`` is said when nothing does."""
    return {"tasks": [shown_task(one) for one in items], "empty": empty}


@register.inclusion_tag("pages/parts/paginate.html", takes_context=True)
def paginate(context: template.Context, page: Page[Any]) -> dict[str, Any]:
    """Links to the other pages of a list; everything else in the address is kept."""
    request: HttpRequest = context["request"]
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"request": request, "page": page, "numbers": list(numbers)}


@register.inclusion_tag("pages/charts/bar.html")
def bar(parts: Sequence[charts.Part], title: Words = "") -> dict[str, Any]:
    """One bar cut in parts, with its table as the key."""
    return {"slices": charts.slices(parts), "title": title}


@register.inclusion_tag("pages/charts/bars.html")
def bars(parts: Sequence[charts.Part], title: Words, heading: Words = "") -> dict[str, Any]:
    """A table whose last cell is a horizontal bar; ``heading`` names the first column."""
    return {"slices": charts.bars(parts), "title": title, "heading": heading}


@register.inclusion_tag("pages/charts/columns.html")
def columns(parts: Sequence[charts.Part], title: Words, heading: Words = "") -> dict[str, Any]:
    """Columns, such as one a year, with the same numbers as a table below."""
    return {"chart": charts.columns(parts), "parts": parts, "title": title, "heading": heading}


@register.inclusion_tag("pages/charts/coverage.html")
def coverage(rows: Sequence[charts.Coverage], title: Words, heading: Words = "") -> dict[str, Any]:
    """A table of groups, each member a square: full when covered, open when silent."""
    return {"rows": charts.coverage(rows), "title": title, "heading": heading}


@register.simple_tag
def drawn(template: str, **given: Hashable) -> SafeString:
    """A partial that shows the same to everybody, drawn once for the same content."""
    return drawing.drawn(template, **given)
