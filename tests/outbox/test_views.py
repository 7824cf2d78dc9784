"""The outbox's pages: who reads what, what is released, how many queries a list asks."""

from uuid import uuid4

import pytest
from django.test import Client

from accounts.made import user_with
from convoca.outbox import actions
from convoca.outbox.models import Mail, MailClass, State
from convoca.outbox.queries import SHELVES, waiting_for
from members.made import actor, ministry_of_2024
from outbox.made import CLERK, draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain():
    return ministry_of_2024()


@pytest.fixture
def owner(chain) -> tuple:
    return (chain.ministry.uid, chain.government.uid, chain.state.uid, chain.itu.uid)


@pytest.fixture
def clerk(client: Client, chain):
    made = user_with("clerk", chain.ministry)
    client.force_login(made)
    return made


def queued(owner, number: int = 1, **values) -> list[Mail]:
    return actions.queue_many(
        by=CLERK,
        drafts=[
            draft(owner=owner, to=f"so{n}@tinh.example", to_name=f"Sở số {n}", **values)
            for n in range(number)
        ],
    )


def test_a_visitor_is_led_to_the_sign_in(client: Client) -> None:
    assert client.get("/vi/outbox/")["Location"] == "/vi/sign-in/?next=/vi/outbox/"


def test_each_list_is_shown_to_those_of_the_body_alone(client: Client, chain, owner, clerk) -> None:
    [mail] = queued(owner)
    pages = [f"/vi/outbox/mail/{mail.uid}/"] + [
        "/vi/outbox/" if key == "waiting" else f"/vi/outbox/{key}/" for key in SHELVES
    ]
    assert [client.get(page).status_code for page in pages] == [200] * 6
    for role, body, status in [
        ("clerk", chain.science, 404),
        ("focal_point", chain.ministry, 403),
        ("clerk", chain.itu, 404),
    ]:
        client.force_login(user_with(role, body))
        assert client.get(pages[0]).status_code == status
    client.force_login(user_with("specialist", chain.itu, with_sub_bodies=True))
    assert client.get(pages[0]).status_code == 200


def test_release_asks_first_and_then_lets_go(client: Client, owner, clerk) -> None:
    mails = queued(owner, 3)
    picked = {"shelf": "waiting", "mails": [str(mail.uid) for mail in mails[:2]]}
    asked = client.post("/vi/outbox/do/release/", picked)
    assert asked.status_code == 200
    assert [thing.partition(" <")[0] for thing in asked.context["question"].goes] == [
        "Sở số 1",
        "Sở số 0",
    ]
    assert Mail.objects.filter(state=State.WAITING).count() == 3
    carried = dict.fromkeys(("confirmed",), "yes") | {
        name: [value for other, value in asked.context["carried"] if other == name]
        for name, _value in asked.context["carried"]
    }
    done = client.post("/vi/outbox/do/release/", carried)
    assert done["Location"] == "/vi/outbox/"
    states = Mail.objects.order_by("id").values_list("state", flat=True)
    assert list(states) == [State.RELEASED, State.RELEASED, State.WAITING]


def test_a_whole_list_is_released_as_it_was_read(client: Client, owner, clerk) -> None:
    queued(owner, 60)
    whole = {"shelf": "waiting", "whole": "yes", "words": "", "about": ""}
    asked = client.post("/vi/outbox/do/release/", whole)
    carried = {**dict(asked.context["carried"]), "confirmed": "yes"}
    assert carried["count"] == "60"
    queued(owner)  # came after the list was read: stays
    client.post("/vi/outbox/do/release/", carried)
    assert Mail.objects.filter(state=State.RELEASED).count() == 60
    assert client.post("/vi/outbox/do/release/", carried).status_code == 409


def test_a_list_that_changed_meanwhile_is_not_released(client: Client, owner, clerk) -> None:
    mails = queued(owner, 2)
    asked = client.post("/vi/outbox/do/release/", {"shelf": "waiting", "whole": "yes"})
    actions.withdraw(by=actor_of_owner(owner), mails=mails[:1])
    carried = {**dict(asked.context["carried"]), "confirmed": "yes"}
    assert client.post("/vi/outbox/do/release/", carried).status_code == 409
    assert Mail.objects.filter(state=State.RELEASED).count() == 0


def actor_of_owner(owner):
    from outbox.made import person

    return person("clerk", owner[0])


def test_nothing_picked_is_said(client: Client, owner, clerk) -> None:
    answer = client.post("/vi/outbox/do/release/", {"shelf": "waiting", "mails": "nonsense"})
    assert answer.status_code == 409


def test_one_who_reads_does_not_release(client: Client, chain, owner) -> None:
    [mail] = queued(owner)
    client.force_login(user_with("head_of_unit", chain.ministry))
    given = {"shelf": "waiting", "mails": str(mail.uid), "confirmed": "yes"}
    assert client.post("/vi/outbox/do/release/", given).status_code == 403


@pytest.mark.parametrize(
    ("words", "found"), [("dong thap", 1), ("ĐỒNG THÁP", 1), ("ubnd@dong", 1), ("huế", 0)]
)
def test_a_search_finds_with_and_without_marks(
    client: Client, owner, clerk, words: str, found: int
) -> None:
    actions.queue_many(by=CLERK, drafts=[draft(owner=owner, subject="Đôn đốc")])
    answer = client.get("/vi/outbox/", {"words": words})
    assert len(answer.context["page"].object_list) == found


def test_a_list_asks_as_much_for_thirty_as_for_one(
    client: Client, owner, clerk, django_assert_num_queries
) -> None:
    queued(owner)
    with django_assert_num_queries(6):
        client.get("/vi/outbox/")
    queued(owner, 29)
    with django_assert_num_queries(6):
        client.get("/vi/outbox/")


def test_a_letter_is_filtered_by_what_it_is_about(client: Client, owner, clerk) -> None:
    about = uuid4()
    queued(owner, 2)
    queued(owner, 3, about_uid=about)
    answer = client.get("/vi/outbox/", {"about": str(about)})
    assert answer.context["page"].paginator.count == 3


def test_a_sign_in_mail_that_failed_is_shown_to_administrators_without_its_text(
    client: Client, chain, owner
) -> None:
    [code] = actions.queue_many(
        by=CLERK, drafts=[draft(mail_class=MailClass.SIGN_IN, text="Mã 482913", owner=())]
    )
    Mail.objects.filter(pk=code.pk).update(
        state=State.FAILED, failed_at=code.created_at, next_attempt_at=None
    )
    client.force_login(user_with("clerk", chain.ministry))
    assert client.get(f"/vi/outbox/mail/{code.uid}/").status_code == 404
    client.force_login(user_with("administrator", chain.ministry))
    answer = client.get(f"/vi/outbox/mail/{code.uid}/")
    assert answer.status_code == 200
    assert "482913" not in answer.text


def test_what_waits_is_told_to_those_who_can_release_it(chain, owner) -> None:
    queued(owner, 2)
    told = [
        [(str(one.words), one.url) for one in waiting_for(by=actor(role, at=chain.ministry))]
        for role in ("clerk", "signer")
    ]
    assert told == [[("2 thư chờ đọc lại và phát hành", "/vi/outbox/")], []]
