"""Invitations, answers, people: who may, and what is refused."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from conferences import made
from convoca.conferences import actions, queries
from convoca.conferences.content import AnswerFacts, ParticipantFacts
from convoca.conferences.models import Answer, Delegation, Gender, Participant, Place, Rank
from convoca.conferences.writing import Outdated
from convoca.journal.actors import ANONYMOUS
from convoca.journal.models import Entry
from convoca.journal.refusals import NotPermitted, StateConflict
from letters import made as letters_made
from members import made as members_made
from members.made import INSTALLATION

pytestmark = pytest.mark.django_db
COMING = AnswerFacts(answer=Answer.ACCEPTED, answered_on=date(2014, 9, 1), announced_members=12)
SIX_SCRIPTS = (
    "Nguyễn Thị Minh Khai",
    "박근혜",
    "محمد بن راشد",
    "Юлия Ковальчук",
    "王小云",
    "Σοφία Παπαδοπούλου",
)


def test_every_member_state_of_the_opening_day_is_listed_once(world):
    assert actions.list_members(by=world.secretariat, edition=world.edition) == 2
    assert actions.list_members(by=world.secretariat, edition=world.edition) == 0
    assert Delegation.objects.filter(edition=world.edition).count() == 2


def test_a_focal_point_answers_for_its_own_delegation_and_no_other(world):
    mine = made.delegation(world.edition, world.state, coming=False)
    theirs = made.delegation(world.edition, world.host, coming=False)
    assert actions.record_answer(by=world.focal_point, delegation=mine, facts=COMING).is_coming
    with pytest.raises(NotPermitted):
        actions.record_answer(by=world.focal_point, delegation=theirs, facts=COMING)
    facts = ParticipantFacts(name="Trần Văn Nam", delegation=mine)
    actions.put_participant(by=world.focal_point, edition=world.edition, facts=facts)
    assert [one.name for one in queries.members_of(mine)] == ["Trần Văn Nam"]


def test_strangers_and_other_roles_answer_for_nobody(world):
    row = made.delegation(world.edition, world.state)
    person = made.person(row)
    facts = ParticipantFacts(name="Lê Văn Tám", delegation=row)
    others = [
        ANONYMOUS,
        members_made.actor("focal_point", at=world.host),
        members_made.actor("specialist", "administrator", at=world.state),
        members_made.actor("secretariat", at=world.state),
    ]
    for by in others:
        for doing in (
            lambda by: actions.record_answer(by=by, delegation=row, facts=COMING),
            lambda by: actions.put_participant(by=by, edition=world.edition, facts=facts),
            lambda by: actions.remove_participant(by=by, participant=person),
            lambda by: actions.list_members(by=by, edition=world.edition),
            lambda by: actions.add_delegation(by=by, edition=world.edition, body=world.host),
            lambda by: actions.note_invited(by=by, delegation=row, on=date(2013, 10, 20)),
        ):
            with pytest.raises(NotPermitted):
                doing(by)


def test_a_focal_point_names_no_guests_and_cannot_move_people_between_delegations(world):
    mine = made.delegation(world.edition, world.state)
    theirs = made.delegation(world.edition, world.host)
    person = made.person(theirs)
    guest = ParticipantFacts(name="Khách", place=Place.GUEST)
    with pytest.raises(NotPermitted):
        actions.put_participant(by=world.focal_point, edition=world.edition, facts=guest)
    taken = ParticipantFacts(name="Người khác", delegation=mine)
    with pytest.raises(NotPermitted):
        actions.put_participant(
            by=world.focal_point, edition=world.edition, facts=taken, participant=person
        )


@pytest.mark.parametrize("name", SIX_SCRIPTS)
def test_a_name_stays_as_the_person_writes_it(world, name):
    row = made.delegation(world.edition, world.state)
    assert Participant.objects.get(pk=made.person(row, name).pk).name == name


def test_names_and_offices_can_be_erased_from_the_record(world):
    row = made.delegation(world.edition, world.state)
    made.person(row, "Nguyễn Thị Bình", note="ăn chay")
    entry = Entry.objects.filter(action="conferences.put_participant").get()
    assert ("Bình" in entry.text, "chay" in entry.text) == (False, False)
    assert set(entry.personal_details.values_list("label", flat=True)) == {"actor", "name", "note"}


def test_a_delegation_has_one_head(world):
    row = made.delegation(world.edition, world.state)
    made.person(row, place=Place.HEAD, rank=Rank.MINISTER)
    with pytest.raises(ValidationError) as refused:
        made.person(row, "Trần Văn Hai", place=Place.HEAD)
    assert list(refused.value.message_dict) == ["place"]


def test_people_are_named_only_where_the_member_comes(world):
    row = made.delegation(world.edition, world.state, coming=False)
    with pytest.raises(StateConflict):
        made.person(row)
    coming = actions.record_answer(by=INSTALLATION, delegation=row, facts=COMING)
    made.person(coming)
    with pytest.raises(StateConflict):
        actions.record_answer(
            by=INSTALLATION, delegation=coming, facts=AnswerFacts(answer=Answer.DECLINED)
        )


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"answer": Answer.SILENT, "answered_on": date(2014, 9, 1)}, "answered_on"),
        ({"answer": Answer.ACCEPTED, "answered_on": date(9999, 1, 1)}, "answered_on"),
        ({"answer": Answer.ACCEPTED, "announced_women": 3}, "announced_members"),
        (
            {"answer": Answer.ACCEPTED, "announced_women": 3, "announced_members": 2},
            "announced_women",
        ),
    ],
)
def test_an_answer_that_cannot_be_is_refused(world, facts, field):
    row = made.delegation(world.edition, world.state, coming=False)
    with pytest.raises(ValidationError) as refused:
        actions.record_answer(by=INSTALLATION, delegation=row, facts=AnswerFacts(**facts))
    assert list(refused.value.message_dict) == [field]


def test_a_body_listed_in_error_leaves_the_list_and_one_that_answered_stays(world):
    row = actions.add_delegation(by=INSTALLATION, edition=world.edition, body=world.host)
    answered = made.delegation(world.edition, world.state)
    actions.remove_delegation(by=world.secretariat, delegation=row)
    with pytest.raises(StateConflict):
        actions.remove_delegation(by=world.secretariat, delegation=answered)
    assert list(world.edition.delegations.all()) == [answered]


def test_nobody_was_invited_on_a_day_that_is_yet_to_come(world):
    row = made.delegation(world.edition, world.state, coming=False)
    told = []
    for attempt in (
        lambda on: actions.note_invited(by=INSTALLATION, delegation=row, on=on),
        lambda on: actions.note_all_invited(by=INSTALLATION, edition=world.edition, on=on),
    ):
        with pytest.raises(ValidationError) as refused:
            attempt(date(9999, 1, 1))
        told += refused.value.message_dict
    assert told == ["on", "on"]


def test_two_who_answer_at_once_do_not_overwrite_each_other(world):
    row = made.delegation(world.edition, world.state, coming=False)
    actions.record_answer(by=world.focal_point, delegation=row, facts=COMING, version=row.version)
    with pytest.raises(Outdated):
        actions.record_answer(
            by=world.secretariat,
            delegation=row,
            facts=AnswerFacts(answer=Answer.DECLINED),
            version=row.version,
        )
    assert Delegation.objects.get(pk=row.pk).announced_members == 12


def test_one_who_speaks_is_not_removed(world):
    guest = made.guest(world.edition)
    made.speech(made.event(world.edition), guest)
    with pytest.raises(StateConflict):
        actions.remove_participant(by=world.secretariat, participant=guest)


def test_the_numbers_count_states_ministers_and_women(world):
    row = made.delegation(world.edition, world.state, coming=False)
    facts = AnswerFacts(
        answer=Answer.ACCEPTED,
        answered_on=date(2014, 9, 1),
        announced_members=10,
        announced_women=4,
    )
    row = actions.record_answer(by=INSTALLATION, delegation=row, facts=facts)
    made.delegation(world.edition, world.host, coming=False)
    made.person(row, place=Place.HEAD, rank=Rank.MINISTER, gender=Gender.WOMAN)
    made.person(row, "Trần Văn Hai", rank=Rank.DIRECTOR)
    found = queries.statistics(world.edition)
    assert (found.coming, found.silent, found.members, found.women) == (1, 1, 10, 4)
    assert (found.heads, found.named, found.ministers) == ({"minister": 1}, 2, 1)
    assert (found.gender_given, found.named_women) == (1, 1)
    [region] = queries.by_region(world.edition)
    assert (region.letter, region.coming, region.silent, region.total) == ("E", 1, 1, 2)


def test_the_share_of_women_is_of_the_delegations_that_tell_it(world):
    for body, members, women in ((world.state, 10, 4), (world.host, 90, None)):
        facts = AnswerFacts(
            answer=Answer.ACCEPTED, announced_members=members, announced_women=women
        )
        row = made.delegation(world.edition, body, coming=False)
        actions.record_answer(by=INSTALLATION, delegation=row, facts=facts)
    found = queries.statistics(world.edition)
    assert (found.members, found.women, found.women_of) == (100, 4, 10)


def test_all_members_are_noted_as_invited_at_once(world):
    actions.list_members(by=world.secretariat, edition=world.edition)
    day = date(2013, 10, 20)
    with pytest.raises(NotPermitted):
        actions.note_all_invited(by=world.focal_point, edition=world.edition, on=day)
    assert actions.note_all_invited(by=world.secretariat, edition=world.edition, on=day) == 2
    assert actions.note_all_invited(by=world.secretariat, edition=world.edition, on=day) == 0
    assert set(world.edition.delegations.values_list("invited_on", flat=True)) == {day}


def test_whom_the_official_letter_was_sent_to_is_invited():
    house = letters_made.house()
    ministry = house.chain.ministry
    by = members_made.actor("secretariat", at=ministry)
    edition = made.edition(made.series(ministry))
    letter = letters_made.prepared(house)
    actions.link_invitation(by=by, edition=edition, letter=letter)
    assert edition.delegations.count() == 0
    letters_made.issue(by=house.clerk, letter=letter)
    invited = edition.delegations.select_related("recipient__letter", "body")
    assert invited.count() == 4
    assert {(row.recipient.letter, row.invited_on) for row in invited} == {(letter, letter.dated)}
    with pytest.raises(StateConflict):
        actions.link_invitation(by=by, edition=edition, letter=letter)


def test_a_letter_that_one_may_not_read_is_no_invitation():
    house = letters_made.house()
    letter = letters_made.letter(house)
    edition = made.edition(made.series(house.chain.science))
    elsewhere = members_made.actor("secretariat", at=house.chain.science)
    for by in (elsewhere, house.specialist, ANONYMOUS):
        with pytest.raises(NotPermitted):
            actions.link_invitation(by=by, edition=edition, letter=letter)
