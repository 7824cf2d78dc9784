"""What goes over the wire: weight, headers, and bodies that are refused before they are read."""

import http.client
import time
from contextlib import closing
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from browser import weight


class Answer(NamedTuple):
    """What the server said."""

    status: int
    headers: dict[str, str]
    body: bytes


FORM = "/vi/pages/gallery/form/"
MIB = 1024 * 1024


def _asked(served: str, method: str, headers: dict[str, str], body: bytes = b"") -> Answer:
    with closing(http.client.HTTPConnection(urlsplit(served).netloc, timeout=20)) as connection:
        connection.putrequest(method, FORM, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders(body or None)
        answer = connection.getresponse()
        return Answer(answer.status, dict(answer.headers), answer.read())


def test_a_body_in_chunks_is_refused_not_lost(served: str) -> None:
    body = b"5\r\ntitle\r\n0\r\n\r\n"

    assert _asked(served, "POST", {"Transfer-Encoding": "chunked"}, body).status == 411


def test_a_body_of_two_gigabytes_is_refused_before_it_is_sent(served: str) -> None:
    began = time.monotonic()
    answer = _asked(served, "POST", {"Content-Length": str(2048 * MIB)}, b"x")

    assert answer.status == 413
    assert "Mỗi lần chỉ nhận tối đa 64 MB." in answer.body.decode()
    assert time.monotonic() - began < 2


def test_a_small_form_without_its_token_is_refused_in_calm_words(served: str) -> None:
    headers = {"Content-Length": "3", "Content-Type": "application/x-www-form-urlencoded"}
    answer = _asked(served, "POST", headers, b"a=1")

    assert answer.status == 403
    assert "<h1>Biểu mẫu này chưa được tiếp nhận</h1>" in answer.body.decode()


def test_security_headers(served: str) -> None:
    headers = _asked(served, "GET", {"Accept-Encoding": "gzip"}).headers

    policy = set(headers["content-security-policy"].split("; "))
    assert {"default-src 'self'", "object-src 'none'", "base-uri 'none'"} <= policy
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["content-encoding"] == "gzip"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["permissions-policy"].startswith("accelerometer=()")


@pytest.mark.browser
@pytest.mark.parametrize("page", ["", "form/", "public/"])
def test_a_first_visit_is_light(served: str, windows_on, page: str) -> None:
    window = windows_on(served).open()
    size, requests = weight(window, f"/vi/pages/gallery/{page}")

    assert size <= 60_000
    assert requests <= 6


@pytest.mark.browser
def test_a_browser_shows_the_refusal_of_a_file_that_is_too_large(
    served: str, windows_on, tmp_path
) -> None:
    large = tmp_path / "large.pdf"
    with large.open("wb") as opened:
        opened.truncate(90 * MIB)
    page = windows_on(served).open()
    page.goto(FORM)
    page.set_input_files("input[type=file]", large)
    page.locator("main button.button").click()

    assert page.locator("h1").inner_text() == "Dung lượng gửi lên quá lớn"
