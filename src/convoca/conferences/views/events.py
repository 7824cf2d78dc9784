"""Days, events, speeches."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from convoca.conferences import actions, queries
from convoca.conferences.forms.events import EventForm, RoomForm, SpeechForm, StatementForm
from convoca.conferences.models import Event, Room, Speech, Statement
from convoca.conferences.views.access import actor, editable, readable, row_of, shell
from convoca.conferences.views.editing import Page, edit, remove
from convoca.journal.timeline import timeline
from convoca.pages.views import Question


def days(request: HttpRequest, key: str) -> HttpResponse:
    """Show all events by day; those without a known day come last and say so."""
    edition = readable(request, key)
    context = {**shell(request, edition), "events": queries.events(edition, by=actor(request))}
    return render(request, "conferences/days.html", context)


def day(request: HttpRequest, key: str, day: date) -> HttpResponse:
    """Show one day hour by hour, with who spoke and what was said."""
    edition, by = readable(request, key), actor(request)
    found = list(queries.on_day(edition, day, by=by))
    if not found:
        raise Http404
    known = queries.days_of(edition, by=by)
    context = {
        **shell(request, edition),
        "day": day,
        "timed": [event for event in found if event.starts and event.day == day],
        "untimed": [event for event in found if not event.starts or event.day != day],
        "before": max((one for one in known if one < day), default=None),
        "after": min((one for one in known if one > day), default=None),
        "is_opening": day == edition.opens,
    }
    return render(request, "conferences/day.html", context)


def event(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Show one event with its order of speakers."""
    edition, by = readable(request, key), actor(request)
    found = queries.with_speeches(queries.events(edition, by=by))
    row = get_object_or_404(found, uid=uid)
    around = shell(request, edition)
    entries = timeline(subject_kind="event", subject_uid=row.uid) if around["may_edit"] else []
    context = {**around, "event": row, "entries": entries}
    return render(request, "conferences/event.html", context)


def event_edit(request: HttpRequest, key: str, uid: str = "") -> HttpResponse:
    """Enter an event, or change one."""
    edition = editable(request, key)
    row = row_of(Event, edition, uid) if uid else None
    start = {} if row else {"day": request.GET.get("day") or edition.opens}
    form = EventForm(request.POST or None, row=row, edition=edition, initial=start)

    def save(form: EventForm) -> str:
        saved = actions.put_event(
            by=actor(request),
            edition=edition,
            facts=form.facts(),
            event=row,
            version=form.held_version,
        )
        return reverse("conferences:event", args=[key, saved.uid])

    title = _("Change the event") if row else _("New event")
    back = reverse("conferences:event", args=[key, uid]) if row else ""
    page = Page(title, back or reverse("conferences:days", args=[key]), edition=edition)
    return edit(request, page, form, save, row=row)


def event_remove(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Take an event away."""
    edition = editable(request, key)
    row = row_of(Event, edition, uid)
    question = Question(
        title=_("Remove this event?"),
        button=_("Remove the event"),
        back=reverse("conferences:event", args=[key, uid]),
        goes=[str(row)],
    )
    return remove(
        request,
        question,
        lambda: actions.remove_event(by=actor(request), event=row),
        then=reverse("conferences:days", args=[key]),
    )


def speech_new(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Enter a speech of an event."""
    edition = editable(request, key)
    row = row_of(Event, edition, uid)
    start = {"place": row.speeches.count() + 1}
    form = SpeechForm(request.POST or None, edition=edition, initial=start)

    def save(form: SpeechForm) -> None:
        actions.put_speech(by=actor(request), event=row, facts=form.facts())

    back = reverse("conferences:event", args=[key, uid])
    page = Page(_("New speech"), back, edition=edition, above=((str(row), back),))
    return edit(request, page, form, save)


def speech_edit(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Change a speech."""
    edition = editable(request, key)
    row = row_of(Speech, edition, uid, "event__edition")
    form = SpeechForm(request.POST or None, edition=edition, row=row)

    def save(form: SpeechForm) -> None:
        actions.put_speech(
            by=actor(request),
            event=row.event,
            facts=form.facts(),
            speech=row,
            version=form.held_version,
        )

    back = reverse("conferences:event", args=[key, row.event.uid])
    page = Page(_("Change the speech"), back, edition=edition, above=((str(row.event), back),))
    return edit(request, page, form, save, row=row)


def speech_remove(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Take a speech away with what was noted of it."""
    edition = editable(request, key)
    row = row_of(Speech, edition, uid, "event__edition")
    question = Question(
        title=_("Remove this speech?"),
        button=_("Remove the speech"),
        back=reverse("conferences:event", args=[key, row.event.uid]),
        goes=[str(row), *(str(one) for one in row.statements.all())],
    )
    return remove(request, question, lambda: actions.remove_speech(by=actor(request), speech=row))


def statement_new(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Note something that was said in a speech."""
    edition = editable(request, key)
    row = row_of(Speech, edition, uid, "event__edition")
    start = {"place": row.statements.count() + 1}
    form = StatementForm(request.POST or None, edition=edition, initial=start)

    def save(form: StatementForm) -> None:
        actions.put_statement(by=actor(request), speech=row, facts=form.facts())

    back = reverse("conferences:event", args=[key, row.event.uid])
    title = _("What %(name)s said") % {"name": row.speaker}
    page = Page(title, back, edition=edition, above=((str(row.event), back),))
    return edit(request, page, form, save)


def statement_edit(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Change a note of what was said."""
    edition = editable(request, key)
    row = row_of(Statement, edition, uid, "speech__event__edition")
    form = StatementForm(request.POST or None, edition=edition, row=row)

    def save(form: StatementForm) -> None:
        actions.put_statement(
            by=actor(request),
            speech=row.speech,
            facts=form.facts(),
            statement=row,
            version=form.held_version,
        )

    event = row.speech.event
    back = reverse("conferences:event", args=[key, event.uid])
    title = _("What %(name)s said") % {"name": row.speech.speaker}
    page = Page(title, back, edition=edition, above=((str(event), back),))
    return edit(request, page, form, save, row=row)


def statement_remove(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Take a note of what was said away."""
    edition = editable(request, key)
    row = row_of(Statement, edition, uid, "speech__event__edition")
    question = Question(
        title=_("Remove this note?"),
        button=_("Remove the note"),
        back=reverse("conferences:event", args=[key, row.speech.event.uid]),
        goes=[str(row)],
    )
    return remove(
        request, question, lambda: actions.remove_statement(by=actor(request), statement=row)
    )


def room(request: HttpRequest, key: str, uid: str = "") -> HttpResponse:
    """Enter a room, or change one."""
    edition = editable(request, key)
    row = row_of(Room, edition, uid) if uid else None
    form = RoomForm(request.POST or None, row=row)

    def save(form: RoomForm) -> None:
        actions.put_room(
            by=actor(request),
            edition=edition,
            facts=form.facts(),
            room=row,
            version=form.held_version,
        )

    title = _("Change the room") if row else _("New room")
    page = Page(title, reverse("conferences:manage", args=[key]), edition=edition)
    return edit(request, page, form, save, row=row)


def room_remove(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Take a room away."""
    edition = editable(request, key)
    row = row_of(Room, edition, uid)
    question = Question(
        title=_("Remove this room?"),
        button=_("Remove the room"),
        back=reverse("conferences:manage", args=[key]),
        goes=[str(row)],
    )
    return remove(request, question, lambda: actions.remove_room(by=actor(request), room=row))
