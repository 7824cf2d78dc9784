"""One's own account; for administrators, the accounts of others and their roles."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from convoca.accounts import actions, queries
from convoca.accounts.forms import AccountForm, GrantForm, ProfileForm
from convoca.accounts.invitations import invite
from convoca.accounts.models import RoleGrant, User
from convoca.accounts.roles import Role
from convoca.accounts.rules import is_self, may_grant, may_keep_account, may_keep_accounts
from convoca.journal.actors import Actor
from convoca.journal.refusals import NotPermitted
from convoca.journal.timeline import timeline
from convoca.pages.views import Question, ask_first, confirmed, shown

View = Callable[..., HttpResponseBase]
PER_PAGE = 50


def answering_errors(view: View) -> View:
    """Answer 422 where the form that allauth shows again has errors, as our own pages do."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if isinstance(response, TemplateResponse) and request.method == "POST":
            told = response.context_data or {}
            if "form" in told and told["form"].errors:
                told["has_errors"] = True
                response.status_code = 422
        return response

    return checked


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def _keeper(request: HttpRequest) -> Actor:
    by = _actor(request)
    if not may_keep_accounts(by):
        raise NotPermitted(_("Only administrators keep accounts."))
    return by


@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """Show one's own roles; change name, language and password."""
    by, own = _actor(request), request.user
    assert isinstance(own, User)  # noqa: S101 - login_required let nobody else in
    sent = request.POST if request.method == "POST" else None
    form = ProfileForm(sent, initial={"name": own.name, "language": own.language})
    if sent is not None and form.is_valid():
        actions.set_language(
            by=by,
            user=own,
            language=form.cleaned_data["language"],
            name=form.cleaned_data["name"],
        )
        with translation.override(form.cleaned_data["language"] or translation.get_language()):
            messages.success(request, _("Your changes are saved."))
            return redirect("accounts_profile")
    context = {"own": own, "grants": queries.open_grants(own)}
    return shown(request, "accounts/profile.html", context, form=form)


@login_required
def users(request: HttpRequest) -> HttpResponse:
    """List the accounts, with a search."""
    _keeper(request)
    text = request.GET.get("q", "").strip()
    page = Paginator(queries.users(text=text), PER_PAGE).get_page(request.GET.get("page"))
    return shown(request, "accounts/users.html", {"page": page, "q": text})


@login_required
def add(request: HttpRequest) -> HttpResponse:
    """Add an account and write to its owner."""
    by = _keeper(request)
    form = AccountForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            made = actions.create_account(by=by, **form.cleaned_data)
            invite(by=by, user=made)
        messages.success(request, _("The account is there. Now give it a role."))
        return redirect("accounts_user", uid=made.uid)
    return shown(request, "accounts/add.html", form=form)


@login_required
def user(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show an account with its roles and give it another one."""
    by = _keeper(request)
    found = get_object_or_404(User, uid=uid)
    sent = request.POST if request.method == "POST" else None
    form = GrantForm(sent, by=by)
    if sent is not None and form.is_valid():
        actions.grant_role(by=by, user=found, **form.cleaned_data)
        messages.success(request, _("The role is given."))
        return redirect("accounts_user", uid=uid)
    grants = list(queries.open_grants(found))
    context = {
        "found": found,
        "grants": [(grant, may_grant(by, grant.body)) for grant in grants],
        "roles": list(Role),
        "may_change_state": not is_self(by, uid)
        and may_keep_account(by, [grant.body for grant in grants]),
        "entries": timeline(subject_kind="user", subject_uid=uid),
    }
    return shown(request, "accounts/user.html", context, form=form)


@login_required
@require_POST
def change_state(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Shut an account after asking once, or open it again."""
    by, found = _keeper(request), get_object_or_404(User, uid=uid)
    if not found.is_active:
        actions.reactivate(by=by, user=found)
        messages.success(request, _("The account is open again."))
        return redirect("accounts_user", uid=uid)
    if not confirmed(request):
        return ask_first(request, _deactivation(found))
    actions.deactivate(by=by, user=found)
    messages.success(request, _("The account is deactivated."))
    return redirect("accounts_user", uid=uid)


def _deactivation(found: User) -> Question:
    return Question(
        title=_("Deactivate the account of %(name)s?") % {"name": found.name},
        button=_("Deactivate the account"),
        back=found.get_absolute_url(),
        note=_("They can no longer sign in. You can open the account again at any time."),
    )


@login_required
@require_POST
def revoke(request: HttpRequest, uid: UUID, grant: UUID) -> HttpResponse:
    """Take a role away, after asking once."""
    by = _keeper(request)
    held = get_object_or_404(
        RoleGrant.objects.select_related("user", "body"), uid=grant, user__uid=uid
    )
    if not confirmed(request):
        return ask_first(request, _revocation(held))
    actions.revoke_role(by=by, grant=held)
    messages.success(request, _("The role is taken away."))
    return redirect("accounts_user", uid=uid)


def _revocation(held: RoleGrant) -> Question:
    return Question(
        title=_("Take this role away from %(name)s?") % {"name": held.user.name},
        button=_("Take the role away"),
        back=held.user.get_absolute_url(),
        goes=[f"{held.role_label}: {held.body}"],
        note=_("It ends at once. You can give it again."),
    )
