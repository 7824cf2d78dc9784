"""Making accounts, giving and taking roles."""

from datetime import date

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from convoca.accounts.models import RoleGrant, User
from convoca.accounts.queries import holds_then, open_grants
from convoca.accounts.roles import Role
from convoca.accounts.rules import is_self, may_grant, may_keep_account, may_keep_accounts
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.members.models import Body
from convoca.members.periods import today


@transaction.atomic
def create_account(
    *, by: Actor, email: str, name: str, language: str = "", password: str | None = None
) -> User:
    """Make an account; without a password its owner signs in by a code sent to the address.

    Raises ValidationError for an address that has an account.
    """
    if not may_keep_accounts(by):
        raise NotPermitted(_("Only an administrator may add an account."))
    address = email.strip().lower()
    if User.objects.filter(email=address).exists():
        raise ValidationError(_("There is already an account with this e-mail address."))
    user = User.objects.create_user(
        email=address, password=password, name=name, language=_known(language)
    )
    # Whoever can read the code sent there has shown that the address is theirs.
    EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
    record(
        by=by,
        action="accounts.create_account",
        subject_kind="user",
        subject_uid=user.uid,
        facts={"language": user.language},
        personal={"name": name, "email": address},
    )
    return user


def _known(language: str) -> str:
    return language if language in dict(settings.LANGUAGES) else ""


@transaction.atomic
def grant_role(
    *,
    by: Actor,
    user: User,
    role: str,
    body: Body,
    with_sub_bodies: bool = False,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> RoleGrant:
    """Give a role at a body, with the bodies below it if so marked; no first day means today.

    Raises StateConflict where the user holds that role there already on one of those days.
    """
    if not may_grant(by, body):
        raise NotPermitted(_("Only an administrator of this body may give roles there."))
    user = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    first = valid_from or today()
    if holds_then(user, role, body, first, valid_to):
        raise StateConflict(_("This person already holds this role there at that time."))
    grant = RoleGrant.objects.create(
        user=user,
        role=Role(role).value,
        body=body,
        with_sub_bodies=with_sub_bodies,
        valid_from=first,
        valid_to=valid_to,
        granted_by=by.uid,
    )
    record(
        by=by,
        action="accounts.grant_role",
        subject_kind="user",
        subject_uid=user.uid,
        facts={
            "role": grant.role,
            "body": str(body.uid),
            "with_sub_bodies": with_sub_bodies,
            "from": first.isoformat(),
            "to": valid_to.isoformat() if valid_to else None,
        },
    )
    return grant


@transaction.atomic
def revoke_role(*, by: Actor, grant: RoleGrant) -> RoleGrant:
    """Take a role away at once: yesterday was its last day.

    Raises StateConflict for one that has ended, and for the last administrator's own role.
    """
    if not may_grant(by, grant.body):
        raise NotPermitted(_("Only an administrator of this body may take roles away there."))
    grant = RoleGrant.objects.select_for_update(no_key=True).get(pk=grant.pk)
    if not grant.is_open:
        raise StateConflict(_("This role has already ended."))
    if is_self(by, grant.user.uid) and grant.role == Role.ADMINISTRATOR:
        raise StateConflict(
            _("You cannot take your own administrator’s role; another administrator can.")
        )
    grant.end()
    record(
        by=by,
        action="accounts.revoke_role",
        subject_kind="user",
        subject_uid=grant.user.uid,
        facts={"role": grant.role, "body": str(grant.body.uid)},
    )
    return grant


@transaction.atomic
def deactivate(*, by: Actor, user: User) -> User:
    """Shut an account: it can no longer sign in, and its sessions end with the next request."""
    _may_keep(by, user)
    if is_self(by, user.uid):
        raise StateConflict(_("You cannot deactivate your own account."))
    return _set_active(by, user, is_active=False)


@transaction.atomic
def reactivate(*, by: Actor, user: User) -> User:
    """Open a shut account again, with the roles that it still holds."""
    _may_keep(by, user)
    return _set_active(by, user, is_active=True)


def _may_keep(by: Actor, user: User) -> None:
    bodies = [grant.body for grant in open_grants(user)]
    if not may_keep_account(by, bodies):
        raise NotPermitted(
            _("Only an administrator of all bodies where this person holds roles may do this.")
        )


def _set_active(by: Actor, user: User, *, is_active: bool) -> User:
    user = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    if user.is_active == is_active:
        raise StateConflict(_("The account is already in this state."))
    user.is_active = is_active
    user.save(update_fields=["is_active"])
    record(
        by=by,
        action="accounts.reactivate" if is_active else "accounts.deactivate",
        subject_kind="user",
        subject_uid=user.uid,
    )
    return user


@transaction.atomic
def set_language(*, by: Actor, user: User, language: str, name: str = "") -> User:
    """Set the language in which a user is shown pages and written to, and their name if given."""
    if not is_self(by, user.uid):
        raise NotPermitted(_("Only the owner of an account may change this."))
    user = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    user.language, user.name = _known(language), name or user.name
    user.save(update_fields=["language", "name"])
    record(
        by=by,
        action="accounts.set_language",
        subject_kind="user",
        subject_uid=user.uid,
        facts={"language": user.language},
        personal={"name": user.name},
    )
    return user
