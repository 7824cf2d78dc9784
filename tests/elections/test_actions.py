"""Candidatures, rounds and seats: what is kept, what is refused and why."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from conferences import made as conferences_made
from convoca.conferences import actions as conferences_actions
from convoca.conferences.writing import Outdated
from convoca.elections import actions
from convoca.elections.content import BallotFacts, CandidatureFacts, Counted
from convoca.elections.models import Award, Ballot, Candidature, Election
from convoca.elections.refusing import FAULTS
from convoca.elections.standard import standard_contests
from convoca.journal.models import Entry
from convoca.journal.refusals import StateConflict
from convoca.journal.timeline import timeline
from convoca.languages.translated import Translated
from convoca.members.models import Seat
from convoca.standards.general_rules.ballots import Fault
from convoca.standards.general_rules.named import rule_set
from elections import held
from members import made as members_made
from members.made import INSTALLATION

pytestmark = pytest.mark.django_db


@pytest.fixture
def election(world) -> Election:
    return held.election(world.edition)


@pytest.fixture
def post(election):
    return held.contest(election)


def refused(attempt, **facts) -> dict[str, list[str]]:
    """What a refused entry says beside its fields."""
    with pytest.raises(ValidationError) as told:
        attempt(**facts)
    return told.value.message_dict


def states(world, number: int) -> list:
    return [
        conferences_made.state(f"q{n:02d}", f"Nước {n}", f"State {n}", union=world.itu)
        for n in range(number)
    ]


def test_the_rules_of_the_union_open_with_65_seats(world):
    posts = standard_contests(rule_set("itu"), 2014)
    election = actions.open_election(
        by=world.secretariat, edition=world.edition, rules="itu", contests=posts
    )
    assert sum(one.seats for one in election.contests.all()) == 65
    assert not election.is_public
    with pytest.raises(StateConflict):
        actions.open_election(by=world.secretariat, edition=world.edition, rules="itu", contests=[])


def test_an_unknown_rule_set_is_refused(world):
    told = refused(
        actions.open_election, by=world.secretariat, edition=world.edition, rules="x", contests=[]
    )
    assert list(told) == ["rules"]


def test_shown_once_and_hidden_once(world, election):
    with pytest.raises(StateConflict):
        actions.publish_election(by=world.secretariat, election=election)
    assert not actions.withdraw_election(by=world.secretariat, election=election).is_public


def test_a_post_has_a_key_of_its_own_and_a_term_in_order(election, post):
    assert list(refused(held.contest, of=election, key=post.key)) == ["key"]
    backwards = {"term_from": date(2019, 1, 1), "term_to": date(2015, 1, 1)}
    assert list(refused(held.contest, of=election, **backwards)) == ["term_to"]


def test_a_post_that_somebody_stands_for_is_not_removed(world, election, post):
    held.stands(post, world.state, "An")
    with pytest.raises(StateConflict):
        actions.remove_contest(by=world.secretariat, contest=post)
    actions.remove_contest(by=world.secretariat, contest=held.contest(election))
    assert [one.pk for one in election.contests.all()] == [post.pk]


def test_a_state_that_is_no_member_on_the_opening_day_cannot_stand(world, post):
    later = members_made.body(
        "nss",
        kind="member_state",
        parent=world.itu,
        name=Translated(en="A later State"),
        main_language="en",
        valid_from=date(2015, 1, 1),
    )
    observer = members_made.body(
        "pse", kind="observer", parent=world.itu, name=Translated(en="Observer"), main_language="en"
    )
    ministry = members_made.body("bo-4t", kind="ministry", parent=world.state)
    for body in (later, observer, ministry):
        assert list(refused(held.stands, at=post, state=body, name="An")) == ["state"]
    assert Candidature.objects.count() == 0


def test_a_state_of_another_region_cannot_stand_for_its_seats(world, election):
    americas = held.council(election, region="A")
    with translation.override("en"):
        told = refused(held.stands, at=americas, state=world.state)
    assert told == {"state": ["Viet Nam is in region E, not in region A."]}


def test_for_the_council_the_state_itself_stands(world, election):
    told = refused(held.stands, at=held.council(election), state=world.state, name="An")
    assert list(told) == ["name"]


def test_a_candidature_after_the_last_minute_is_refused_with_that_minute(world, post):
    # 28 days before, 23:59 in Geneva, is 21:59 by universal time.
    in_time = datetime(2014, 9, 22, 21, 59, tzinfo=UTC)
    late = datetime(2014, 9, 22, 22, 0, tzinfo=UTC)
    held.stands(post, world.state, "An", received_at=in_time)
    with translation.override("en"):
        [told] = refused(held.stands, at=post, state=world.host, name="Kim", received_at=late)[
            "state"
        ]
    assert told.startswith("This candidature was received after candidatures had closed. They ")
    assert "22 September 2014" in told
    assert told.endswith("[GR 170]")


def test_one_state_proposes_one_candidate_for_the_board(world, election):
    asia = held.contest(election, kind="board", post="RRB", region="E", seats=3)
    held.stands(asia, world.state, "An")
    assert list(refused(held.stands, at=asia, state=world.state, name="Bình")) == ["state"]


def test_a_third_term_in_one_post_is_refused(world, post):
    held.stands(post, world.state, "An", terms_served=1)
    told = refused(held.stands, at=post, state=world.host, name="Kim", terms_served=2)
    assert list(told) == ["state"]


@pytest.mark.parametrize(
    "name", ["Nguyễn Thị Minh Khai", "박근혜", "محمد بن راشد", "Юлия", "王小云", "Σοφία"]
)
def test_a_candidate_is_called_as_the_person_writes_it(world, post, name):
    assert Candidature.objects.get(pk=held.stands(post, world.state, name).pk).name == name


def test_names_of_candidates_can_be_erased_from_the_record(world, post):
    held.stands(post, world.state, "Nguyễn Thị Bình")
    entry = Entry.objects.get(action="elections.add_candidature")
    assert "Bình" not in entry.text
    assert set(entry.personal_details.values_list("label", flat=True)) == {"actor", "name"}


def test_two_editors_of_a_candidature_cannot_overwrite_each_other(world, post):
    row = held.stands(post, world.state, "An")
    facts = CandidatureFacts(state=world.state, name="Nguyễn An")
    given = {"by": world.secretariat, "contest": post, "facts": facts, "candidature": row}
    actions.put_candidature(**given, version=row.version)
    with pytest.raises(Outdated):
        actions.put_candidature(**given, version=row.version)


def test_a_candidature_is_withdrawn_once(world, post):
    row = held.stands(post, world.state, "An")
    day = date(2014, 10, 23)
    row = actions.withdraw_candidature(by=world.secretariat, candidature=row, on=day)
    assert row.withdrawn_on == day
    with pytest.raises(StateConflict):
        actions.withdraw_candidature(by=world.secretariat, candidature=row, on=day)


def test_a_withdrawal_noted_in_error_is_taken_back_once(world, post):
    one = held.stands(post, world.state, "An")
    one = actions.withdraw_candidature(by=world.secretariat, candidature=one, on=date(2014, 10, 23))
    back = actions.restore_candidature(by=world.secretariat, candidature=one)
    assert back.withdrawn_on is None
    with pytest.raises(StateConflict):
        actions.restore_candidature(by=world.secretariat, candidature=back)


def test_an_election_goes_while_nobody_stands(world, election, post):
    with pytest.raises(StateConflict):
        actions.remove_election(by=world.secretariat, election=election)
    actions.withdraw_election(by=world.secretariat, election=election)
    one = held.stands(post, world.state, "An")
    with pytest.raises(StateConflict):
        actions.remove_election(by=world.secretariat, election=election)
    actions.remove_candidature(by=world.secretariat, candidature=one)
    actions.remove_election(by=world.secretariat, election=election)
    assert Election.objects.count() == 0


def test_a_candidature_with_votes_is_not_removed(world, post):
    one, two = held.stands(post, world.state, "An"), held.stands(post, world.host, "Kim")
    held.ballot(post, {one: 90, two: 60})
    with pytest.raises(StateConflict):
        actions.remove_candidature(by=world.secretariat, candidature=one)


def test_a_round_is_kept_with_its_numbers_and_told(world, post):
    one, two = held.stands(post, world.state, "An"), held.stands(post, world.host, "Kim")
    row = held.ballot(post, {one: 90, two: 60}, deposited=155, blank=5, invalid=0)
    assert {vote.candidature: vote.votes for vote in row.votes.all()} == {one: 90, two: 60}
    told = [entry.action for entry in timeline(subject_kind="contest", subject_uid=post.uid)]
    assert sorted(told) == [
        "elections.add_ballot",
        "elections.add_candidature",
        "elections.add_candidature",
    ]


def test_what_is_wrong_with_a_round_stands_beside_its_field(world, election, post):
    one, two = held.stands(post, world.state, "An"), held.stands(post, world.host, "Kim")
    other = held.stands(held.contest(election), world.host, "Lee")
    held.ballot(post, {one: 70, two: 70})
    votes = {one: 80, two: 60}
    cases = [
        ("round", held.ballot, {"at": post, "votes": votes, "round": 1}),
        ("held_on", held.ballot, {"at": post, "votes": votes, "held_on": date(2031, 1, 1)}),
        ("all_votes", held.ballot, {"at": post, "votes": {one: None}, "round": 2, "all_votes": 1}),
        ("all_votes", held.ballot, {"at": post, "votes": {one: 0, two: 0}, "round": 2}),
        ("all_candidates", held.ballot, {"at": post, "votes": {}, "round": 2}),
        ("all_candidates", held.ballot, {"at": post, "votes": {other: 5}, "round": 2}),
    ]
    assert [list(refused(attempt, **facts)) for _field, attempt, facts in cases] == [
        [field] for field, _attempt, _facts in cases
    ]
    assert Ballot.objects.count() == 1


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "vi",
            "Không thể tính kết quả từ các số liệu này: An đã rút ứng cử trước vòng 2 nên không "
            "thể ứng cử ở vòng 3.",
        ),
        (
            "en",
            "These figures cannot be counted: An had withdrawn before round 2 and cannot stand "
            "in round 3.",
        ),
    ],
)
def test_what_the_engine_refuses_is_said_in_the_readers_language(world, post, language, sentence):
    one, two = held.stands(post, world.state, "An"), held.stands(post, world.host, "Kim")
    third = held.stands(post, states(world, 1)[0], "Lee")
    held.ballot(post, {one: 50, two: 50, third: 50})
    held.ballot(post, {two: 75, third: 75}, round=2)
    with translation.override(language), pytest.raises(ValidationError) as told:
        held.ballot(post, {one: 80, two: 70}, round=3)
    assert told.value.messages == [sentence]
    assert Ballot.objects.count() == 2


def test_every_fault_of_the_engine_has_its_words():
    assert set(FAULTS) == set(Fault)


def test_two_editors_of_a_round_cannot_overwrite_each_other(world, post):
    one, two = held.stands(post, world.state, "An"), held.stands(post, world.host, "Kim")
    row = held.ballot(post, {one: 90, two: 60})
    given = {
        "by": world.secretariat,
        "contest": post,
        "facts": BallotFacts(),
        "votes": [Counted(candidature=one, votes=91), Counted(candidature=two, votes=60)],
        "ballot": row,
    }
    actions.put_ballot(**given, version=row.version)
    with pytest.raises(Outdated):
        actions.put_ballot(**given, version=row.version)


def test_the_elected_holds_the_seat_for_the_term(world, post):
    one, two = held.stands(post, world.state, "An"), held.stands(post, world.host, "Kim")
    held.ballot(post, {one: 90, two: 60})
    [award] = actions.give_seats(by=world.secretariat, contest=post)
    seat = Seat.objects.select_related("post", "person").get()
    assert (award.seat, award.candidature, award.basis) == (seat, one, "counted")
    assert (seat.holder, seat.person.name, seat.post.title) == (world.state, "An", post.name)
    assert (seat.valid_from, seat.valid_to) == (date(2015, 1, 1), date(2018, 12, 31))
    assert seat.post.body == world.itu


def test_of_the_council_as_many_hold_seats_as_there_are(world, election):
    asia = held.council(election, seats=2)
    rows = [held.stands(asia, one) for one in states(world, 3)]
    held.ballot(asia, dict(zip(rows, (120, 150, 90), strict=True)))
    actions.give_seats(by=world.secretariat, contest=asia)
    assert {seat.holder for seat in Seat.objects.all()} == {rows[0].state, rows[1].state}
    assert set(Seat.objects.values_list("person", flat=True)) == {None}


def test_once_given_neither_seats_nor_ballots_nor_candidatures_change(world, post):
    one, two = held.stands(post, world.state, "An"), held.stands(post, world.host, "Kim")
    row = held.ballot(post, {one: 90, two: 60})
    actions.give_seats(by=world.secretariat, contest=post)
    by = world.secretariat
    facts = CandidatureFacts(state=world.state, name="Ẩn")
    for attempt in (
        lambda: actions.give_seats(by=by, contest=post),
        lambda: actions.remove_ballot(by=by, ballot=row),
        lambda: held.ballot(post, {one: 1, two: 2}, round=2),
        lambda: actions.put_candidature(by=by, contest=post, facts=facts, candidature=one),
        lambda: actions.withdraw_candidature(by=by, candidature=one, on=date(2014, 10, 23)),
        lambda: actions.put_contest(
            by=by, election=post.election, facts=held.contest_facts(), contest=post
        ),
    ):
        with pytest.raises(StateConflict):
            attempt()


def test_seats_given_in_error_are_taken_back_and_given_anew(world, post):
    one, two = held.stands(post, world.state, "An"), held.stands(post, world.host, "Kim")
    row = held.ballot(post, {one: 90, two: 60})
    actions.give_seats(by=world.secretariat, contest=post)
    actions.take_back_seats(by=world.secretariat, contest=post, because="Biên bản ghi nhầm")
    entry = Entry.objects.latest("pk")
    assert (entry.action, "Biên bản ghi nhầm" in entry.text) == ("elections.take_back_seats", True)
    assert (Award.objects.count(), Seat.objects.count()) == (0, 0)
    actions.remove_ballot(by=world.secretariat, ballot=row)
    held.ballot(post, {one: 60, two: 90})
    [award] = actions.give_seats(by=world.secretariat, contest=post)
    assert award.candidature == two


def test_where_no_seat_is_given_none_is_taken_back(world, post):
    with pytest.raises(StateConflict):
        actions.take_back_seats(by=world.secretariat, contest=post, because="Nhầm")


@pytest.mark.parametrize(
    ("votes", "facts"),
    [
        pytest.param((75, 75), {}, id="nobody has the majority"),
        pytest.param((90, None), {}, id="votes are missing"),
    ],
)
def test_what_is_not_decided_gives_no_seat(world, post, votes, facts):
    rows = [held.stands(post, world.state, "An"), held.stands(post, world.host, "Kim")]
    held.ballot(post, dict(zip(rows, votes, strict=True)), **facts)
    with pytest.raises(StateConflict):
        actions.give_seats(by=world.secretariat, contest=post)
    assert (Award.objects.count(), Seat.objects.count()) == (0, 0)


def test_a_seat_needs_the_beginning_of_its_term(world, election):
    post = held.contest(election, term_from=None, term_to=None)
    one, two = held.stands(post, world.state, "An"), held.stands(post, world.host, "Kim")
    held.ballot(post, {one: 90, two: 60})
    with pytest.raises(StateConflict):
        actions.give_seats(by=world.secretariat, contest=post)


def test_an_announced_result_without_votes_needs_its_source(world, post):
    one = held.stands(post, world.state, "An")
    votes = [Counted(candidature=one, votes=None, announced=True)]
    told = {"by": INSTALLATION, "contest": post, "votes": votes}
    bare = BallotFacts(all_votes=False, all_candidates=False)
    row = actions.put_ballot(**told, facts=bare)
    with pytest.raises(StateConflict):
        actions.give_seats(by=world.secretariat, contest=post)
    sourced = BallotFacts(all_votes=False, all_candidates=False, source="itu.int", grade="stated")
    actions.put_ballot(**told, facts=sourced, ballot=row)
    [award] = actions.give_seats(by=world.secretariat, contest=post)
    assert award.basis == "announced"


def test_an_announced_result_that_differs_from_the_count_gives_no_seat(world, post):
    one, two = held.stands(post, world.state, "An"), held.stands(post, world.host, "Kim")
    votes = [
        Counted(candidature=one, votes=90, announced=False),
        Counted(candidature=two, votes=60, announced=True),
    ]
    actions.put_ballot(by=INSTALLATION, contest=post, facts=BallotFacts(), votes=votes)
    with pytest.raises(StateConflict):
        actions.give_seats(by=world.secretariat, contest=post)


def test_officials_are_nationals_of_different_states(world, election, post):
    one, two = held.stands(post, world.state, "An"), held.stands(post, world.host, "Kim")
    deputy = held.contest(election, post="Deputy Secretary-General")
    again, other = held.stands(deputy, world.state, "Bình"), held.stands(deputy, world.host, "Lee")
    held.ballot(post, {one: 90, two: 60})
    held.ballot(deputy, {again: 90, other: 60})
    actions.give_seats(by=world.secretariat, contest=post)
    with pytest.raises(StateConflict):
        actions.give_seats(by=world.secretariat, contest=deputy)
    assert Seat.objects.count() == 1


def test_a_clone_of_the_edition_takes_the_posts_and_leaves_the_rest(world, election, post):
    held.stands(post, world.state, "An")
    facts = conferences_made.edition_facts(
        key="pp-18", ordinal=20, opens=date(2018, 10, 29), closes=date(2018, 11, 16)
    )
    copy = conferences_actions.clone_edition(
        by=world.secretariat, source=world.edition, facts=facts
    )
    [kept] = copy.election.contests.all()
    assert (kept.key, kept.seats, kept.term_from) == (post.key, 1, None)
    assert (copy.election.is_public, kept.candidatures.count()) == (False, 0)


def test_an_edition_with_an_election_is_not_deleted(world, election):
    conferences_actions.withdraw_edition(by=world.secretariat, edition=world.edition)
    with pytest.raises(StateConflict):
        conferences_actions.delete_edition(by=world.secretariat, edition=world.edition)
    assert Election.objects.count() == 1
