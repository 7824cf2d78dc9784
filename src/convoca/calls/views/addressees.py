"""Who was addressed and where each stands; reminding, reopening, entering on behalf."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from convoca.calls import rules
from convoca.calls.actions.calls import reopen_for
from convoca.calls.actions.replies import add_reply, take_letter
from convoca.calls.forms.calls import AddresseeFilter, OnBehalfForm, ReopenForm
from convoca.calls.models import Reply
from convoca.calls.queries.calls import addressees as addressees_of
from convoca.calls.queries.calls import silent
from convoca.calls.topics import Kind
from convoca.calls.views.doors import actor_of, call_for, known, reply_for
from convoca.letters import actions as letters
from convoca.letters.mails import reminder_mails
from convoca.letters.models import IncomingLetter
from convoca.letters.rules import may_read_incoming
from convoca.members.periods import today
from convoca.members.queries import choosable
from convoca.pages.views import shown

PER_PAGE = 30


@known
@require_GET
def addressees(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The table of addressees, filtered by name, state and kind."""
    one = call_for(request, uid)
    form = AddresseeFilter(request.GET)
    form.is_valid()
    given = form.cleaned_data
    found = addressees_of(
        one,
        words=given.get("words", ""),
        state=given.get("state", ""),
        kind=given.get("kind", ""),
    )
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "call": one,
        "page": page,
        "filters": form,
        "works_on": rules.works_on(actor_of(request), one),
        "silent": silent(one).count(),
    }
    return shown(request, "calls/addressees.html", context)


@known
def remind(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Who would be reminded, in which words; then into the outbox, to be read and released."""
    one = call_for(request, uid)
    rules.demand_officer(actor_of(request), one)
    found = list(silent(one))
    if request.method == "POST":
        chosen = set(request.POST.getlist("reply"))
        wanted = [reply for reply in found if str(reply.uid) in chosen]
        recipients = [reply.recipient for reply in wanted if reply.recipient]
        letters.remind(by=actor_of(request), letter=one.letter, recipients=recipients)
        messages.success(request, _("The reminder is prepared. Read it, then let it go."))
        return redirect("letters:outbox", one.letter.uid)
    sample = next((reply.recipient for reply in found if reply.recipient), None)
    mails = reminder_mails(sample, one.unit) if sample else []
    context = {"call": one, "replies": found, "mail": mails[0] if mails else None}
    return shown(request, "calls/remind.html", context)


@known
def reopen(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Let one body answer after the deadline."""
    one = reply_for(request, uid)
    rules.demand_officer(actor_of(request), one.call)
    form = ReopenForm(request.POST or None)
    if form.is_valid():
        reopen_for(
            by=actor_of(request),
            reply=one,
            until=form.until(),
            because=form.cleaned_data["because"],
        )
        messages.success(request, _("The reply is open again."))
        return redirect("calls:reply", one.uid)
    return shown(request, "calls/reopen.html", {"reply": one, "call": one.call}, form=form)


@known
def on_behalf(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Choose for which body something is entered, also one that was not addressed."""
    one = call_for(request, uid)
    rules.demand_officer(actor_of(request), one)
    form = OnBehalfForm(request.POST or None, bodies=choosable(on=today()))
    if form.is_valid():
        made = add_reply(by=actor_of(request), call=one, body=form.cleaned_data["body"])
        return redirect("calls:reply", made.uid)
    return shown(request, "calls/on_behalf.html", {"call": one}, form=form)


@known
def split(request: HttpRequest, uid: UUID) -> HttpResponse:
    """An official letter beside the reply: its files, and each item written from it."""
    one = reply_for(request, uid)
    by = actor_of(request)
    rules.demand_officer(by, one.call)
    if request.method == "POST":
        _link(request, one)
        return redirect("calls:split", one.uid)
    found = IncomingLetter.objects.filter(answers=one.call.letter, replies=None)
    context = {
        "reply": one,
        "call": one.call,
        "incoming": one.official_letter,
        "files": one.official_letter.files.select_related("file") if one.official_letter else [],
        "candidates": [letter for letter in found if may_read_incoming(by, letter)],
        "items": one.contributions.exclude(state="withdrawn"),
        "kinds": [(kind.value, kind.label) for kind in Kind if kind.value in one.call.kinds],
    }
    return shown(request, "calls/split.html", context)


def _link(request: HttpRequest, one: Reply) -> None:
    try:
        wanted = UUID(request.POST.get("incoming", ""))
    except ValueError as no_uid:
        raise Http404 from no_uid
    incoming = IncomingLetter.objects.filter(uid=wanted).first()
    if incoming is None or not may_read_incoming(actor_of(request), incoming):
        raise Http404
    take_letter(by=actor_of(request), reply=one, incoming=incoming, at=incoming.created_at)
    messages.success(request, _("The letter is noted at this reply."))
