"""Contacts, groups, people and posts: who keeps them, and what the record leaves out."""

import json
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from convoca.journal.actors import ANONYMOUS
from convoca.journal.models import Entry
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.languages.translated import Translated
from convoca.members import actions, queries
from convoca.members.periods import today
from members import made

pytestmark = pytest.mark.django_db

VERBS = [
    lambda by, chain: actions.add_contact(by=by, body=chain.ministry, name="Nguyễn Văn An"),
    lambda by, chain: actions.create_group(
        by=by, owner=chain.ministry, key="cac-bo", name=Translated(vi="Các Bộ")
    ),
    lambda by, chain: actions.create_post(
        by=by, body=chain.ministry, title=Translated(vi="Thứ trưởng")
    ),
    lambda by, chain: actions.add_person(by=by, at=chain.ministry, name="Nguyễn Văn An"),
]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("role", ["administrator", "clerk", "specialist"])
def test_officers_of_the_body_keep_its_contacts_groups_and_people(verb, role):
    chain = made.ministry_of_2024()
    assert verb(made.actor(role, at=chain.ministry), chain).pk


@pytest.mark.parametrize("verb", VERBS)
def test_nobody_else_does(verb):
    chain = made.ministry_of_2024()
    for by in (
        ANONYMOUS,
        made.actor("reviewer", at=chain.ministry),
        made.actor("clerk", at=chain.science),
        made.actor("clerk", at=chain.department),
        made.actor("clerk", at=chain.government),
    ):
        with pytest.raises(NotPermitted):
            verb(by, chain)


def test_the_records_text_names_no_contact():
    chain = made.ministry_of_2024()
    contact = made.contact(chain.ministry, "Nguyễn Thị Mai")
    entry = Entry.objects.get(action="members.add_contact")
    assert json.loads(entry.text)["facts"] == {
        "contact": str(contact.uid),
        "receives_letters": True,
    }
    assert "Mai" not in entry.text


def test_letters_need_an_address():
    chain = made.ministry_of_2024()
    with pytest.raises(ValidationError):
        made.contact(chain.ministry, email="")


def test_an_ended_contact_receives_nothing_afterwards():
    chain = made.ministry_of_2024()
    contact = made.contact(chain.department)
    actions.end_contact(by=made.INSTALLATION, contact=contact, last_day=today())
    after = queries.mail_addresses([chain.department], on=today() + timedelta(days=1))
    before = queries.mail_addresses([chain.department], on=today())
    assert before == {chain.department.pk: [contact.email]}
    assert after == {chain.department.pk: ["vanthu@vn-btttt-htqt.example"]}


def test_a_group_can_be_named_ruled_and_ordered_anew():
    chain = made.ministry_of_2024()
    ha_noi, dak_lak, an_giang = made.provinces(chain.government)
    group = made.group(chain.ministry, ha_noi)
    by = made.actor("specialist", at=chain.ministry)
    actions.edit_group(by=by, group=group, name=Translated(vi="UBND các tỉnh"), sort_order=2)
    actions.set_group_members(by=by, group=group, members=[an_giang, dak_lak, an_giang])
    group.refresh_from_db()
    assert group.name == Translated(vi="UBND các tỉnh")
    assert queries.expand(group=group, on=today()) == [an_giang, dak_lak]


def test_a_groups_key_is_used_once_by_its_owner():
    chain = made.ministry_of_2024()
    made.group(chain.ministry, key="cac-bo")
    made.group(chain.science, key="cac-bo")
    with pytest.raises(ValidationError):
        made.group(chain.ministry, key="cac-bo")


def test_a_person_is_appointed_and_the_term_ends():
    chain = made.ministry_of_2024()
    person, post = made.person(chain.ministry), made.post(chain.ministry)
    by = made.actor("specialist", at=chain.ministry)
    term = actions.appoint(by=by, person=person, post=post, valid_from=date(2024, 1, 1))
    with pytest.raises(StateConflict):
        actions.appoint(by=by, person=person, post=post, valid_from=date(2024, 2, 1))
    with pytest.raises(StateConflict):
        actions.end_term(by=by, term=term, last_day=date(2023, 12, 31))
    actions.end_term(by=by, term=term, last_day=date(2024, 6, 30))
    again = actions.appoint(by=by, person=person, post=post, valid_from=date(2024, 7, 1))
    assert list(post.terms.order_by("pk")) == [term, again]
