"""Pages for strangers, remembered in the process until anything is done.

Most readers are strangers, and all of them are shown the same page. Every action writes one entry
into the record, so one small query says whether the page is still that of now; the rest of the
work is done once. What a reader is shown by whom he is, is never remembered.
"""

import gzip
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import wraps
from hashlib import sha256
from threading import Lock
from typing import Any

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import re_accepts_gzip
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.timezone import localdate
from django.utils.translation import get_language

from convoca.journal.head import head

View = Callable[..., HttpResponseBase]
MOST_BYTES = 16 * 1024 * 1024
LONGEST_ADDRESS = 400


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was made in one state of the record, plain and compressed."""

    state: Hashable
    content_type: str
    plain: bytes
    packed: bytes
    etag: str

    @property
    def size(self) -> int:
        """Bytes that it takes to remember it."""
        return len(self.plain) + len(self.packed)


class Pages:
    """Pages by address; those asked for longest ago go when there are too many."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most, self._size = most_bytes, 0
        self._held: OrderedDict[str, Page] = OrderedDict()
        self._lock = Lock()

    def get(self, address: str, state: Hashable) -> Page | None:
        """Return the page at that address if it was made in that state."""
        with self._lock:
            page = self._held.get(address)
            if page is None or page.state != state:
                return None
            self._held.move_to_end(address)
            return page

    def put(self, address: str, page: Page) -> None:
        """Remember a page in place of the one before."""
        with self._lock:
            before = self._held.pop(address, None)
            self._size += page.size - (before.size if before else 0)
            self._held[address] = page
            while self._size > self._most:
                _oldest, gone = self._held.popitem(last=False)
                self._size -= gone.size

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._held.clear()
            self._size = 0


PAGES = Pages()


def remembered(view: View) -> View:
    """Give a stranger the page that another stranger was shown, as long as nothing was done."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        address = f"{get_language()} {request.build_absolute_uri()}"
        if len(address) > LONGEST_ADDRESS or not is_stranger(request):
            return view(request, *args, **kwargs)
        # Asked before the page is made: what is done meanwhile makes the next reader ask anew.
        state = (head(), localdate())
        page = PAGES.get(address, state)
        if page is None:
            response = view(request, *args, **kwargs)
            if not _is_for_everybody(request, response):
                return response
            page = _page(state, response)
            PAGES.put(address, page)
        return _answer(request, page)

    return answered


def is_stranger(request: HttpRequest) -> bool:
    """Say whether nothing is known about the reader, so that nothing of his can be on the page."""
    known = {settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name}
    return (
        request.method == "GET"
        and known.isdisjoint(request.COOKIES)
        and "HX-Request" not in request.headers
        and request.actor.is_anonymous  # type: ignore[attr-defined]  # of accounts' middleware
    )


def _is_for_everybody(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Say whether an answer is a page that holds nothing of one reader, such as a form's token."""
    return (
        isinstance(response, HttpResponse)
        and response.status_code == 200
        and set(response.headers) == {"Content-Type"}
        and not response.cookies
        and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
    )


def _page(state: Hashable, response: HttpResponseBase) -> Page:
    content = bytes(response.content)  # type: ignore[attr-defined]  # asked just before
    return Page(
        state=state,
        content_type=response.headers["Content-Type"],
        plain=content,
        packed=gzip.compress(content, compresslevel=6, mtime=0),
        etag=f'W/"{sha256(content).hexdigest()[:32]}"',
    )


def _answer(request: HttpRequest, page: Page) -> HttpResponseBase:
    takes_packed = re_accepts_gzip.search(request.headers.get("Accept-Encoding", ""))
    response = HttpResponse(
        page.packed if takes_packed else page.plain, content_type=page.content_type
    )
    response.headers["ETag"] = page.etag
    if takes_packed:
        response.headers["Content-Encoding"] = "gzip"
    patch_vary_headers(response, ["Accept-Encoding", "Cookie"])
    return get_conditional_response(request, page.etag, response=response) or response
