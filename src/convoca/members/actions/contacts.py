"""Contacts of a body, and the groups that letters go to."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted
from convoca.languages.fields import own_language
from convoca.languages.translated import Translated
from convoca.members.models import AddressGroup, Body, Contact, GroupMember
from convoca.members.naming import main_of
from convoca.members.rules import may_keep_contacts


def _may_keep(by: Actor, body: Body) -> None:
    if not may_keep_contacts(by, body):
        raise NotPermitted(
            _("Only specialists, records clerks and administrators of this body may change this.")
        )


@transaction.atomic
def add_contact(
    *,
    by: Actor,
    body: Body,
    name: str,
    role: str = "",
    email: str = "",
    phone: str = "",
    language: str = "",
    receives_letters: bool = False,
    valid_from: date | None = None,
) -> Contact:
    """Add a person or desk that the body is reached through."""
    _may_keep(by, body)
    if receives_letters and not email:
        raise ValidationError(_("Letters can only go to a contact with an e-mail address."))
    contact = Contact.objects.create(
        body=body,
        name=name,
        role=role,
        email=email,
        phone=phone,
        language=language or own_language(),
        receives_letters=receives_letters,
        valid_from=valid_from,
    )
    record(
        by=by,
        action="members.add_contact",
        subject_kind="body",
        subject_uid=body.uid,
        facts={"contact": str(contact.uid), "receives_letters": receives_letters},
        personal={"name": name, "email": email} if email else {"name": name},
    )
    return contact


@transaction.atomic
def end_contact(*, by: Actor, contact: Contact, last_day: date) -> Contact:
    """Let a contact end with `last_day`; it stays in the record of the body."""
    _may_keep(by, contact.body)
    contact = Contact.objects.select_for_update(no_key=True).get(pk=contact.pk)
    if contact.valid_from is not None and last_day < contact.valid_from:
        contact.valid_from = last_day
    contact.valid_to = last_day
    contact.save(update_fields=["valid_from", "valid_to"])
    record(
        by=by,
        action="members.end_contact",
        subject_kind="body",
        subject_uid=contact.body.uid,
        facts={"contact": str(contact.uid), "to": last_day.isoformat()},
    )
    return contact


@transaction.atomic
def create_group(
    *,
    by: Actor,
    owner: Body,
    key: str,
    name: Translated,
    members: Sequence[Body] = (),
    rule_kinds: Sequence[str] = (),
    rule_under: Body | None = None,
    rule_reaches_all_below: bool = False,
    main_language: str = "",
    sort_order: int = 0,
) -> AddressGroup:
    """Make a line of addressees. Raises ValidationError for a key the owner uses already."""
    _may_keep(by, owner)
    if AddressGroup.objects.filter(owner=owner, key=key).exists():
        raise ValidationError(_("The key “%(key)s” is in use."), params={"key": key})
    group = AddressGroup.objects.create(
        owner=owner,
        key=key,
        name=name,
        main_language=main_of(name, main_language),
        rule_kinds=list(rule_kinds),
        rule_under=rule_under if rule_kinds else None,
        rule_reaches_all_below=rule_reaches_all_below,
        sort_order=sort_order,
    )
    _place(group, members)
    _record_group(by, group, "members.create_group", members)
    return group


@transaction.atomic
def edit_group(
    *,
    by: Actor,
    group: AddressGroup,
    name: Translated,
    rule_kinds: Sequence[str] = (),
    rule_under: Body | None = None,
    rule_reaches_all_below: bool = False,
    sort_order: int = 0,
) -> AddressGroup:
    """Change a group's name and rule; letters that were issued keep what they froze."""
    _may_keep(by, group.owner)
    group = AddressGroup.objects.select_for_update(no_key=True).get(pk=group.pk)
    group.name, group.sort_order = name, sort_order
    group.rule_kinds = list(rule_kinds)
    group.rule_under = rule_under if rule_kinds else None
    group.rule_reaches_all_below = rule_reaches_all_below
    group.save()
    _record_group(by, group, "members.edit_group", None)
    return group


@transaction.atomic
def set_group_members(*, by: Actor, group: AddressGroup, members: Sequence[Body]) -> AddressGroup:
    """Name the group's bodies anew, in this order."""
    _may_keep(by, group.owner)
    group = AddressGroup.objects.select_for_update(no_key=True).get(pk=group.pk)
    group.memberships.all().delete()
    _place(group, members)
    _record_group(by, group, "members.set_group_members", members)
    return group


def _place(group: AddressGroup, members: Sequence[Body]) -> None:
    once = list(dict.fromkeys(members))
    GroupMember.objects.bulk_create(
        GroupMember(group=group, body=body, place=place) for place, body in enumerate(once, start=1)
    )


def _record_group(
    by: Actor, group: AddressGroup, action: str, members: Sequence[Body] | None
) -> None:
    record(
        by=by,
        action=action,
        subject_kind="group",
        subject_uid=group.uid,
        facts={
            "name": dict(group.name),
            "owner": str(group.owner.uid),
            "kinds": list(group.rule_kinds),
            "under": str(group.rule_under.uid) if group.rule_under else None,
            "members": None if members is None else [str(body.uid) for body in members],
        },
    )
