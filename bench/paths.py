"""Where the measured pages stand in the demo that is being served; import it once Django runs."""

from django.urls import reverse
from django.utils.translation import override

from convoca.calls.models import Call
from convoca.calls.queries.calls import silent
from convoca.letters.links import reply_path
from convoca.library.queries.entries import newest_public


def reply_link() -> tuple[str, str]:
    """Return a silent addressee's reply link, and the page on which it writes a good practice."""
    reply = silent(Call.objects.get(edition__year=2024))[0]
    with override("vi"):
        page = reverse("calls:write", args=[reply.uid, "good_practice"])
    return reply_path(reply.recipient), page


def public_pages() -> list[tuple[str, str, float]]:
    """Return name, address and limit (milliseconds of CPU) of the pages that are measured."""
    entry = newest_public()[0]
    with override("vi"):
        return [
            ("library: the public shelf", reverse("library:shelf"), 5),
            ("library: one entry", reverse("library:entry", args=[entry.uid]), 5),
        ]
