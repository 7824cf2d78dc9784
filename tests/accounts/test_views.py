"""The pages of accounts: what each does, who is refused, how many queries they ask."""

import pytest

from accounts import made
from convoca.accounts.models import User
from convoca.outbox.models import Mail
from members.made import ministry_of_2024

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain():
    return ministry_of_2024()


@pytest.fixture
def administrator(chain, client):
    user = made.user_with("administrator", chain.ministry, with_sub_bodies=True)
    client.force_login(user)
    return user


def pages_of(user) -> list[str]:
    return ["/vi/accounts/", "/vi/accounts/new/", f"/vi/accounts/{user.uid}/"]


def test_a_visitor_is_led_to_the_sign_in(client):
    user = made.user()
    for page in [*pages_of(user), "/vi/account/"]:
        answer = client.get(page)
        assert (answer.status_code, answer["Location"]) == (302, f"/vi/sign-in/?next={page}")


def test_a_clerk_keeps_no_accounts(client, chain):
    user = made.user_with("clerk", chain.itu, with_sub_bodies=True)
    client.force_login(user)
    assert [client.get(page).status_code for page in pages_of(user)] == [403, 403, 403]
    grant = user.role_grants.get()
    for page in (f"/vi/accounts/{user.uid}/state/", f"/vi/accounts/{user.uid}/revoke/{grant.uid}/"):
        assert client.post(page, {"confirmed": "yes"}).status_code == 403


def test_an_account_is_added_and_its_owner_written_to(client, administrator):
    facts = {"name": "Phạm Thu Hà", "email": "ha@co-quan.example", "language": "vi"}
    answer = client.post("/vi/accounts/new/", facts)
    user = User.objects.get(email="ha@co-quan.example")
    assert answer["Location"] == f"/vi/accounts/{user.uid}/"
    mail = Mail.objects.get()
    assert (mail.to, mail.language, mail.subject) == (
        user.email,
        "vi",
        "Tài khoản của ông/bà trên Convoca",
    )


def test_what_was_typed_stays_when_something_is_wrong(client, administrator):
    answer = client.post("/vi/accounts/new/", {"name": "Phạm Thu Hà", "email": "không phải thư"})
    assert (answer.status_code, answer.context["form"]["name"].value()) == (422, "Phạm Thu Hà")


def test_a_role_is_given_and_taken_away_after_a_question(client, administrator, chain):
    user = made.user()
    page = f"/vi/accounts/{user.uid}/"
    client.post(page, {"role": "signer", "body": "HTQT"})
    grant = user.role_grants.get()
    assert (grant.role, grant.body) == ("signer", chain.department)
    asked = client.post(f"{page}revoke/{grant.uid}/")
    assert (asked.status_code, user.role_grants.get().is_open) == (200, True)
    client.post(f"{page}revoke/{grant.uid}/", {"confirmed": "yes"})
    assert not user.role_grants.get().is_open


def test_only_bodies_in_reach_can_be_chosen(client, administrator, chain):
    user = made.user()
    answer = client.post(
        f"/vi/accounts/{user.uid}/", {"role": "signer", "body": chain.government.key}
    )
    assert (answer.status_code, user.role_grants.count()) == (422, 0)


def test_an_account_is_shut_after_a_question_and_opened_again(client, administrator):
    user = made.user()
    page = f"/vi/accounts/{user.uid}/state/"
    client.post(page)
    assert User.objects.get(pk=user.pk).is_active
    client.post(page, {"confirmed": "yes"})
    assert not User.objects.get(pk=user.pk).is_active
    client.post(page)
    assert User.objects.get(pk=user.pk).is_active


def test_ones_own_language_leads_to_its_pages(client, administrator):
    answer = client.post("/vi/account/", {"name": "Hòa", "language": "en"})
    administrator.refresh_from_db()
    assert (answer["Location"], administrator.language, administrator.name) == (
        "/en/account/",
        "en",
        "Hòa",
    )


@pytest.mark.parametrize("many", [1, 30])
def test_the_list_asks_as_much_for_thirty_as_for_one(
    many, client, administrator, chain, django_assert_max_num_queries
):
    for _number in range(many):
        made.user_with("clerk", chain.department)
    with django_assert_max_num_queries(8):
        client.get("/vi/accounts/")
