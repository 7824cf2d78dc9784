"""Who may stand."""

from datetime import date, timedelta

from convoca.standards.general_rules import posts
from convoca.standards.general_rules.calendar import closing
from convoca.standards.general_rules.candidatures import Bar, Candidature, objections
from convoca.standards.general_rules.itu import ELECTIONS

OPENING = date(2014, 10, 20)
CLOSES = closing(OPENING, ELECTIONS)


def standing(name, state, post, **more):
    more.setdefault("proposed_by", state)
    return Candidature(name, state, post, **more)


def bars(*candidatures, **more):
    return [
        (each.candidature.name, each.bar, each.rule.article)
        for each in objections(candidatures, ELECTIONS, **more)
    ]


def test_proposed_by_its_own_member_state():
    assert bars(standing("Johnson", "United Kingdom", posts.DEPUTY)) == []
    assert bars(standing("Johnson", "United Kingdom", posts.DEPUTY, proposed_by="Poland")) == [
        ("Johnson", Bar.NOT_PROPOSED, "CS 62")
    ]
    assert bars(Candidature("Brazil", "Brazil", posts.COUNCIL, region="A")) == []


def test_one_candidate_of_a_member_state_for_the_board():
    two = [standing("Ito", "Japan", posts.BOARD), standing("Sato", "Japan", posts.BOARD)]
    assert bars(*two) == [("Sato", Bar.SECOND_OF_STATE, "CS 63")]


def test_all_from_different_member_states():
    zhao = standing("Zhao", "China", posts.SECRETARY_GENERAL)
    assert bars(
        standing("Li", "China", posts.BOARD),
        Candidature("China", "China", posts.COUNCIL),
        elected=[zhao],
    ) == [("Li", Bar.STATE_HOLDS_A_POST, "CS 62 (as amended in 1998)")]


def test_two_terms():
    assert bars(standing("Sanou", "Burkina Faso", posts.DIRECTOR_BDT, terms_served=1)) == []
    assert bars(standing("Sanou", "Burkina Faso", posts.DIRECTOR_BDT, terms_served=2)) == [
        ("Sanou", Bar.TERMS_USED_UP, "CV 13-19")
    ]
    assert bars(standing("Ito", "Japan", posts.BOARD, terms_served=2)) == [
        ("Ito", Bar.TERMS_USED_UP, "CV 20")
    ]
    assert bars(Candidature("Brazil", "Brazil", posts.COUNCIL, terms_served=9)) == []


def test_too_late():
    late = standing("Gaj", "Poland", posts.DEPUTY, received_at=CLOSES + timedelta(minutes=1))
    assert bars(late, opening=OPENING) == [("Gaj", Bar.TOO_LATE, "GR 170")]
    in_time = standing("Gaj", "Poland", posts.DEPUTY, received_at=CLOSES + timedelta(seconds=59))
    assert bars(in_time, opening=OPENING) == []


def test_twice_for_the_same_post():
    once = standing("Gaj", "Poland", posts.DEPUTY)
    assert bars(once, once) == [("Gaj", Bar.STANDS_TWICE, "CS 62")]
    assert bars(once, standing("Gaj", "Poland", posts.DIRECTOR_BR)) == []
