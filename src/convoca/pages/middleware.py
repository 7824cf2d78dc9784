"""What happens around every page: headers, limits on what is sent, refusals turned into pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.translation import gettext as _

from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.pages.errors import error_page

GetResponse = Callable[[HttpRequest], HttpResponseBase]
View = Callable[..., HttpResponseBase]

HEADERS = {
    "Permissions-Policy": (
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), "
        "gyroscope=(), microphone=(), payment=(), usb=()"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
    "Cache-Control": "private, no-cache",
}
MEBIBYTE = 1024 * 1024
METHODS_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})


def headers_middleware(get_response: GetResponse) -> GetResponse:
    """Set the headers that neither Django nor django-csp sets, where a view has not set its own."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return middleware


def readable_middleware(get_response: GetResponse) -> GetResponse:
    """Refuse (400) an address whose query has a NUL byte: no text of ours can hold or match one."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if any("\0" in value for _name, values in request.GET.lists() for value in values):
            return error_page(request, 400)
        return get_response(request)

    return middleware


class PageGZipMiddleware(GZipMiddleware):
    """Compress pages and nothing else: files are compressed already, or too large to do it here.

    Django adds random bytes and masks the token of forms against guessing by size (BREACH).
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> Any:
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            return response
        return super().process_response(request, response)


def body_limit(limit: int) -> Callable[[View], View]:
    """Let a view accept bodies of up to ``limit`` bytes instead of ``settings.BODY_LIMIT``."""

    def marked(view: View) -> View:
        view.body_limit = limit  # type: ignore[attr-defined]
        return view

    return marked


class BodyLimitMiddleware:
    """Refuse a body without a stated length (411) or over the limit (413) before anyone reads it.

    It stands above ``CsrfViewMiddleware``, whose reading of the form would take in the whole
    body first; a chunked body reaches Django empty under granian, so it is refused, not lost.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        length = request.META.get("CONTENT_LENGTH") or ""
        is_chunked = "HTTP_TRANSFER_ENCODING" in request.META
        if is_chunked or (request.method in METHODS_WITH_BODY and not length):
            return error_page(request, 411)
        if not length:
            return None
        if not (length.isascii() and length.isdigit()):
            return error_page(request, 400)
        limit = getattr(view, "body_limit", settings.BODY_LIMIT)
        return too_large(request, limit) if int(length) > limit else None


def too_large(request: HttpRequest, limit: int) -> HttpResponse:
    """The page for a body over ``limit`` bytes, naming the limit in whole megabytes."""
    return error_page(
        request,
        413,
        why=_("At most %(limit)s MB can be sent at once.") % {"limit": limit // MEBIBYTE},
    )


class RefusalMiddleware:
    """Turn an action's refusal into its page: not permitted 403, no longer in that state 409."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, NotPermitted):
            return error_page(request, 403, why=str(exception))
        if isinstance(exception, StateConflict):
            return error_page(request, 409, why=str(exception))
        return None
