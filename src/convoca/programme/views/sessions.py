"""One session: read, entered, moved, published, removed; who speaks in it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from convoca.conferences.models import Event
from convoca.conferences.views.access import actor, editable, readable, row_of, shell
from convoca.conferences.views.editing import Page, edit, remove
from convoca.journal.timeline import timeline
from convoca.pages.views import Question, ask_first, confirmed
from convoca.programme import actions, queries
from convoca.programme.forms.sessions import DescribeForm, MoveForm, SessionForm, SpeakerForm
from convoca.programme.models import Session, Speaker
from convoca.programme.views.programme import visible


def session(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Show a session; the secretariat also sees what stands in its way."""
    edition, found = readable(request, key), visible(request, key, uid)
    around = shell(request, edition)
    speeches = found.event.speeches.select_related("speaker").order_by("place", "pk")
    context = {**around, "session": found, "event": found.event, "speeches": speeches}
    if around["may_edit"]:
        context["clashes"] = queries.clashes_of(found)
        context["entries"] = timeline(subject_kind="session", subject_uid=found.uid)
    return render(request, "programme/session.html", context)


def session_edit(request: HttpRequest, key: str, uid: str = "") -> HttpResponse:
    """Enter a session, or change one."""
    edition = editable(request, key)
    row = _session(request, key, uid) if uid else None
    start = {} if row else {"day": edition.opens, "is_public": False}
    form = SessionForm(request.POST or None, edition=edition, session=row, initial=start)

    def save(form: SessionForm) -> str:
        saved = actions.put_session(
            by=actor(request),
            edition=edition,
            event=form.facts(),
            facts=form.about(),
            session=row,
            version=form.held_version,
        )
        return reverse("programme:session", args=[key, saved.uid])

    title = _("Change the session") if row else _("New session")
    page = Page(title, _page_of(key, row), edition=edition, above=_above(key))
    return edit(request, page, form, save, row=row.event if row else None)


def describe(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Add an event of the calendar to the programme."""
    edition = editable(request, key)
    event = row_of(Event, edition, uid)
    form = DescribeForm(request.POST or None, edition=edition)

    def save(form: DescribeForm) -> str:
        made = actions.describe_event(by=actor(request), event=event, facts=form.about())
        return reverse("programme:session", args=[key, made.uid])

    back = reverse("conferences:event", args=[key, uid])
    page = Page(_("Describe this event"), back, edition=edition, above=((str(event), back),))
    return edit(request, page, form, save)


def move(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Move a session to another day, hour or room."""
    edition, row = editable(request, key), _session(request, key, uid)
    form = MoveForm(request.POST or None, session=row)

    def save(form: MoveForm) -> None:
        actions.move_session(by=actor(request), session=row, **form.cleaned_data)

    page = Page(
        _("Move the session"),
        _page_of(key, row),
        edition=edition,
        above=(*_above(key), (str(row), _page_of(key, row))),
        button=_("Move"),
    )
    return edit(request, page, form, save)


def session_remove(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Take a session out of the programme."""
    editable(request, key)
    row = _session(request, key, uid)
    question = Question(
        title=_("Remove this session?"),
        button=_("Remove the session"),
        back=_page_of(key, row),
        goes=[str(row), *(str(one) for one in row.speakers.all())],
        note=_("This cannot be undone."),
    )
    return remove(
        request,
        question,
        lambda: actions.remove_session(by=actor(request), session=row),
        then=reverse("programme:list", args=[key]),
    )


@require_POST
def publish(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Show a session to everybody, or hide it again."""
    editable(request, key)
    row = _session(request, key, uid)
    is_public = request.POST.get("public") == "yes"
    actions.set_public(by=actor(request), session=row, is_public=is_public)
    messages.success(
        request,
        _("Everybody sees the session now.") if is_public else _("The session is hidden now."),
    )
    return redirect(_page_of(key, row))


def publish_all(request: HttpRequest, key: str) -> HttpResponse:
    """Show every session to everybody, after asking."""
    edition = editable(request, key)
    back = reverse("programme:list", args=[key])
    drafts = Session.objects.filter(event__edition=edition, event__is_public=False)
    if not confirmed(request):
        names = [str(one) for one in drafts.select_related("event").order_by("event__day")[:50]]
        question = Question(
            title=_("Show all sessions to the public?"),
            button=_("Show them"),
            back=back,
            goes=names,
            destructive=False,
        )
        return ask_first(request, question)
    count = actions.publish_all(by=actor(request), edition=edition)
    messages.success(request, _("Sessions now shown to the public: %(count)s.") % {"count": count})
    return redirect(back)


def speaker_new(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Give somebody a place in a session."""
    edition, row = editable(request, key), _session(request, key, uid)
    text = request.GET.get("q", "")
    people = queries.people_named(edition, text)
    form = SpeakerForm(request.POST or None, people=people)

    def save(form: SpeakerForm) -> None:
        person = form.cleaned_data["participant"]
        elsewhere = queries.speakers_elsewhere(row, person)
        actions.add_speaker(
            by=actor(request), session=row, participant=person, role=form.cleaned_data["role"]
        )
        if elsewhere:
            messages.warning(
                request,
                _("%(person)s also speaks at that time in: %(sessions)s.")
                % {"person": person, "sessions": "; ".join(str(one) for one in elsewhere)},
            )

    context = {
        "edition": edition,
        "session": row,
        "q": text,
        "is_cut": len(people) == 100,
        "has_people": bool(people),
    }
    page = Page(
        _("Who speaks"),
        _page_of(key, row),
        edition=edition,
        above=(*_above(key), (str(row), _page_of(key, row))),
        button=_("Add"),
    )
    return edit(request, page, form, save, extra=context, template="programme/speaker.html")


def speaker_remove(request: HttpRequest, key: str, uid: str, speaker: str) -> HttpResponse:
    """Take somebody out of a session."""
    editable(request, key)
    row = _session(request, key, uid)
    found = get_object_or_404(Speaker.objects.select_related("participant"), uid=speaker)
    question = Question(
        title=_("Take this person out of the session?"),
        button=_("Take out"),
        back=_page_of(key, row),
        goes=[str(found)],
        note=_("The person stays at the conference."),
    )
    return remove(
        request, question, lambda: actions.remove_speaker(by=actor(request), speaker=found)
    )


def _session(request: HttpRequest, key: str, uid: str) -> Session:
    return visible(request, key, uid)


def _page_of(key: str, row: Session | None) -> str:
    if row is None:
        return reverse("programme:list", args=[key])
    return reverse("programme:session", args=[key, row.uid])


def _above(key: str) -> tuple[tuple[str, str], ...]:
    return ((_("Programme"), reverse("programme:list", args=[key])),)
