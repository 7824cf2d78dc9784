"""Tones of states, local days, parts of upper rooms; `{% load letters %}`."""

import re
from datetime import datetime

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from convoca.languages.dates import short_date
from convoca.letters.kinds import kind_words
from convoca.letters.signals import PagePart

register = template.Library()

_TONES = {
    "draft": "plain",
    "content_check": "info",
    "form_check": "info",
    "signing": "info",
    "signed": "late",
    "prepared": "late",
    "issued": "ok",
    "withdrawn": "bad",
    "void": "bad",
    "registered": "late",
    "given": "info",
    "done": "ok",
}
_SEAL = re.compile(r"(/r/[0-9a-f-]{36}\.)[A-Za-z0-9_-]{22}")


register.filter(kind_words)


@register.filter
def state_tone(state: str) -> str:
    """Return the tone of a letter's state."""
    return _TONES.get(state, "plain")


@register.filter
def signature_tone(signature: str) -> str:
    """Return the tone of how a letter was signed."""
    return {"unsigned": "bad", "uploaded": "ok"}.get(signature, "info")


@register.filter
def outcome_tone(outcome: str) -> str:
    """Return the tone of a decision at a desk."""
    return "ok" if outcome == "agreed" else "bad"


@register.filter
def local_day(moment: datetime) -> str:
    """Return the day of an instant where the installation is, in figures."""
    return short_date(timezone.localtime(moment).date(), get_language() or "en")


@register.filter
def without_seal(text: str) -> str:
    """Return a mail's text with the secret of its link left out, for those who only check it."""
    return _SEAL.sub(r"\1…", text)


@register.simple_tag(takes_context=True)
def page_part(context: template.Context, part: PagePart) -> SafeString:
    """Draw what an upper room adds to a page."""
    return render_to_string(part.template, part.context, request=context.get("request"))
