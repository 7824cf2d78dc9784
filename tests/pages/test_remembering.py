"""Pages for strangers: made once, forgotten with whatever is done, never another reader's."""

import gzip
from collections.abc import Iterator

import pytest
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.test import Client
from django.urls import path
from django.utils.translation import get_language

from accounts.made import user
from convoca.journal.actors import Actor, ActorKind
from convoca.journal.head import head
from convoca.journal.record import record
from convoca.pages.remembering import Page, Pages, remembered
from convoca.urls import urlpatterns as _ours

pytestmark = pytest.mark.django_db
MADE: list[str] = []
LONG = "Bản ghi dài để nén được. " * 40


@remembered
def counted(request: HttpRequest) -> HttpResponse:
    """Say how often it was made, for whom, in which language."""
    MADE.append(request.get_full_path())
    who = "nobody" if request.actor.is_anonymous else request.actor.name
    return HttpResponse(f"{len(MADE)} {who} {get_language()} {request.GET.get('q', '')} {LONG}")


@remembered
def with_token(request: HttpRequest) -> HttpResponse:
    """A page that holds a form's token."""
    return HttpResponse(get_token(request))


@remembered
def with_header(request: HttpRequest) -> HttpResponse:
    """A page with a header of its own, and one that is not there."""
    MADE.append(request.path)
    return HttpResponse(str(len(MADE)), headers={"X-Own": "1"})


@remembered
def missing(request: HttpRequest) -> HttpResponse:
    """A page that is not there, made anew each time."""
    MADE.append(request.path)
    return HttpResponse(str(len(MADE)), status=404)


@remembered
def greeting(request: HttpRequest) -> HttpResponse:
    """A page that shows the messages left for this reader."""
    return HttpResponse(" ".join(str(one) for one in messages.get_messages(request)) or "none")


def told(request: HttpRequest) -> HttpResponse:
    """Leave a message for the next page."""
    messages.success(request, "received")
    return HttpResponse("left")


urlpatterns = [
    path("counted/", counted),
    path("vi/counted/", counted),
    path("en/counted/", counted),
    path("token/", with_token),
    path("header/", with_header),
    path("missing/", missing),
    path("greeting/", greeting),
    path("told/", told),
    *_ours,
]


@pytest.fixture(autouse=True)
def _addresses(settings) -> Iterator[None]:
    settings.ROOT_URLCONF = __name__
    MADE.clear()
    yield
    MADE.clear()


def something_is_done() -> None:
    """An entry in the record, as every action writes one."""
    by = Actor(ActorKind.COMMAND, "test", "test")
    with transaction.atomic():
        record(by=by, action="pages.test", subject_kind="test", subject_uid="1")


def first_words(client: Client, address: str, **headers: str) -> str:
    return " ".join(client.get(address, headers=headers).text.split()[:3])


def test_a_page_is_made_once_until_something_is_done(client: Client) -> None:
    assert [first_words(client, "/counted/")[:1] for _again in range(3)] == ["1", "1", "1"]
    something_is_done()
    assert [first_words(client, "/counted/")[:1] for _again in range(3)] == ["2", "2", "2"]


@pytest.mark.django_db(transaction=True)
def test_a_change_that_was_written_first_and_done_last_is_seen(client: Client) -> None:
    before = head()
    something_is_done()
    after = head()
    assert before != after
    assert after[0] == (before[0] or 0) + 1


def test_asking_whether_anything_was_done_is_one_query(
    client: Client, django_assert_num_queries
) -> None:
    client.get("/counted/")
    with django_assert_num_queries(1):
        client.get("/counted/")


def test_another_day_is_another_page(client: Client, time_machine) -> None:
    time_machine.move_to("2024-05-16T10:00:00+07:00")
    assert first_words(client, "/counted/")[:1] == "1"
    time_machine.move_to("2024-05-17T00:00:01+07:00")
    assert first_words(client, "/counted/")[:1] == "2"


