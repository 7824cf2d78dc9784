"""A body's page, and the forms that add, correct, name and place it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from convoca.journal.refusals import NotPermitted
from convoca.journal.timeline import timeline
from convoca.members import actions, queries
from convoca.members.forms.bodies import (
    BodyForm,
    EditBodyForm,
    MoveForm,
    RenameForm,
    StateForm,
)
from convoca.members.models import Body
from convoca.members.naming import main_of
from convoca.members.periods import today
from convoca.members.rules import administers_anything, may_edit, may_keep_contacts
from convoca.members.views import acting, body_or_404
from convoca.pages.views import shown

MOST_BELOW = 60


@login_required
def body(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show a body: what it is and was called, where it stands and stood, whom to write to."""
    found = queries.with_history(uid).first()
    if found is None:
        raise Http404
    by, day = acting(request), today()
    below = queries.standing(on=day).filter(parent=found)
    seats = queries.seats_of(found)
    elected = {seat.post_id for seat in seats}
    context = {
        "body": found,
        "above": queries.ancestors(found)[::-1],
        "below": list(below[:MOST_BELOW]),
        "below_count": below.count(),
        "contacts": [one for one in found.contacts.all() if one.stands_on(day)],
        "posts": [
            (post, [term for term in post.terms.all() if term.stands_on(day)])
            for post in found.posts.all()
            if post.pk not in elected
        ],
        "seats": seats,
        "may_edit": may_edit(by, found),
        "may_keep": may_keep_contacts(by, found),
        "stands": found.stands_on(day),
        "entries": _entries(found),
    }
    return shown(request, "members/body.html", context)


def _entries(found: Body) -> list[Any]:
    own = timeline(subject_kind="body", subject_uid=found.uid)
    if found.origin is None:
        return own
    from_file = timeline(subject_kind="import", subject_uid=found.origin.uid)
    return [entry for entry in from_file if entry.action == "members.confirm_import"] + own


@login_required
def add(request: HttpRequest) -> HttpResponse:
    """Add a body under another one."""
    by = acting(request)
    if not administers_anything(by):
        raise NotPermitted(_("Only an administrator of the body above may add a body there."))
    above = Body.objects.filter(key=request.GET.get("under", "")).first()
    form = BodyForm(request.POST if request.method == "POST" else None, initial={"parent": above})
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        made = actions.create_body(by=by, main_language=main_of(facts["name"]), **facts)
        messages.success(request, _("The body was added."))
        return redirect("members:body", uid=made.uid)
    return shown(request, "members/body_add.html", {"above": above}, form=form)


def _editable(request: HttpRequest, uid: UUID) -> Body:
    found = body_or_404(uid)
    if not may_edit(acting(request), found):
        raise NotPermitted(_("Only an administrator of this body may change it."))
    return found


@login_required
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Correct a body's address, place among its neighbours, first and last day."""
    found = _editable(request, uid)
    fields = ("email", "sort_order", "valid_from", "valid_to")
    initial = {name: getattr(found, name) for name in fields}
    form = EditBodyForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.edit_body(by=acting(request), body=found, **form.cleaned_data)
        return _saved(request, found)
    return _form(request, found, form, _("Correct the details"), _("Save"))


@login_required
def rename(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Give a body a new name from a day on."""
    found = _editable(request, uid)
    initial = {
        "name": found.name,
        "main_language": found.main_language,
        "abbreviation": found.abbreviation,
    }
    form = RenameForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.rename_body(by=acting(request), body=found, **form.cleaned_data)
        return _saved(request, found)
    return _form(request, found, form, _("Give a new name"), _("Save the new name"))


@login_required
def move(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Put a body under another one from a day on."""
    found = _editable(request, uid)
    form = MoveForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.move_body(by=acting(request), body=found, **form.cleaned_data)
        return _saved(request, found)
    note = _("Everything below it moves with it. Letters of earlier days stay as they are.")
    return _form(request, found, form, _("Put under another body"), _("Move the body"), note)


@login_required
def state(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Set a Member State's region and place in the French order."""
    found = _editable(request, uid)
    if not found.is_state:
        raise Http404
    fields = ("region", "region_status", "french_order")
    initial = {name: getattr(found, name) for name in fields}
    form = StateForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.edit_member_state(by=acting(request), body=found, **form.cleaned_data)
        return _saved(request, found)
    return _form(request, found, form, _("Region and French order"), _("Save"))


def _saved(request: HttpRequest, found: Body) -> HttpResponse:
    messages.success(request, _("Your changes are saved."))
    return redirect("members:body", uid=found.uid)


def _form(
    request: HttpRequest, found: Body, form: Any, title: str, button: str, note: str = ""
) -> HttpResponse:
    context = {"body": found, "title": title, "button": button, "note": note}
    return shown(request, "members/body_form.html", context, form=form)
