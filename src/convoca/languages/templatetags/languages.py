"""Showing translated text and dates in templates."""

from collections.abc import Mapping
from datetime import date, datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from convoca.languages.dates import long_date, long_moment, short_date
from convoca.languages.translated import shown

register = template.Library()


@register.filter
def translated(texts: Mapping[str, str] | None, main: str = "") -> str | SafeString:
    """Show a text in the reader's language; a stand-in is marked with its own `lang`."""
    found = shown(texts or {}, get_language() or "en", main)
    if found.is_fallback:
        return format_html('<span lang="{}" dir="auto">{}</span>', found.language, found.text)
    return found.text


@register.filter
def translated_text(texts: Mapping[str, str] | None, main: str = "") -> str:
    """Return the same text bare, for attributes and titles."""
    return shown(texts or {}, get_language() or "en", main).text


@register.filter
def day(value: date | None) -> str:
    """Show a date in full with its day of the week."""
    return long_date(value, get_language() or "en") if value else ""


@register.filter
def short_day(value: date | None) -> str:
    """Show a date in figures, in the order of the reader's language."""
    return short_date(value, get_language() or "en") if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """Show an instant in full, by the installation's clocks."""
    return long_moment(value, get_language() or "en") if value else ""
