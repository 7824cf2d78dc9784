"""Naming the people who come, one by one or from a file."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from convoca.conferences import actions
from convoca.conferences.forms.delegations import FileForm, GuestForm, PersonForm
from convoca.conferences.imports.planning import planned
from convoca.conferences.models import Delegation, DelegationImport, Participant, Place
from convoca.conferences.rules import demand, demand_delegation, may_import
from convoca.conferences.views.access import actor, editable, find, shell
from convoca.conferences.views.editing import Page, edit, remove
from convoca.journal.refusals import NotPermitted
from convoca.pages.views import Question


def new(request: HttpRequest, key: str, body_key: str) -> HttpResponse:
    """Name a member of a delegation."""
    by = actor(request)
    row = get_object_or_404(
        Delegation.objects.select_related("edition__series__body", "body"),
        edition__key=key,
        body__key=body_key,
    )
    demand_delegation(by, row)
    form = PersonForm(request.POST or None)

    def save(form: PersonForm) -> None:
        facts = form.facts(delegation=row)
        actions.put_participant(by=by, edition=row.edition, facts=facts)

    page = Page(
        title=_("Name a member of the delegation"),
        back=reverse("conferences:delegation", args=[key, body_key]),
        edition=row.edition,
    )
    return edit(request, page, form, save)


def _person(request: HttpRequest, key: str, uid: str) -> Participant:
    row = get_object_or_404(
        Participant.objects.select_related("edition__series__body", "delegation__body"),
        edition__key=key,
        uid=uid,
    )
    if row.delegation is None:
        demand(actor(request), row.edition)
    else:
        demand_delegation(actor(request), row.delegation)
    return row


def _back(row: Participant) -> str:
    if row.delegation is None:
        return reverse("conferences:manage", args=[row.edition.key])
    return reverse("conferences:delegation", args=[row.edition.key, row.delegation.body.key])


def change(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Change what is entered about a person."""
    row, by = _person(request, key, uid), actor(request)
    form: PersonForm = (
        PersonForm(request.POST or None, row=row)
        if row.delegation
        else GuestForm(request.POST or None, row=row, edition=row.edition)
    )

    def save(form: PersonForm) -> None:
        fixed: dict[str, Any] = (
            {"delegation": row.delegation} if row.delegation else {"place": Place.GUEST}
        )
        actions.put_participant(
            by=by,
            edition=row.edition,
            facts=form.facts(**fixed),
            participant=row,
            version=form.held_version,
        )

    page = Page(title=str(row), back=_back(row), edition=row.edition)
    return edit(request, page, form, save, row=row)


def take_away(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Take a person from the list."""
    row, by = _person(request, key, uid), actor(request)
    question = Question(
        title=_("Remove this person?"),
        button=_("Remove the person"),
        back=_back(row),
        goes=[str(row)],
    )
    return remove(request, question, lambda: actions.remove_participant(by=by, participant=row))


def guest(request: HttpRequest, key: str) -> HttpResponse:
    """Name a guest outside any delegation."""
    edition = editable(request, key)
    form = GuestForm(request.POST or None, edition=edition)

    def save(form: GuestForm) -> None:
        facts = form.facts(place=Place.GUEST)
        actions.put_participant(by=actor(request), edition=edition, facts=facts)

    page = Page(
        title=_("Name a guest"), back=reverse("conferences:manage", args=[key]), edition=edition
    )
    return edit(request, page, form, save)


def bring(request: HttpRequest, key: str) -> HttpResponse:
    """Take in a file of delegates and lead to its preview."""
    edition, by = find(key), actor(request)
    if not may_import(by, edition):
        raise NotPermitted(_("Only the secretariat or a focal point may import delegates."))
    form = FileForm(request.POST or None, request.FILES or None)

    def save(form: FileForm) -> str:
        sent = form.cleaned_data["file"]
        kept = actions.receive_delegates(
            by=by, edition=edition, file_name=sent.name, content=sent.read()
        )
        return reverse("conferences:import_preview", args=[key, kept.uid])

    page = Page(
        title=_("Import delegates"),
        back=reverse("conferences:delegations", args=[key]),
        edition=edition,
        button=_("Look at the file"),
        note=_(
            "The first line names the columns: delegation (key, ISO code or name), name, place, "
            "rank, office_vi, office_en, gender, language."
        ),
    )
    return edit(request, page, form, save)


def preview(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Show what a file would do, line by line; on agreement do it."""
    by = actor(request)
    kept = get_object_or_404(
        DelegationImport.objects.select_related("edition__series__body"), edition__key=key, uid=uid
    )
    if by.uid != kept.made_by:
        raise NotPermitted(_("Only the one who brought the file may confirm it."))
    if request.method == "POST":
        actions.confirm_delegates(by=by, kept=kept)
        return redirect("conferences:import_preview", key, uid)
    plan = planned(by=by, edition=kept.edition, content=bytes(kept.content))
    context = {**shell(request, kept.edition), "kept": kept, "plan": plan}
    return render(request, "conferences/import.html", context)
