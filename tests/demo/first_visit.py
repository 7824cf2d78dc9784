"""A stranger's first visit over real HTTP: what a page and all that it names weigh.

The requests are answered in the test's own thread, so the pages see what its transaction holds.
"""

import gzip
import http.client
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit
from wsgiref.simple_server import WSGIRequestHandler, make_server

from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.urls import resolve
from django.utils.translation import override

ACCEPTED = {"Accept-Encoding": "gzip, deflate, br", "Accept-Language": "vi"}


@dataclass
class Answer:
    """What came back for one address; `size` counts the lines of the head too."""

    status: int
    size: int
    text: str = ""
    leads_to: str = ""
    cookies: str = ""


@dataclass
class Named(HTMLParser):
    """The addresses that a page loads at once, and those that it links to."""

    loads: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, given: list[tuple[str, str | None]]) -> None:
        told = dict(given)
        if tag in ("img", "script") and told.get("src"):
            self.loads.add(told["src"] or "")
        if tag == "link" and told.get("rel") in ("stylesheet", "icon", "preload"):
            self.loads.add(told["href"] or "")
        if tag == "a" and told.get("href"):
            self.links.append(told["href"] or "")


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_words: object) -> None:
        return None


class Stranger:
    """Somebody who opens one page after the other, with an empty cache each time."""

    def __init__(self) -> None:
        application = get_wsgi_application()
        # Each request would close the connection, and with it end the test's transaction.
        for moment in (request_started, request_finished):
            moment.disconnect(close_old_connections)
        self._server = make_server("127.0.0.1", 0, application, handler_class=_Quiet)
        self._asking = ThreadPoolExecutor(1)
        self._files: dict[str, int] = {}
        self.cookies = ""

    def leaves(self) -> None:
        for moment in (request_started, request_finished):
            moment.connect(close_old_connections)
        self._asking.shutdown()
        self._server.server_close()

    def opens(self, path: str) -> Answer:
        """Ask for one address."""
        waiting = self._asking.submit(self._asked, path)
        self._server.handle_request()
        return waiting.result()

    def weighs(self, path: str, page: Answer) -> tuple[int, int]:
        """Bytes and requests of a first visit to a page."""
        loads = {urljoin(path, one) for one in named(page).loads if not one.startswith("data:")}
        for one in loads - set(self._files):
            found = self.opens(one)
            assert found.status == 200, one
            self._files[one] = found.size
        return page.size + sum(self._files[one] for one in loads), 1 + len(loads)

    def _asked(self, path: str) -> Answer:
        line = http.client.HTTPConnection("127.0.0.1", self._server.server_port, timeout=60)
        line.request("GET", path, headers={**ACCEPTED, "Cookie": self.cookies})
        got = line.getresponse()
        body = got.read()
        head = sum(len(name) + len(value) + 4 for name, value in got.getheaders()) + 19
        line.close()
        return Answer(
            status=got.status,
            size=head + len(body),
            text=_text(got, body),
            leads_to=got.getheader("Location", ""),
            cookies="; ".join(one.split(";")[0] for one in got.msg.get_all("Set-Cookie") or []),
        )


def _text(got: http.client.HTTPResponse, body: bytes) -> str:
    if not got.getheader("Content-Type", "").startswith("text/html"):
        return ""
    packed = got.getheader("Content-Encoding") == "gzip"
    return (gzip.decompress(body) if packed else body).decode()


def named(page: Answer) -> Named:
    """What a page loads and links to."""
    reading = Named()
    reading.feed(page.text)
    return reading


def first_visits(stranger: Stranger, *starts: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Follow links from some pages; of every kind of page open the first, and weigh it."""
    waiting, known = list(starts), set()
    while waiting:
        path = waiting.pop(0)
        kind = kind_of(path)
        if kind in known:
            continue
        page = stranger.opens(path)
        if page.leads_to:
            waiting.append(urljoin(path, page.leads_to))
        if page.status == 200 and page.text:
            known.add(kind)
            yield kind, stranger.weighs(path, page)
            waiting += links_of(path, page)


def links_of(path: str, page: Answer) -> list[str]:
    """The addresses on this site that a page links to, in the page's own language."""
    whole = (urldefrag(urljoin(path, link)).url for link in named(page).links)
    return [address for address in whole if address.startswith(path[:4])]


def kind_of(path: str) -> str:
    """The name of an address, whatever it is about."""
    with override(path.split("/")[1]):
        return resolve(urlsplit(path).path).view_name
