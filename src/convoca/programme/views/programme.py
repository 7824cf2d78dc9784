"""The programme for everybody: as a list, as a grid, as a calendar."""

from collections.abc import Hashable
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language

from convoca.conferences.models import Edition, Event, EventKind
from convoca.conferences.rules import may_edit
from convoca.conferences.views.access import actor, editable, readable, shell
from convoca.journal.actors import Actor
from convoca.pages.remembering import remembered
from convoca.programme import queries
from convoca.programme.calendars import calendar
from convoca.programme.fragments import kept, kept_parts
from convoca.programme.grid import lines
from convoca.programme.models import Session


@remembered
def listed(request: HttpRequest, key: str) -> HttpResponse:
    """Show all events by day; what was drawn once is kept until something changes."""
    edition, by = readable(request, key), actor(request)
    kind = request.GET.get("kind", "")
    kind = kind if kind in EventKind.values else ""
    state = (get_language(), kind, may_edit(by, edition))
    drawn = kept(("list", queries.stamp(edition), *state), lambda: _list(edition, by, kind, state))
    around = {**shell(request, edition), "list": drawn}
    context: dict[str, Any] = {**around, "kind": kind, "kinds": EventKind.choices}
    if context["may_edit"]:
        context["bare"] = queries.not_described(edition)
    return render(request, "programme/list.html", context)


def _list(edition: Edition, by: Actor, kind: str, state: tuple[Hashable, ...]) -> str:
    """Draw the list of days; days on which nothing changed are not drawn anew."""
    stamps = queries.stamps_of_days(edition)
    keys = {day: ("day", day, stamp, *state) for day, stamp in stamps.items()}
    drawn = kept_parts(keys, lambda days: _drawn_days(edition, by, kind, days))
    days = [(day, part) for day, part in drawn.items() if part]
    return render_to_string("programme/parts/list.html", {"days": days})


def _drawn_days(
    edition: Edition, by: Actor, kind: str, days: list[date | None]
) -> dict[date | None, str]:
    held: dict[date | None, list[Event]] = {day: [] for day in days}
    for event in queries.programme(edition, by=by, kind=kind).filter(queries.on_days(days)):
        held[event.day].append(event)
    return {
        day: render_to_string(
            "programme/parts/day.html", {"edition": edition, "day": day, "events": events}
        )
        if events
        else ""
        for day, events in held.items()
    }


def first_grid(request: HttpRequest, key: str) -> HttpResponse:
    """Lead to the grid of the first day that has rooms."""
    edition, by = readable(request, key), actor(request)
    days = _grid_days(edition, by)
    if not days:
        return redirect("programme:list", key)
    return redirect(reverse("programme:grid", args=[key, days[0]]))


@remembered
def grid(request: HttpRequest, key: str, day: date) -> HttpResponse:
    """Show a day as a table: rooms across, hours down."""
    edition, by = readable(request, key), actor(request)
    days = _grid_days(edition, by)
    if day not in days:
        raise Http404
    state = (queries.stamp(edition), get_language(), day, may_edit(by, edition))
    drawn = kept(("grid", *state), lambda: _grid(edition, by, day))
    context = {**shell(request, edition), "grid": drawn, "day": day, "days": days}
    return render(request, "programme/grid.html", context)


def _grid_days(edition: Edition, by: Actor) -> list[date]:
    found = queries.programme(edition, by=by).exclude(room=None).exclude(starts_at=None)
    return sorted({day for day in found.order_by().values_list("day", flat=True) if day})


def _grid(edition: Edition, by: Actor, day: date) -> str:
    events = [one for one in queries.programme(edition, by=by) if _runs_on(one, day)]
    placed = [one for one in events if one.room_id and one.starts_at and one.day == day]
    rooms = list({one.room.pk: one.room for one in placed if one.room}.values())
    rooms.sort(key=lambda room: (room.place, room.pk))
    context = {
        "edition": edition,
        "day": day,
        "rooms": rooms,
        "lines": lines(placed, [room.pk for room in rooms], edition.clocks),
        "unplaced": [one for one in events if one not in placed],
    }
    return render_to_string("programme/parts/grid.html", context)


def _runs_on(event: Event, day: date) -> bool:
    return event.day is not None and event.day <= day <= (event.last_day or event.day)


def feed(request: HttpRequest, key: str) -> HttpResponse:
    """Give the whole programme out as iCalendar."""
    edition = readable(request, key)
    events = queries.programme(edition, by=actor(request))
    return _calendar(calendar(request, edition, events), f"{key}.ics")


def session_feed(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Give one session out as iCalendar."""
    edition, found = readable(request, key), visible(request, key, uid)
    return _calendar(calendar(request, edition, [found.event]), f"{key}-{found.uid}.ics")


def _calendar(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def visible(request: HttpRequest, key: str, uid: str) -> Session:
    """Return the session; 404 where the reader may not see it."""
    edition = readable(request, key)
    return get_object_or_404(queries.sessions(edition, by=actor(request)), uid=uid)


def clashes(request: HttpRequest, key: str) -> HttpResponse:
    """Show the secretariat what stands in each other's way, and why."""
    edition = editable(request, key)
    context = {**shell(request, edition), "clashes": queries.clashes(edition)}
    return render(request, "programme/clashes.html", context)
