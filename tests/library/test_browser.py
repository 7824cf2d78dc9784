"""The library in a real browser: nothing for axe to find, no sideways scrolling, few bytes."""

import pytest
from django.utils.translation import override

from browser import Windows, scrolls_sideways, violations_in_light_and_dark, weight
from calls.made import activity_said, opened
from convoca.library.models import Entry
from library.made import published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def entry() -> Entry:
    with override("vi"):
        made = opened()
        said = activity_said()
        published(made, kind="activity", title=said.title, text=said.text, activity=said.activity)
        return published(made, sdgs=(4, 9), action_lines=("C4",))


@pytest.mark.parametrize("width", [360, 1280])
def test_list_and_entry_are_clean(windows: Windows, entry: Entry, width: int) -> None:
    page = windows.open(width=width)
    for path in ("/vi/library/", "/en/library/?q=nothing+at+all", f"/en/library/{entry.uid}/"):
        page.goto(path)
        assert violations_in_light_and_dark(page) == []
        assert scrolls_sideways(page) == []


def test_a_citizen_finds_an_entry_on_a_phone_without_script(windows: Windows, entry: Entry) -> None:
    page = windows.open(width=360, script=False)
    page.goto("/vi/library/")
    page.get_by_role("searchbox").fill("to cong nghe")
    page.get_by_role("button", name="Tìm kiếm").click()
    page.get_by_role("link", name="Tổ công nghệ số cộng đồng ở bản Hòa Lý").click()
    assert page.get_by_role("heading", level=1).inner_text() == entry.title["vi"]


def test_facets_open_on_a_phone(windows: Windows, entry: Entry) -> None:
    page = windows.open(width=360)
    page.goto("/vi/library/")
    assert not page.locator("#narrow").is_visible()
    page.get_by_role("button", name="Lọc kết quả").click()
    page.locator("#narrow").get_by_role("link", name="Hoạt động").first.click()
    assert "kind=activity" in page.url


def test_a_first_visit_is_light(windows: Windows, entry: Entry) -> None:
    page = windows.open()
    size, requests = weight(page, "/vi/library/")
    assert size <= 60_000
    assert requests <= 6
