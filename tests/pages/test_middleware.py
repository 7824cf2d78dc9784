import pytest
from django.conf import settings as django_settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from convoca import urls as project
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.pages.middleware import HEADERS, PageGZipMiddleware, body_limit, headers_middleware
from convoca.urls import handler400, handler403, handler404, handler500  # noqa: F401


def _refused(request: HttpRequest) -> HttpResponse:
    raise NotPermitted("Chỉ văn thư được phát hành công văn.")


def _conflict(request: HttpRequest) -> HttpResponse:
    raise StateConflict("Công văn này đã được phát hành.")


def _broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("not for the reader")


@body_limit(10)
def _small(request: HttpRequest) -> HttpResponse:
    return HttpResponse("taken")


def _fields(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(len(request.POST)))


urlpatterns = [
    path("refused/", _refused),
    path("conflict/", _conflict),
    path("broken/", _broken),
    path("small/", _small),
    path("fields/", _fields),
    *project.urlpatterns,
]


@pytest.fixture(autouse=True)
def _own_addresses(settings) -> None:
    settings.ROOT_URLCONF = __name__


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/refused/", 403, "Chỉ văn thư được phát hành công văn."),
        ("/conflict/", 409, "Công văn này đã được phát hành."),
        ("/nowhere/", 404, "Không tìm thấy trang này"),
    ],
)
def test_a_refusal_becomes_its_page(address: str, status: int, words: str) -> None:
    response = Client(headers={"accept-language": "vi"}).get(address)

    assert response.status_code == status
    assert words in response.text


def test_a_fault_of_ours_says_nothing_of_its_cause() -> None:
    response = Client(raise_request_exception=False).get("/broken/")

    assert response.status_code == 500
    assert "not for the reader" not in response.text
    assert "RuntimeError" not in response.text


@pytest.mark.parametrize(("length", "status"), [("10", 200), ("11", 413), ("x", 400), ("-1", 400)])
def test_the_limit_of_a_view_holds(length: str, status: int) -> None:
    response = Client().generic("POST", "/small/", b"a=1", CONTENT_LENGTH=length)

    assert response.status_code == status


def test_a_body_without_a_length_is_refused() -> None:
    client = Client()

    assert client.generic("POST", "/small/").status_code == 411
    assert (
        client.generic("POST", "/small/", b"a", HTTP_TRANSFER_ENCODING="chunked").status_code == 411
    )
    assert client.get("/small/").status_code == 200


def test_a_form_with_too_much_text_is_too_large() -> None:
    with override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=10):
        response = Client().post("/fields/", {"text": "x" * 100})

    assert response.status_code == 413


def test_the_limit_stands_above_whoever_reads_the_form() -> None:
    order = django_settings.MIDDLEWARE

    assert order.index("convoca.pages.middleware.BodyLimitMiddleware") < order.index(
        "django.middleware.csrf.CsrfViewMiddleware"
    )


def test_a_view_keeps_the_headers_it_has_set() -> None:
    own = {"Cache-Control": "public, max-age=60"}
    answered = headers_middleware(lambda request: HttpResponse(headers=own))
    headers = answered(RequestFactory().get("/")).headers

    assert {name: headers[name] for name in HEADERS} == {**HEADERS, **own}


@pytest.mark.parametrize(("kind", "encoding"), [("text/html", "gzip"), ("application/pdf", None)])
def test_only_pages_are_compressed(kind: str, encoding: str | None) -> None:
    answered = PageGZipMiddleware(lambda request: HttpResponse("word " * 500, content_type=kind))
    response = answered(RequestFactory().get("/", headers={"accept-encoding": "gzip"}))

    assert response.headers.get("Content-Encoding") == encoding
