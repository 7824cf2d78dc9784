"""Sentences with numbers in them that lead to their rows, for a page and for a document alike."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from babel.numbers import format_decimal
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from convoca.calls.models import Call, Reply
from convoca.reports.titles import title_of
from convoca.standards.decree30 import Paragraph, Run

_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the report, by its key and perhaps a kind, and the address of its rows."""

    key: str
    value: int
    url: str
    kind: str | None = None

    @property
    def title(self) -> str:
        """What the number is called."""
        return title_of(self.key)

    @property
    def text(self) -> str:
        """The number in the reader's way."""
        return str(format_decimal(self.value, locale=get_language() or "en"))


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a page."""

    text: str
    url: str


Part = str | Number | Link


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words and numbers in their order; `listed` is one of a list."""

    parts: tuple[Part, ...]
    listed: bool = False

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers in it."""
        return tuple(part for part in self.parts if isinstance(part, Number))

    @property
    def html(self) -> SafeString:
        """The sentence for a page, its numbers as links."""
        return format_html_join("", "{}", ((_html(part),) for part in self.parts))

    @property
    def paragraph(self) -> Paragraph:
        """The sentence for a document, its numbers bold and as links."""
        return Paragraph(tuple(_run(part) for part in self.parts), self.listed)


def _html(part: Part) -> str:
    if isinstance(part, Number):
        return format_html('<a class="num" href="{}">{}</a>', part.url, part.text)
    if isinstance(part, Link):
        return format_html('<a href="{}">{}</a>', part.url, part.text)
    return part


def _run(part: Part) -> Run:
    if isinstance(part, Number):
        return Run(part.text, bold=True, url=part.url)
    if isinstance(part, Link):
        return Run(part.text, url=part.url)
    return Run(part)


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the report; `to_fill` asks the drafter to write what no record knows."""

    title: str
    sentences: tuple[Sentence, ...]
    to_fill: str = ""


def rows_url(call: Call, key: str, kind: str | None = None) -> str:
    """Return the whole address of the rows behind a number."""
    query = "" if kind is None else "?" + urlencode({"kind": kind})
    return f"{settings.BASE_URL}{reverse('reports:rows', args=[call.uid, key])}{query}"


def reply_link(reply: Reply) -> Link:
    """Return the name of a body that answered, leading to its reply."""
    return Link(reply.name, f"{settings.BASE_URL}{reverse('calls:reply', args=[reply.uid])}")


def sentence(
    words: str,
    number: Callable[[str], Number],
    said: Mapping[str, str] | None = None,
    *,
    listed: bool = False,
) -> Sentence:
    """Fill `{places}`: with words where `said` has them, else with the number of that key."""
    parts: list[Part] = []
    at = 0
    for place in _PLACE.finditer(words):
        if place.start() > at:
            parts.append(words[at : place.start()])
        told = (said or {}).get(place[1])
        parts.append(number(place[1]) if told is None else told)
        at = place.end()
    if at < len(words):
        parts.append(words[at:])
    return Sentence(tuple(parts), listed)