def test_each_address_each_query_and_each_language_has_its_own(client: Client) -> None:
    addresses = ["/vi/counted/", "/en/counted/", "/vi/counted/?q=a", "/vi/counted/?q=b"]
    made = [client.get(one).text.split()[:4] for one in addresses for _again in range(2)]
    assert [one[:3] for one in made[::2]] == [
        ["1", "nobody", "vi"],
        ["2", "nobody", "en"],
        ["3", "nobody", "vi"],
        ["4", "nobody", "vi"],
    ]
    assert made[::2] == made[1::2]
    assert [made[4][3], made[6][3]] == ["a", "b"]


def test_an_address_without_a_language_has_one_page_for_each(client: Client) -> None:
    asked = ["vi", "en", "vi"]
    made = [first_words(client, "/counted/", **{"Accept-Language": one}) for one in asked]
    assert made == ["1 nobody vi", "2 nobody en", "1 nobody vi"]


def test_who_signed_in_is_shown_his_own_and_leaves_nothing_behind(client: Client) -> None:
    known = Client()
    known.force_login(user(name="Đầu mối"))
    assert first_words(client, "/counted/") == "1 nobody vi"
    assert [known.get("/counted/").text.split()[1] for _again in range(2)] == ["Đầu", "Đầu"]
    assert first_words(client, "/counted/") == "1 nobody vi"
    assert len(MADE) == 3


def test_a_page_with_a_token_is_made_for_each_reader(client: Client) -> None:
    given = [Client().get("/token/") for _reader in range(2)]
    assert given[0].text != given[1].text
    assert [set(one.cookies) for one in given] == [{"csrftoken"}, {"csrftoken"}]


def test_a_message_is_shown_to_its_reader_alone(client: Client) -> None:
    assert client.get("/greeting/").text == "none"
    other = Client()
    other.get("/told/")
    assert [client.get("/greeting/").text, other.get("/greeting/").text] == ["none", "received"]
    assert client.get("/greeting/").text == "none"


@pytest.mark.parametrize("address", ["/header/", "/missing/"])
def test_what_is_no_plain_page_is_not_remembered(client: Client, address: str) -> None:
    assert [client.get(address).text for _again in range(2)] == ["1", "2"]


def test_a_part_of_a_page_is_not_taken_for_the_page(client: Client) -> None:
    assert first_words(client, "/counted/")[:1] == "1"
    assert first_words(client, "/counted/", **{"HX-Request": "true"})[:1] == "2"
    assert first_words(client, "/counted/")[:1] == "1"


def test_a_very_long_address_is_not_remembered(client: Client) -> None:
    address = f"/counted/?q={'x' * 500}"
    assert [first_words(client, address)[:1] for _again in range(2)] == ["1", "2"]


def test_it_comes_compressed_to_those_who_take_it_so(client: Client) -> None:
    plain = client.get("/counted/")
    packed = client.get("/counted/", headers={"Accept-Encoding": "br, gzip"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed.headers["Content-Length"] == str(len(packed.content))
    for answer in (plain, packed):
        assert answer.headers["Vary"] == "Accept-Encoding, Cookie, Accept-Language"
        assert answer.headers["Cache-Control"] == "private, no-cache"


def test_who_has_the_page_is_told_that_it_is_unchanged(client: Client) -> None:
    etag = client.get("/counted/").headers["ETag"]
    unchanged = client.get("/counted/", headers={"If-None-Match": etag})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    something_is_done()
    assert client.get("/counted/", headers={"If-None-Match": etag}).status_code == 200


def test_the_pages_asked_for_longest_ago_go_first() -> None:
    pages = Pages(most_bytes=20)
    for address in "abc":
        if address == "c":
            assert pages.get("a", 1) is not None
        pages.put(address, Page(1, "text/html", b"12345", b"1234", "e"))
    assert [bool(pages.get(one, 1)) for one in "abc"] == [True, False, True]
    pages.put("a", Page(2, "text/html", b"1", b"1", "e"))
    assert [bool(pages.get("a", state)) for state in (1, 2)] == [False, True]
