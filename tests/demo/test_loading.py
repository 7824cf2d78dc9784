"""The demo's facts go in through the same actions that people use."""

import pytest

from convoca.accounts.actors import actor_of
from convoca.accounts.models import User
from convoca.demo import facts
from convoca.demo.loading.accounts import PASSWORD, load_accounts
from convoca.demo.loading.members import load_members, standing
from convoca.journal.actors import Actor, ActorKind
from convoca.journal.models import Entry
from convoca.members.models import Body
from convoca.members.periods import today
from convoca.members.queries import by_key, expand

pytestmark = pytest.mark.django_db
LOADER = Actor(ActorKind.COMMAND, "convoca demo", "convoca demo")


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Load once for the module and leave nothing behind."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        bodies = load_members(by=LOADER)
        users = load_accounts(by=LOADER, bodies=bodies)
        yield bodies, users
        transaction.set_rollback(True)


def test_every_body_of_the_facts_stands_in_its_tree(loaded):
    bodies, _users = loaded
    assert Body.objects.count() == len(standing())
    ministry = bodies["vn-btttt"]
    assert [str(uid) for uid in ministry.lineage] == [
        str(bodies[key].uid) for key in ("vn-btttt", "vn-chinh-phu", "vnm", "itu")
    ]


def test_the_groups_of_kinh_gui_expand_to_their_bodies(loaded):
    provinces = by_key("vn-btttt").address_groups.get(key="ubnd-cap-tinh")
    assert len(expand(group=provinces, on=today())) == 63


def test_the_posts_sign_in_with_their_roles(loaded):
    bodies, _users = loaded
    signer = User.objects.get(email="thutruong@btttt.example")
    assert signer.check_password(PASSWORD)
    assert actor_of(signer).holds("signer", bodies["vn-btttt"].lineage)


def test_each_body_group_account_and_role_has_one_entry(loaded):
    roles = sum(len(post.roles) for post in facts.posts().values())
    expected = len(standing()) + len(facts.groups()) + len(facts.posts()) + roles
    assert Entry.objects.count() == expected
