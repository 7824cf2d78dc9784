"""Merging and splitting: first what would move, then the deed."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.members import actions, queries
from convoca.members.forms.bodies import MergeForm, SplitForm
from convoca.members.models import Body
from convoca.members.periods import today
from convoca.members.rules import demand_succession, may_edit
from convoca.members.views import acting, body_or_404
from convoca.pages.views import confirmed, shown


@login_required
def merge(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Merge a body into another one."""
    found = _editable(request, uid)
    form = MergeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _can_follow(found, form):
        (successor,), on = form.successors, form.cleaned_data["on"]
        if not confirmed(request):
            return _preview(request, found, form, _("Merge the bodies"))
        actions.merge_bodies(by=acting(request), predecessors=[found], successor=successor, on=on)
        return _done(request, found, on)
    return _form(request, found, form, _("Merge into another body"))


@login_required
def split(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Split a body into several."""
    found = _editable(request, uid)
    form = SplitForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _can_follow(found, form):
        on = form.cleaned_data["on"]
        if not confirmed(request):
            return _preview(request, found, form, _("Split the body"))
        taker = _chosen(request, form.successors)
        if taker is None:
            return _preview(request, found, form, _("Split the body"), status=422)
        actions.split_body(
            by=acting(request), body=found, successors=form.successors, on=on, tasks_to=taker
        )
        return _done(request, found, on)
    return _form(request, found, form, _("Split into several bodies"))


def _can_follow(found: Body, form: MergeForm | SplitForm) -> bool:
    try:
        demand_succession(found, form.successors, on=form.cleaned_data["on"])
    except StateConflict as conflict:
        form.add_error(None, str(conflict))
        return False
    return True


def _chosen(request: HttpRequest, successors: list[Body]) -> Body | None:
    """Return which of the bodies that follow is to take the open work."""
    return next((one for one in successors if str(one.uid) == request.POST.get("tasks_to")), None)


def _editable(request: HttpRequest, uid: UUID) -> Body:
    found = body_or_404(uid)
    if not may_edit(acting(request), found):
        raise NotPermitted(_("Only an administrator of this body may change it."))
    return found


def _form(request: HttpRequest, found: Body, form: Any, title: str) -> HttpResponse:
    note = _("You first see what would move; nothing happens before you confirm.")
    context = {"body": found, "title": title, "button": _("Show what would move"), "note": note}
    return shown(request, "members/body_form.html", context, form=form)


def _preview(
    request: HttpRequest, found: Body, form: MergeForm | SplitForm, button: str, status: int = 200
) -> HttpResponse:
    on, successors = form.cleaned_data["on"], form.successors
    context = {
        "body": found,
        "preview": queries.preview(found, successors, on=on),
        "successors": successors,
        "on": on,
        "waits": on > today(),
        "sent": [(name, request.POST.get(name, "")) for name in form.fields],
        "button": button,
    }
    context["has_errors"] = status == 422
    return render(request, "members/succession_preview.html", context, status=status)


def _done(request: HttpRequest, found: Body, on: date) -> HttpResponse:
    if on > today():
        messages.success(request, _("It is written down and comes into force on its day."))
    else:
        messages.success(request, _("It is done; open work is with the successor."))
    return redirect("members:body", uid=found.uid)
