"""Pages for what cannot be shown: what happened, and what one can do now, in calm words."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext_lazy as _

from convoca.pages.navigation import Words


@dataclass(frozen=True)
class ErrorWords:
    """What an error page says: what happened, why, and what one can do."""

    title: Words
    why: Words
    advice: Words


WORDS = {
    400: ErrorWords(
        _("We could not read this request"),
        _("Something in the address or in what was sent is not as it should be."),
        _("Go back and try once more. If you followed a link, check that it is complete."),
    ),
    403: ErrorWords(
        _("This page is not open to you"),
        _("Your sign-in does not include the right to see it or to do this."),
        _("If you need it for your work, ask the administrator of your body."),
    ),
    404: ErrorWords(
        _("This page does not exist"),
        _("The address may be mistyped, or what stood here has moved."),
        _("Check the address, or begin at the start page."),
    ),
    409: ErrorWords(
        _("This cannot be done as things stand"),
        _("What you wanted to do no longer fits the state of things."),
        _("Go back, load the page again and look at where it stands now."),
    ),
    410: ErrorWords(
        _("This link is no longer valid"),
        _("It has expired or was replaced by a newer one."),
        _("Ask whoever sent it to you for a new link."),
    ),
    411: ErrorWords(
        _("The size of what was sent is missing"),
        _("We only accept a file or a form when its size is stated beforehand."),
        _("Send it with an ordinary browser, or state its length."),
    ),
    413: ErrorWords(
        _("What you sent is too large"),
        _("The files together are larger than we can accept at once."),
        _("Go back and send fewer files at once, or smaller ones."),
    ),
    422: ErrorWords(
        _("Something needs another look"),
        _("What was sent is not complete or does not fit together."),
        _("Go back, look at the form again and send it once more."),
    ),
    500: ErrorWords(
        _("Something went wrong on our side"),
        _("The fault is ours and has been noted. What was acknowledged to you is safe."),
        _("Try again in a few minutes."),
    ),
}


def error_page(
    request: HttpRequest, status: int, *, title: Words = "", why: Words = "", advice: Words = ""
) -> HttpResponse:
    """A page for ``status`` (a key of ``WORDS``); other words given replace the usual ones."""
    words = WORDS[status]
    context = {
        "title": title or words.title,
        "why": why or words.why,
        "advice": advice or words.advice,
        "status": status,
    }
    return render(request, "pages/error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """``handler400``; a form with too much text in it is too large (413), not unreadable."""
    return error_page(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """``handler403``."""
    return error_page(request, 403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """``handler404``."""
    return error_page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """``handler500``: drawn without the frame, which may itself be what failed."""
    words = WORDS[500]
    context = {
        "title": words.title,
        "why": words.why,
        "advice": words.advice,
        "language": get_language() or "en",
        "direction": "rtl" if get_language_bidi() else "ltr",
    }
    return HttpResponse(render_to_string("pages/bare_error.html", context), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """``CSRF_FAILURE_VIEW``: the page was open too long, or the form came from elsewhere."""
    return error_page(
        request,
        403,
        title=_("This form could not be accepted"),
        why=_("The page was open for a long time, or you signed in or out in another window."),
        advice=_("Go back, load the page again, and send the form once more."),
    )
