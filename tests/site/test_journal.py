"""The journal on a page: for administrators, the newest first, the chain checked when asked."""

import pytest
from django.db import connection
from django.test import Client

from accounts.made import user, user_with
from convoca.journal.models import Entry
from members.made import ministry_of_2024

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client: Client) -> Client:
    client.force_login(user_with("administrator", ministry_of_2024().ministry))
    connection.check_constraints()  # numbers and hashes come at commit
    return client


def test_nobody_else_reads_it(client: Client) -> None:
    assert client.get("/en/journal/").status_code == 403
    client.force_login(user())
    assert client.get("/en/journal/").status_code == 403
    assert "Journal" not in client.get("/en/").content.decode()


def test_every_step_stands_there_newest_first(
    administrator: Client, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(7):
        answer = administrator.get("/en/journal/")
    shown = [entry.seq for entry, _told, _hash in answer.context["rows"]]
    newest = Entry.objects.order_by("-seq").values_list("seq", flat=True)
    assert shown == list(newest[:50])
    assert answer.context["verdict"] is None


def test_a_whole_chain_is_said_to_be_whole(administrator: Client) -> None:
    answer = administrator.get("/en/journal/?check=yes")
    assert answer.context["verdict"].whole
    assert "The chain is whole." in answer.content.decode()


def test_the_first_broken_entry_is_named(administrator: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("UPDATE journal_entry SET text = text || ' ' WHERE seq = 2")
        cursor.execute("SET session_replication_role = origin")
    page = administrator.get("/en/journal/?check=yes").content.decode()
    assert "The chain is broken at entry 2.</strong> Its text or its hash was changed." in page
