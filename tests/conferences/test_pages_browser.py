"""The public pages in a real browser: narrow, dark, without script; readable by machines too."""

import pytest
from django.urls import reverse

from browser import scrolls_sideways, violations, weight
from conferences import made
from convoca.conferences import actions
from convoca.languages.translated import Translated
from convoca.proceedings.actions import draft_news
from members.made import INSTALLATION
from proceedings import made as proceedings_made

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def pages() -> list[str]:
    world = made.world(venue="BEXCO")
    edition = world.edition
    actions.put_theme(by=INSTALLATION, edition=edition, facts=made.theme_facts())
    actions.put_step(by=INSTALLATION, edition=edition, facts=made.step_facts())
    row = made.delegation(edition, world.state)
    made.person(row, place="head", rank="minister")
    event = made.event(edition)
    office = Translated(vi="Tổng thống Hàn Quốc", en="President of the Republic of Korea")
    speech = made.speech(event, made.guest(edition, office=office), "Kêu gọi thu hẹp khoảng cách.")
    item = proceedings_made.item(edition)
    proceedings_made.meeting(edition, proceedings_made.committee(edition), item)
    promise = proceedings_made.commitment(edition, world.host, speech)
    draft_news(by=INSTALLATION, edition=edition, day=edition.opens)
    return [
        reverse("conferences:list"),
        reverse("conferences:edition", args=["pp-14"]),
        reverse("conferences:day", args=["pp-14", edition.opens]),
        reverse("conferences:event", args=["pp-14", event.uid]),
        reverse("conferences:delegations", args=["pp-14"]),
        reverse("conferences:countdown", args=["pp-14"]),
        reverse("proceedings:agenda", args=["pp-14"]),
        reverse("proceedings:promises", args=["pp-14"]),
        reverse("proceedings:commitment", args=["pp-14", promise.key]),
        reverse("proceedings:news", args=["pp-14"]),
    ]


def test_public_pages_read_well_on_a_small_dark_screen_without_script(windows, pages):
    page = windows.open(width=360, theme="dark", script=False)
    wide = {}
    for path in pages:
        page.goto(path)
        wide[path] = scrolls_sideways(page)
    assert {path: found for path, found in wide.items() if found} == {}


def test_public_pages_are_open_to_everybody_and_light(windows, pages):
    page = windows.open()
    wrong = {}
    for path in pages:
        size, _count = weight(page, path)
        found = violations(page)
        if found or size > 60_000:
            wrong[path] = (size, found)
    assert wrong == {}
