"""What is measured in the demo that is being served; import it once Django runs."""

from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from bench import peers
from bench.programme import KEY, LIMIT_KILOBYTES, LIMIT_MILLISECONDS, programme_page
from convoca.accounts.roles import Role
from convoca.calls.models import Call
from convoca.calls.queries.calls import silent
from convoca.conferences.models import Event
from convoca.demo import facts
from convoca.demo.loading.accounts import PASSWORD
from convoca.demo.loading.everything import LOADER
from convoca.journal.record import record
from convoca.letters.links import reply_path
from convoca.library.queries.entries import newest_public


@dataclass(frozen=True)
class Page:
    """A public page, with its limit in milliseconds of CPU, and in kilobytes where it has one."""

    name: str
    path: str
    limit: float
    beside: tuple[peers.Peer, ...]
    most_kilobytes: int = 60

    @property
    def most_kilobytes_told(self) -> str:
        """The limit of its weight in words."""
        return f", at most {self.most_kilobytes}"


def reply_link() -> tuple[str, str]:
    """Return a silent addressee's reply link, and the page on which it writes a good practice."""
    reply = silent(Call.objects.get(edition__year=2024))[0]
    with override("vi"):
        page = reverse("calls:write", args=[reply.uid, "good_practice"])
    return reply_path(reply.recipient), page


def sign_in() -> tuple[str, str, str]:
    """Return the page to sign in on, with the address and password of a focal point."""
    post = next(one for one in facts.posts().values() if one.roles[0].role == Role.FOCAL_POINT)
    with override("vi"):
        return reverse("account_login"), post.email, PASSWORD


def public_pages() -> list[Page]:
    """Return the public pages that are measured."""
    with override("vi"):
        shelf = reverse("library:shelf")
        entry = reverse("library:entry", args=[newest_public()[0].uid])
    return [
        Page("library: the public shelf", shelf, 5, peers.PAGE),
        Page("library: one entry", entry, 5, peers.PAGE),
        Page(
            "programme of 500 sessions",
            programme_page(),
            LIMIT_MILLISECONDS,
            peers.PROGRAMME,
            LIMIT_KILOBYTES,
        ),
    ]


def touch(number: int) -> None:
    """Do something, after which no page may be taken for unchanged: note it and touch a session."""
    with transaction.atomic():
        event = Event.objects.filter(edition__key=KEY).earliest("pk")
        Event.objects.filter(pk=event.pk).update(version=event.version + 1)
        record(by=LOADER, action="bench.touch", subject_kind="bench", subject_uid=str(number))
