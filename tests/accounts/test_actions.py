"""Accounts and roles: who may give and take them, and what the record tells."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from accounts import made
from convoca.accounts import actions, queries
from convoca.accounts.actors import actor_of
from convoca.accounts.models import RoleGrant
from convoca.accounts.roles import Role
from convoca.journal.actors import ANONYMOUS
from convoca.journal.models import Entry
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.members import rules as members_rules
from convoca.members.periods import today
from members.made import INSTALLATION, actor, ministry_of_2024

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_the_room_below_writes_the_roles_as_this_one_does():
    words = (members_rules.ADMINISTRATOR, members_rules.CLERK, members_rules.SPECIALIST)
    assert words == (Role.ADMINISTRATOR, Role.CLERK, Role.SPECIALIST)


def test_the_records_text_names_nobody():
    made.user("Lê Thị Hòa")
    entry = Entry.objects.get(action="accounts.create_account")
    assert json.loads(entry.text)["facts"] == {"language": "vi"}
    assert "Hòa" not in entry.text


def test_only_an_administrator_adds_an_account():
    chain = ministry_of_2024()
    facts = {"email": "ai-do@co-quan.example", "name": "Ai đó"}
    for by in (ANONYMOUS, actor("clerk", at=chain.itu, with_sub_bodies=True)):
        with pytest.raises(NotPermitted):
            actions.create_account(by=by, **facts)
    by = actor("administrator", at=chain.department)
    assert actions.create_account(by=by, **facts).email == facts["email"]


def test_an_address_has_one_account():
    first = made.user()
    with pytest.raises(ValidationError):
        actions.create_account(by=INSTALLATION, email=first.email.upper(), name="Khác")


def test_an_administrator_gives_roles_in_their_own_reach_only():
    chain, user = ministry_of_2024(), made.user()
    by = actor("administrator", at=chain.ministry, with_sub_bodies=True)
    grant = actions.grant_role(by=by, user=user, role="signer", body=chain.department)
    assert (grant.valid_from, grant.granted_by) == (today(), by.uid)
    for body in (chain.government, chain.science):
        with pytest.raises(NotPermitted):
            actions.grant_role(by=by, user=user, role="signer", body=body)


def test_nobody_gives_themselves_a_role_without_being_administrator():
    chain = ministry_of_2024()
    user = made.user_with("specialist", chain.ministry, with_sub_bodies=True)
    with pytest.raises(NotPermitted):
        actions.grant_role(by=actor_of(user), user=user, role="administrator", body=chain.ministry)


def test_a_role_is_held_once_at_a_time():
    chain, user = ministry_of_2024(), made.user()
    give = {"by": INSTALLATION, "user": user, "role": "signer", "body": chain.ministry}
    actions.grant_role(**give, valid_from=today(), valid_to=today() + 9 * DAY)
    with pytest.raises(StateConflict):
        actions.grant_role(**give, valid_from=today() + 9 * DAY)
    actions.grant_role(**give, valid_from=today() + 10 * DAY)
    assert RoleGrant.objects.filter(user=user).count() == 2


def test_a_role_taken_away_is_gone_at_once():
    chain = ministry_of_2024()
    user = made.user_with("signer", chain.ministry)
    grant = user.role_grants.get()
    by = actor("administrator", at=chain.ministry)
    with pytest.raises(NotPermitted):
        actions.revoke_role(by=actor("administrator", at=chain.science), grant=grant)
    actions.revoke_role(by=by, grant=grant)
    assert actor_of(user).grants == frozenset()
    with pytest.raises(StateConflict):
        actions.revoke_role(by=by, grant=grant)


def test_an_administrator_cannot_lock_themselves_out():
    chain = ministry_of_2024()
    user = made.user_with("administrator", chain.ministry)
    with pytest.raises(StateConflict):
        actions.revoke_role(by=actor_of(user), grant=user.role_grants.get())
    with pytest.raises(StateConflict):
        actions.deactivate(by=actor_of(user), user=user)


def test_a_bodys_administrator_cannot_shut_out_the_unions():
    chain = ministry_of_2024()
    above = made.user_with("administrator", chain.itu, with_sub_bodies=True)
    by = made.actor_with("administrator", chain.ministry, with_sub_bodies=True)
    with pytest.raises(NotPermitted):
        actions.deactivate(by=by, user=above)
    below = made.user_with("clerk", chain.department)
    assert actions.deactivate(by=by, user=below).is_active is False
    assert actions.reactivate(by=by, user=below).is_active is True


def test_only_the_owner_sets_the_language_and_an_unknown_one_is_dropped():
    user = made.user(language="vi")
    with pytest.raises(NotPermitted):
        actions.set_language(by=INSTALLATION, user=user, language="en")
    assert actions.set_language(by=actor_of(user), user=user, language="en").language == "en"
    assert actions.set_language(by=actor_of(user), user=user, language="xx").language == ""


def test_holders_are_found_up_the_lineage():
    chain = ministry_of_2024()
    here = made.user_with("signer", chain.department, name="An")
    above = made.user_with("signer", chain.government, with_sub_bodies=True, name="Bình")
    made.user_with("signer", chain.ministry, name="Chi")
    made.user_with("clerk", chain.department, name="Dung")
    found = queries.holders(role="signer", lineage=chain.department.lineage)
    assert list(found) == [here, above]
