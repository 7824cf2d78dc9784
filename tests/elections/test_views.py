"""Pages of an election: entered, counted, read in both languages, at one cost."""

from datetime import date

import pytest
from django.db import connection
from django.forms import IntegerField
from django.test.utils import CaptureQueriesContext

from conferences import made as conferences_made
from convoca.elections import actions
from convoca.elections.forms import BallotForm
from convoca.elections.models import Award, Ballot, Candidature, Contest, Election
from elections import held
from members import made as members_made
from members.made import INSTALLATION

pytestmark = pytest.mark.django_db
at = conferences_made.pages_of("elections")
PAGES = ("overview", "seats", "contest")


def sent(**facts) -> dict[str, str]:
    return {"source": "", "grade": "", **facts}


def test_an_election_goes_from_opening_to_a_seat_by_its_pages(world, secretariat):
    assert "Open the election" in secretariat.get(at("overview")).content.decode()
    assert secretariat.post(at("open"), {"rules": "itu"}).status_code == 302
    election = Election.objects.get()
    post = election.contests.get(post="Secretary-General")
    page = secretariat.get(at("overview")).content.decode()
    assert reverse_of(post) in page
    change = {
        "name_vi": "Tổng Thư ký",
        "name_en": "Secretary-General",
        "key": post.key,
        "kind": "official",
        "post": "Secretary-General",
        "seats": "1",
        "place": "1",
        "term_from": "2015-01-01",
        "term_to": "2018-12-31",
        "term_days_known": "on",
        "version": str(post.version),
    }
    assert secretariat.post(at("contest_edit", post.key), sent(**change)).status_code == 302
    stand = sent(state=str(world.state.pk), name="An", terms_served="0")
    assert secretariat.post(at("candidature_new", post.key), stand).status_code == 302
    other = sent(state=str(world.host.pk), name="Kim", terms_served="0")
    assert secretariat.post(at("candidature_new", post.key), other).status_code == 302
    one, two = Candidature.objects.order_by("pk")
    votes = sent(round="1", all_candidates="on", all_votes="on", deposited="152")
    for row, number in ((one, "100"), (two, "50")):
        votes |= {f"stands_{row.pk}": "on", f"votes_{row.pk}": number}
    assert secretariat.post(at("ballot_new", post.key), votes).status_code == 302
    asked = secretariat.get(at("give", post.key)).content.decode()
    assert "An: decided from the votes" in asked
    assert secretariat.post(at("give", post.key), {"confirmed": "yes"}).status_code == 302
    award = Award.objects.select_related("seat").get()
    assert (award.candidature, award.seat.holder) == (one, world.state)
    assert secretariat.post(at("state"), {"public": "yes"}).status_code == 302
    secretariat.logout()
    public = secretariat.get(at("contest", post.key)).content.decode()
    assert "An has 100 votes; the required majority is 76. An is elected." in public
    public = secretariat.get(at("contest", post.key, language="vi")).content.decode()
    assert "An được 100 phiếu" in public


def reverse_of(post: Contest) -> str:
    return at("contest", post.key)


def test_a_state_that_is_no_member_is_refused_beside_the_field(world, secretariat):
    post = held.contest(held.election(world.edition))
    observer = members_made.body("pse", kind="observer", parent=world.itu)
    stand = sent(state=str(observer.pk), name="An", terms_served="0")
    answer = secretariat.post(at("candidature_new", post.key), stand)
    assert answer.status_code == 422
    told = answer.context["form"].errors
    assert list(told) == ["state"]
    assert told["state"][0].endswith("is no Member State on the opening day.")
    assert 'value="An"' in answer.content.decode()


@pytest.mark.parametrize(
    ("language", "words"),
    [("vi", "Vòng này đã được nhập."), ("en", "This round is entered already.")],
)
def test_a_round_entered_twice_is_refused_in_the_readers_language(
    world, secretariat, language, words
):
    post = held.contest(held.election(world.edition))
    one, two = held.stands(post, world.state, "An"), held.stands(post, world.host, "Kim")
    held.ballot(post, {one: 70, two: 70})
    votes = sent(round="1", all_candidates="on", all_votes="on")
    for row in (one, two):
        votes |= {f"stands_{row.pk}": "on", f"votes_{row.pk}": "75"}
    answer = secretariat.post(at("ballot_new", post.key, language=language), votes)
    assert (answer.status_code, answer.context["form"].errors["round"]) == (422, [words])


def test_what_is_in_the_way_of_giving_seats_is_said(world, secretariat):
    post = held.contest(held.election(world.edition))
    one, two = held.stands(post, world.state, "An"), held.stands(post, world.host, "Kim")
    held.ballot(post, {one: 70, two: 70})
    answer = secretariat.post(at("give", post.key), {"confirmed": "yes"})
    assert answer.status_code == 409
    assert "There is no seat to give: nothing more is decided." in answer.content.decode()


