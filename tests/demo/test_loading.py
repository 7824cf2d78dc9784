"""The demo's facts go in through the same actions that people use."""

from collections import Counter
from datetime import date
from urllib.parse import urlsplit

import pytest

from convoca.accounts.actors import actor_of
from convoca.accounts.models import User
from convoca.calls.models import Call, CallState, ReplyState
from convoca.calls.queries.calls import addressees
from convoca.conferences.models import Edition
from convoca.demo import facts
from convoca.demo.loading.accounts import PASSWORD
from convoca.demo.loading.everything import is_loaded, load_everything
from convoca.demo.loading.members import standing
from convoca.letters.links import reply_url
from convoca.letters.models import Letter
from convoca.members.models import Body
from convoca.members.periods import today
from convoca.members.queries import by_key, expand, member_states
from demo.first_visit import Stranger, first_visits

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def loaded(django_db_setup, django_db_blocker):
    """Load once for the module and leave nothing behind."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        load_everything()
        yield
        transaction.set_rollback(True)


def test_it_knows_that_it_is_loaded():
    assert is_loaded()


def test_every_body_of_the_day_stands_in_its_tree():
    assert Body.objects.count() == len(standing())
    chain = ("vn-btttt", "vn-chinh-phu", "vnm", "itu")
    assert by_key("vn-btttt").lineage == [by_key(key).uid for key in chain]


def test_the_groups_of_kinh_gui_expand_to_their_bodies():
    groups = by_key("vn-btttt").address_groups
    sizes = {group.key: len(expand(group=group, on=today())) for group in groups.all()}
    assert sizes["bo-nganh"] == 29  # the ministry that writes is not its own addressee
    assert sizes["ubnd-cap-tinh"] == 63
    assert sizes["doanh-nghiep-vien-thong"] == 10


def test_the_union_writes_to_all_its_member_states_in_one_line():
    [group] = by_key("itu").address_groups.all()
    assert expand(group=group, on=today()) == list(member_states(on=today()))
    assert len(member_states(on=today())) == 194
    assert len(member_states(on=date(2024, 5, 17))) == 193


def test_the_posts_sign_in_with_their_roles():
    signer = User.objects.get(email="thutruong@btttt.example")
    assert signer.check_password(PASSWORD)
    assert actor_of(signer).holds("signer", by_key("vn-btttt").lineage)


def test_last_years_letter_was_numbered_elsewhere_and_its_call_is_closed():
    letter = Letter.objects.get(year=2023)
    assert letter.number_and_symbol == "1618/BTTTT-HTQT"
    assert Call.objects.get(letter=letter).state == CallState.CLOSED


def test_this_years_letter_took_the_first_number_of_the_register():
    letter = Letter.objects.get(source_text=facts.letter(2024))
    assert letter.number_and_symbol == "01/BTTTT-HTQT"
    reached = Counter(letter.recipients.filter(parent=None).values_list("kind", flat=True))
    assert reached == {"addressee": 29 + 63 + 10, "copy": 2}


def test_every_sample_reply_has_come_as_far_as_the_facts_say():
    call = Call.objects.get(edition__year=2024)
    states = Counter(reply.state for reply in addressees(call))
    samples = Counter(one.state for one in facts.sample_replies().values())
    assert states[ReplyState.NOTHING] == samples[facts.ReplyState.NOTHING_TO_REPORT]
    answered = states[ReplyState.RECEIVED] + states[ReplyState.THROUGH]
    assert answered == samples[facts.ReplyState.ANSWERED]


def test_busan_has_its_programme_and_its_65_seats():
    busan = Edition.objects.get(key="pp-14")
    assert busan.exhibitors.count() == 420
    assert sum(contest.seats for contest in busan.election.contests.all()) == 65


HEAVIEST, MOST_REQUESTS = 60_000, 6
# Kinds of pages that a stranger must find by following links from the start page and from Busan’s.
PUBLIC = {
    "site:start",
    "account_login",
    "calls:observances",
    "calls:observance",
    "calls:edition",
    "library:shelf",
    "library:entry",
    "conferences:list",
    "conferences:edition",
    "conferences:days",
    "conferences:day",
    "conferences:delegations",
    "conferences:delegation",
    "proceedings:agenda",
    "proceedings:promises",
    "proceedings:day_news",
    "programme:list",
    "programme:session",
    "programme:exhibition",
    "programme:exhibitor",
    "elections:overview",
    "elections:seats",
    "elections:contest",
    "outbox:mailbox",
}


@pytest.fixture
def stranger():
    visiting = Stranger()
    yield visiting
    visiting.leaves()


def test_every_public_page_is_light_on_a_first_visit(stranger):
    weights = dict(first_visits(stranger, "/vi/", "/vi/conferences/pp-14/"))
    assert {kind: one for kind, one in weights.items() if _is_heavy(one)} == {}
    assert PUBLIC - set(weights) == set()


def test_the_pages_of_a_reply_by_link_are_light(stranger):
    letter = Letter.objects.get(source_text=facts.letter(2024))
    link = stranger.opens(urlsplit(reply_url(letter.recipients.filter(kind="addressee")[0])).path)
    stranger.cookies = link.cookies
    assert link.status == 302
    weights = dict(first_visits(stranger, link.leads_to))
    assert {kind: one for kind, one in weights.items() if _is_heavy(one)} == {}
    assert {"letters:reply", "calls:reply", "calls:add", "calls:nothing"} - set(weights) == set()


def _is_heavy(weight: tuple[int, int]) -> bool:
    return weight[0] > HEAVIEST or weight[1] > MOST_REQUESTS
