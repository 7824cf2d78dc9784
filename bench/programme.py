"""A conference of 500 sessions beside the demo's own, and its page of the programme."""

from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from convoca.conferences.actions.series import create_edition, publish_edition
from convoca.conferences.content import EditionFacts
from convoca.conferences.models import Edition, Series
from convoca.demo.loading.busan_programme import load_sample_sessions
from convoca.demo.loading.everything import LOADER
from convoca.languages.translated import Translated

KEY, SESSIONS, ROOMS = "bench-500", 500, 10
LIMIT_MILLISECONDS, LIMIT_KILOBYTES = 10, 100


@transaction.atomic
def large_edition() -> Edition:
    """Enter the edition with its sessions: ten rooms, four hours a day, twenty speakers."""
    opens = date(2034, 10, 9)
    edition = create_edition(
        by=LOADER,
        series=Series.objects.order_by("pk")[0],
        facts=EditionFacts(
            key=KEY,
            ordinal=999,
            title=Translated(vi="Hội nghị 500 phiên", en="A conference of 500 sessions"),
            opens=opens,
            closes=date(2034, 10, 27),
            zone="Asia/Seoul",
            languages=["en"],
        ),
    )
    publish_edition(by=LOADER, edition=edition)
    load_sample_sessions(by=LOADER, edition=edition, count=SESSIONS, first=opens, most_rooms=ROOMS)
    return edition


def programme_page() -> str:
    """Return the address of the large edition's programme, in Vietnamese."""
    edition = large_edition()
    with override("vi"):
        return reverse("programme:list", args=[edition.key])
