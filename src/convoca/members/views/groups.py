"""Groups of addressees, and whom they mean on a day."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from convoca.journal.refusals import NotPermitted
from convoca.journal.timeline import timeline
from convoca.members import actions, queries
from convoca.members.fields import day_asked
from convoca.members.forms.contacts import GroupForm, NewGroupForm
from convoca.members.models import AddressGroup, Body
from convoca.members.rules import may_keep_contacts
from convoca.members.views import acting, body_or_404
from convoca.pages.views import shown


def _group(uid: UUID) -> AddressGroup:
    return get_object_or_404(
        AddressGroup.objects.select_related("owner__parent", "rule_under"), uid=uid
    )


def _kept(request: HttpRequest, owner: Body) -> Body:
    if not may_keep_contacts(acting(request), owner):
        raise NotPermitted(
            _("Only specialists, records clerks and administrators of this body may change this.")
        )
    return owner


@login_required
def groups(request: HttpRequest) -> HttpResponse:
    """List all groups under the bodies that own them."""
    found = queries.all_groups()
    return render(request, "members/groups.html", {"groups": found})


@login_required
def group(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show a group and whom it means on a day."""
    found, on = _group(uid), day_asked(request.GET.get("on", ""))
    bodies = queries.expand(group=found, on=on)
    addresses = queries.mail_addresses(bodies, on=on)
    rows = [(body, body.name_on(on), addresses[body.pk]) for body in bodies]
    context = {
        "group": found,
        "on": on,
        "rows": rows,
        "silent": sum(not emails for _body, _name, emails in rows),
        "may_keep": may_keep_contacts(acting(request), found.owner),
        "entries": timeline(subject_kind="group", subject_uid=found.uid),
    }
    return render(request, "members/group.html", context)


@login_required
def add(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Make a group that the body of the address owns."""
    owner = _kept(request, body_or_404(uid))
    form = NewGroupForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.create_group(by=acting(request), owner=owner, **form.cleaned_data)
            messages.success(request, _("Your changes are saved."))
            return redirect("members:group", uid=made.uid)
        except ValidationError as error:
            form.add_error("key", error)
    return _form(request, form, owner, _("Make a group"))


@login_required
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change a group's name, rule and bodies."""
    found = _group(uid)
    _kept(request, found.owner)
    members = [one.body for one in queries.memberships(found)]
    initial = {
        "name": found.name,
        "members": members,
        "rule_kinds": found.rule_kinds,
        "rule_under": found.rule_under,
        "rule_reaches_all_below": found.rule_reaches_all_below,
    }
    form = GroupForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        _save(request, found, dict(form.cleaned_data), members)
        messages.success(request, _("Your changes are saved."))
        return redirect("members:group", uid=uid)
    return _form(request, form, found.owner, _("Change the group"), found)


@transaction.atomic
def _save(
    request: HttpRequest, found: AddressGroup, facts: dict[str, Any], before: list[Body]
) -> None:
    by, members = acting(request), facts.pop("members")
    actions.edit_group(by=by, group=found, sort_order=found.sort_order, **facts)
    if members != before:
        actions.set_group_members(by=by, group=found, members=members)


def _form(
    request: HttpRequest, form: Any, owner: Body, title: str, found: AddressGroup | None = None
) -> HttpResponse:
    context = {"owner": owner, "title": title, "group": found}
    return shown(request, "members/group_form.html", context, form=form)
