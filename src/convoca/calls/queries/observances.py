"""Observances and editions, as their public pages show them."""

from django.db.models import QuerySet

from convoca.calls.models import Call, CallState, Edition, Observance


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
