"""Observances and editions, as their public pages show them."""

from django.db.models import QuerySet

from convoca.calls.models import Call, CallState, Edition, Observance
from convoca.languages.folding import folded
from convoca.languages.translated import Translated
from convoca.letters.models import Letter


def editions_shown() -> list[Edition]:
    """Return for each observance its newest edition; one query."""
    return list(
        Edition.objects.select_related("observance")
        .order_by("observance_id", "-year")
        .distinct("observance_id")
    )


def edition_of(observance: Observance, year: int | None = None) -> Edition | None:
    """Return the edition of a year; without a year that of the last call, else the newest."""
    found = Edition.objects.filter(observance=observance).select_related("observance__owner")
    if year is not None:
        return found.filter(year=year).first()
    called = found.filter(calls__state__in=[CallState.OPEN, CallState.CLOSED])
    return called.order_by("-year").first() or found.order_by("-year").first()


def open_call_of(edition: Edition) -> Call | None:
    """Return the edition's open call, if there is one."""
    return (
        Call.objects.filter(edition=edition, state=CallState.OPEN)
        .select_related("body", "edition")
        .first()
    )


def editions_to_call() -> QuerySet[Edition]:
    """Return the editions that a call can be drafted for, the newest first."""
    return Edition.objects.select_related("observance").order_by("-year", "observance")


def edition_spoken_of(words: str, year: int) -> Edition | None:
    """Return the edition of the observance that is named in the words, in any language.

    It is the one whose theme and year they tell, else that of `year`.
    """
    text = folded(words)
    editions = Edition.objects.select_related("observance").order_by("pk")
    named = [one for one in editions if _is_said(one.observance.name, text)]
    told = [one for one in named if str(one.year) in words and _is_said(one.theme, text)]
    return next(iter([*told, *(one for one in named if one.year == year)]), None)


def _is_said(said: Translated, text: str) -> bool:
    return any(folded(one) in text for one in said.values() if one)


def edition_for(letter: Letter | None, year: int) -> Edition | None:
    """Return the edition that a call of this letter is for: its annex's, else one of the year."""
    editions = Edition.objects.select_related("observance").order_by("pk")
    if letter is not None and letter.annex_day is not None:
        of_annex = editions.filter(observance__slug=letter.annex_seed, date=letter.annex_day)
        if (found := of_annex.first()) is not None:
            return found
    return editions.filter(year=letter.year if letter else year).first()
