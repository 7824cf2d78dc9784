"""Somebody with a browser that keeps cookies, over real HTTP."""

import http.cookiejar
import re
import socket
import urllib.error
import urllib.parse
import urllib.request


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: object, **_named: object) -> None:
        return None


class Visitor:
    """Reads pages and sends forms of one installation."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._cookies = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(self._cookies), _Stay
        )

    def get(self, path: str) -> tuple[int, str]:
        """Return status and text of a page; a redirect is not followed."""
        return self._open(urllib.request.Request(self._url(path)))

    def post(self, path: str, fields: dict[str, str]) -> tuple[int, str]:
        """Send a form with the token of the cookie; return status and text."""
        token = {"csrfmiddlewaretoken": self._token()}
        body = urllib.parse.urlencode({**fields, **token}).encode()
        return self._open(urllib.request.Request(self._url(path), data=body))

    def sign_in(self, email: str, password: str) -> None:
        """Sign in by password."""
        self.get("/en/sign-in/")
        status, text = self.post("/en/sign-in/", {"login": email, "password": password})
        assert status == 302, re.sub(r"<[^>]+>", " ", text)

    def _url(self, path: str) -> str:
        return f"http://localhost:{self.port}{path}"

    def _token(self) -> str:
        return next(one.value or "" for one in self._cookies if one.name == "csrftoken")

    def _open(self, request: urllib.request.Request) -> tuple[int, str]:
        try:
            with self._opener.open(request, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()


def spoken(port: int, request: bytes, *, then: bytes = b"") -> bytes:
    """Send raw bytes, and return the first line of what comes back."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as opened:
        opened.sendall(request)
        if then:
            opened.sendall(then)
        return opened.makefile("rb").readline().strip()
