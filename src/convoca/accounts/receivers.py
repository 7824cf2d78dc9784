"""What accounts do when something happens in the rooms below."""

from datetime import date
from typing import Any

from allauth.account.signals import (
    password_changed,
    password_reset,
    password_set,
    user_logged_in,
)
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from convoca.accounts.actions import grant_role
from convoca.accounts.actors import actor_of
from convoca.accounts.models import RoleGrant, User
from convoca.accounts.queries import holds_then
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.members.models import Body
from convoca.members.periods import standing_on
from convoca.members.signals import Moving, bodies_succeeded, succession_previewed


def connect() -> None:
    """Listen to mergers of bodies, and to sign-ins and new passwords."""
    bodies_succeeded.connect(_hand_roles_on, dispatch_uid="accounts.roles")
    succession_previewed.connect(_count_roles, dispatch_uid="accounts.roles")
    user_logged_in.connect(_note_sign_in, dispatch_uid="accounts.sign_in")
    for signal in (password_changed, password_set, password_reset):
        signal.connect(_note_password, dispatch_uid="accounts.password")


def _held(predecessor: Body, on: date) -> list[RoleGrant]:
    found = RoleGrant.objects.filter(standing_on(on), body=predecessor, user__is_active=True)
    return list(found.select_related("user").order_by("pk"))


def _hand_roles_on(
    sender: object, predecessor: Body, successors: tuple[Body, ...], on: date, by: Actor, **_kw: Any
) -> None:
    """Give who held a role at a merged body the same at its successor.

    Not after a split: who goes where only a person knows.
    """
    if len(successors) != 1:
        return
    for grant in _held(predecessor, on):
        if not holds_then(grant.user, grant.role, successors[0], on):
            grant_role(
                by=by,
                user=grant.user,
                role=grant.role,
                body=successors[0],
                with_sub_bodies=grant.with_sub_bodies,
                valid_from=on,
                valid_to=grant.valid_to,
            )


def _count_roles(
    sender: object, predecessor: Body, successors: tuple[Body, ...], on: date, **_kw: Any
) -> list[Moving]:
    count = len(_held(predecessor, on))
    return [Moving(_("roles that people hold"), count, moves=len(successors) == 1)]


@transaction.atomic
def _note(user: User, action: str, **facts: str) -> None:
    record(by=actor_of(user), action=action, subject_kind="user", subject_uid=user.uid, facts=facts)


def _note_sign_in(sender: object, request: HttpRequest, user: User, **_kw: Any) -> None:
    methods = request.session.get("account_authentication_methods") or [{}]
    _note(user, "accounts.sign_in", method=str(methods[-1].get("method", "")))


def _note_password(sender: object, request: HttpRequest, user: User, **_kw: Any) -> None:
    _note(user, "accounts.change_password")
