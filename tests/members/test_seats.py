"""Seats: a member holds a seat of a post for a term, once at a time."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.made import user_with
from convoca.journal.actors import ANONYMOUS
from convoca.journal.models import Entry
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.languages.translated import Translated
from convoca.members.actions import fill_seat, take_back_seat
from convoca.members.models import Person, Post, Seat
from members.made import actor, ministry_of_2024

pytestmark = pytest.mark.django_db
COUNCIL = Translated(vi="Hội đồng", en="Council")
TERM = {"valid_from": date(2015, 1, 1), "valid_to": date(2018, 12, 31)}


@pytest.fixture
def chain():
    return ministry_of_2024()


def fill(chain, by=None, **facts) -> Seat:
    by = by or actor("secretariat", at=chain.itu)
    told = {"body": chain.itu, "title": COUNCIL, "holder": chain.state, **TERM}
    return fill_seat(by=by, **{**told, **facts})


def test_a_seat_is_held_for_a_term_under_the_bodys_post(chain):
    seat = fill(chain)
    assert (seat.holder, seat.post.body, seat.post.title) == (chain.state, chain.itu, COUNCIL)
    assert (seat.valid_from, seat.valid_to, seat.person) == (*TERM.values(), None)
    entry = Entry.objects.latest("pk")
    assert (entry.action, entry.subject_uid) == ("members.fill_seat", str(chain.itu.uid))


def test_whom_it_was_given_to_is_named_and_can_be_erased(chain):
    seat = fill(chain, person="Nguyễn Thị Bình", language="vi")
    assert (seat.person.name, seat.person.language) == ("Nguyễn Thị Bình", "vi")
    entry = Entry.objects.latest("pk")
    assert "Bình" not in entry.text
    assert set(entry.personal_details.values_list("label", flat=True)) == {"actor", "name"}


def test_a_seat_given_in_error_goes_with_whom_it_named(chain):
    seat = fill(chain, person="Nguyễn Thị Bình", language="vi")
    by = actor("secretariat", at=chain.itu)
    take_back_seat(by=by, seat=seat, because="Ghi nhầm người")
    assert (Seat.objects.count(), Person.objects.count()) == (0, 0)
    entry = Entry.objects.latest("pk")
    assert (entry.action, entry.subject_uid) == ("members.take_back_seat", str(chain.itu.uid))


def test_a_person_who_holds_another_seat_stays(chain):
    seat = fill(chain, person="Nguyễn Thị Bình", language="vi")
    other = fill(chain, holder=chain.ministry)
    Seat.objects.filter(pk=other.pk).update(person=seat.person)
    take_back_seat(by=actor("secretariat", at=chain.itu), seat=seat, because="Ghi nhầm")
    assert Person.objects.get() == seat.person


def test_only_those_who_fill_seats_take_them_back(chain):
    seat = fill(chain)
    for by in (ANONYMOUS, actor("secretariat", at=chain.state), actor("signer", at=chain.itu)):
        with pytest.raises(NotPermitted):
            take_back_seat(by=by, seat=seat, because="Nhầm")
    assert Seat.objects.get() == seat


def test_seats_of_one_title_are_seats_of_one_post(chain):
    other = fill(chain, holder=chain.ministry)
    assert fill(chain).post == other.post
    assert Post.objects.filter(body=chain.itu).count() == 1


def test_nobody_holds_one_seat_twice_at_a_time(chain):
    first = fill(chain)
    with pytest.raises(StateConflict):
        fill(chain, valid_from=date(2018, 1, 1), valid_to=date(2022, 12, 31))
    fill(chain, valid_from=date(2019, 1, 1), valid_to=date(2022, 12, 31))
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.create(post=first.post, holder=chain.state, **TERM)


def test_only_the_secretariat_and_administrators_of_the_body_fill_its_seats(chain):
    strangers = [
        ANONYMOUS,
        actor("secretariat", "administrator", at=chain.state),
        actor("focal_point", "signer", "reviewer", at=chain.itu),
    ]
    for by in strangers:
        with pytest.raises(NotPermitted):
            fill(chain, by=by, person="Nguyễn Thị Bình")
    assert (Seat.objects.count(), Person.objects.count()) == (0, 0)
    assert fill(chain, by=actor("administrator", at=chain.itu)).pk


def test_a_seat_is_read_on_the_page_of_its_holder_and_of_its_body(chain, client):
    fill(chain, person="Nguyễn Thị Bình", language="vi")
    fill(chain, holder=chain.ministry, days_known=False)
    client.force_login(user_with("reviewer", chain.ministry))
    pages = {
        body.key: client.get(reverse("members:body", args=[body.uid])).content.decode()
        for body in (chain.itu, chain.state, chain.ministry, chain.science)
    }
    named = {key: ("Hội đồng" in page, "Nguyễn Thị Bình" in page) for key, page in pages.items()}
    assert named == {
        chain.itu.key: (True, True),
        chain.state.key: (True, True),
        chain.ministry.key: (True, False),
        chain.science.key: (False, False),
    }
    assert "1/1/2015 – 31/12/2018" in pages[chain.state.key]
    assert "2015–2018" in pages[chain.ministry.key]
    # A post that is filled by election is no post that nobody holds.
    assert "chưa có ai" not in pages[chain.itu.key]
