"""Nobody but the secretariat of the conference does anything; every action and page is tried."""

from datetime import date

import pytest

from conferences import made as conferences_made
from conferences.refusing import addresses, answers, let_through
from convoca.elections import actions
from convoca.elections.content import BallotFacts, CandidatureFacts
from convoca.elections.models import Award, Ballot, Candidature, Contest, Election
from convoca.elections.urls import urlpatterns
from elections import held

pytestmark = pytest.mark.django_db
PUBLIC = {"overview", "seats", "contest"}


def test_every_action_refuses_everybody_else(world):
    election = held.election(world.edition)
    post, empty = held.contest(election), held.contest(election)
    one = held.stands(post, world.state, "An")
    two = held.stands(post, world.host, "Kim")
    ballot = held.ballot(post, {one: 100, two: 20})
    later = conferences_made.edition(
        world.series, key="pp-18", ordinal=20, opens=date(2018, 10, 29), closes=date(2018, 11, 16)
    )
    attempts = {
        "give_seats": lambda by: actions.give_seats(by=by, contest=post),
        "open_election": lambda by: actions.open_election(
            by=by, edition=later, rules="itu", contests=[]
        ),
        "publish_election": lambda by: actions.publish_election(by=by, election=election),
        "put_ballot": lambda by: actions.put_ballot(
            by=by, contest=post, facts=BallotFacts(round=2), votes=[]
        ),
        "put_candidature": lambda by: actions.put_candidature(
            by=by, contest=empty, facts=CandidatureFacts(state=world.host)
        ),
        "put_contest": lambda by: actions.put_contest(
            by=by, election=election, facts=held.contest_facts()
        ),
        "remove_ballot": lambda by: actions.remove_ballot(by=by, ballot=ballot),
        "remove_candidature": lambda by: actions.remove_candidature(by=by, candidature=one),
        "remove_election": lambda by: actions.remove_election(by=by, election=election),
        "restore_candidature": lambda by: actions.restore_candidature(by=by, candidature=one),
        "remove_contest": lambda by: actions.remove_contest(by=by, contest=empty),
        "take_back_seats": lambda by: actions.take_back_seats(
            by=by, contest=post, because="Nhầm người"
        ),
        "withdraw_candidature": lambda by: actions.withdraw_candidature(
            by=by, candidature=one, on=date(2014, 10, 23)
        ),
        "withdraw_election": lambda by: actions.withdraw_election(by=by, election=election),
    }
    # What can be given is a read, for the page that asks.
    assert set(attempts) == set(actions.__all__) - {"seats_to_give"}
    assert let_through(world, attempts) == []
    kept = [model.objects.count() for model in (Election, Contest, Candidature, Ballot, Award)]
    assert kept == [1, 2, 2, 1, 0]


def test_every_page_of_editing_refuses_everybody_else(world, client):
    election = held.election(world.edition)
    post = held.contest(election)
    found = addresses("elections", urlpatterns, {"key": "pp-14", "contest": post.key})
    editing = {name: address for name, address in found.items() if name not in PUBLIC}
    told = answers(client, world, editing)
    assert told == {name: [403, 403] for name in editing} | {"state": [405, 403]}


def test_a_hidden_election_is_for_the_secretariat(world, client):
    election = held.election(world.edition)
    post = held.contest(election)
    actions.withdraw_election(by=world.secretariat, election=election)
    found = addresses("elections", urlpatterns, {"key": "pp-14", "contest": post.key})
    assert {name: client.get(found[name]).status_code for name in PUBLIC} == {
        "overview": 200,
        "seats": 404,
        "contest": 404,
    }
    assert str(post) not in client.get(found["overview"]).content.decode()
