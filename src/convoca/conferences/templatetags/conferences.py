"""Tags of the pages of a conference; ``{% load conferences %}``."""

from __future__ import annotations

from typing import Any

from django import template

from convoca.conferences.forms.facts import language_name
from convoca.conferences.models import Edition
from convoca.conferences.tabs import tabs_of

register = template.Library()


@register.inclusion_tag("conferences/parts/tabs.html", takes_context=True)
def edition_tabs(context: template.Context, edition: Edition) -> dict[str, Any]:
    """The pages of one edition side by side, those of upper rooms among them."""
    request = context["request"]
    return {"tabs": tabs_of(edition, request.actor, request.path), "edition": edition}


@register.inclusion_tag("conferences/parts/source.html")
def source(row: Any) -> dict[str, Any]:
    """Where a fact is from and how sure it is; a sample is called one."""
    return {"row": row}


@register.filter
def spoken(code: str) -> str:
    """A language's name in the reader's language."""
    return language_name(code) if code else ""
