"""The start page: what waits for me, and what is open to everybody."""

import pytest
from django.test import Client

from accounts.made import user

pytestmark = pytest.mark.django_db


def test_a_stranger_sees_what_is_open_and_not_what_waits(client: Client) -> None:
    answer = client.get("/vi/")
    assert answer.status_code == 200
    assert answer.templates[0].name == "site/front.html"
    assert "tasks" not in answer.context


def test_an_empty_installation_says_so(client: Client) -> None:
    page = client.get("/en/").content.decode()
    assert "No call is open today." in page
    assert "Nothing has been published yet." in page


def test_who_is_signed_in_sees_what_waits(client: Client) -> None:
    client.force_login(user())
    answer = client.get("/vi/")
    assert answer.templates[0].name == "site/desk.html"
    assert answer.context["tasks"] == []


def test_the_address_without_a_language_leads_to_the_readers(client: Client) -> None:
    assert client.get("/", headers={"Accept-Language": "en"}).url == "/en/"