def test_seats_are_taken_back_with_the_reason_and_once(world, secretariat):
    post = held.contest(held.election(world.edition))
    one, two = held.stands(post, world.state, "An"), held.stands(post, world.host, "Kim")
    row = held.ballot(post, {one: 90, two: 60})
    page, changes = at("take_back", post.key), at("ballot_edit", post.key, row.uid)
    assert offered(secretariat, post, page, changes) == [False, True]
    actions.give_seats(by=world.secretariat, contest=post)
    assert offered(secretariat, post, page, changes) == [True, False]
    assert secretariat.post(page, {"because": " "}).status_code == 422
    assert Award.objects.count() == 1
    assert secretariat.post(page, {"because": "Biên bản ghi nhầm"}).status_code == 302
    assert Award.objects.count() == 0
    assert offered(secretariat, post, page, changes) == [False, True]
    again = secretariat.post(page, {"because": "Biên bản ghi nhầm"})
    assert again.status_code == 409
    assert again.context["form"]["because"].value() == "Biên bản ghi nhầm"


def offered(reader, post: Contest, *addresses: str) -> list[bool]:
    """Say which addresses the page of the post leads to."""
    text = reader.get(at("contest", post.key)).content.decode()
    return [f'href="{address}"' in text for address in addresses]


def test_removing_asks_first(world, secretariat):
    post = held.contest(held.election(world.edition))
    one, two = held.stands(post, world.state, "An"), held.stands(post, world.host, "Kim")
    ballot = held.ballot(post, {one: 70, two: 70})
    steps = [
        ("ballot_remove", (post.key, ballot.uid), Ballot),
        ("candidature_remove", (post.key, one.uid), Candidature),
    ]
    for name, args, model in steps:
        before = model.objects.count()
        assert secretariat.get(at(name, *args)).status_code == 200
        assert model.objects.count() == before
        assert secretariat.post(at(name, *args), {"confirmed": "yes"}).status_code == 302
        assert model.objects.count() == before - 1


def test_rows_of_another_post_are_not_found_under_this_one(world, secretariat):
    election = held.election(world.edition)
    post, other = held.contest(election), held.contest(election)
    row = held.stands(other, world.state, "An")
    for name in ("candidature_edit", "candidature_withdraw", "candidature_remove"):
        assert secretariat.get(at(name, post.key, row.uid)).status_code == 404


def test_an_edition_without_an_election_says_so(world, client):
    page = client.get(at("overview"))
    assert page.status_code == 200
    assert "Nothing about the elections of this edition is public yet." in page.content.decode()
    assert client.get(at("seats")).status_code == 404


def fill(world, election: Election, numbers: range, asia: Contest) -> None:
    """Posts with candidates and rounds, and members that stand for the Council."""
    rows = []
    for number in numbers:
        name = f"Nước {number}"
        state = conferences_made.state(f"q{number:02d}", name, name, union=world.itu)
        rows.append(held.stands(asia, state))
        post = held.contest(election, kind="other", post=f"Post {number}")
        one, two = held.stands(post, world.state, "An"), held.stands(post, state, "Kim")
        held.ballot(post, {one: 90 + number, two: 60})
        actions.give_seats(by=INSTALLATION, contest=post)
    votes = {row: 100 + place for place, row in enumerate(rows)}
    held.ballot(asia, votes, round=len(asia.ballots.all()) + 1, all_candidates=False)


def test_pages_cost_the_same_number_of_queries_with_one_row_and_with_thirty(world, client):
    election = held.election(world.edition)
    asia = held.council(election)

    def costs() -> dict[str, int]:
        found = {}
        for name in PAGES:
            address = at(name, asia.key) if name == "contest" else at(name)
            client.get(address)
            with CaptureQueriesContext(connection) as counted:
                assert client.get(address).status_code == 200
            found[name] = len(counted)
        return found

    fill(world, election, range(1), asia)
    few = costs()
    fill(world, election, range(1, 30), asia)
    assert costs() == few
    assert max(few.values()) <= 12


def test_hours_of_a_candidature_are_those_of_geneva(world, secretariat):
    post = held.contest(held.election(world.edition))
    stand = sent(
        state=str(world.state.pk), name="An", terms_served="0", received_at="2014-09-22T23:59"
    )
    assert secretariat.post(at("candidature_new", post.key), stand).status_code == 302
    late = {**stand, "state": str(world.host.pk), "name": "Kim", "received_at": "2014-09-23T00:00"}
    answer = secretariat.post(at("candidature_new", post.key), late)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["state"])
    assert Candidature.objects.get().received_at.date() == date(2014, 9, 22)


def test_every_number_of_a_round_has_a_largest_one():
    numbers = [one for one in BallotForm.base_fields.values() if isinstance(one, IntegerField)]
    assert [str(one.label) for one in numbers if one.label and one.max_value is None] == []
