"""The parts in a real browser: axe finds nothing, nothing sticks out, nothing needs script."""

import pytest
from playwright.sync_api import expect

from browser import Windows, scrolls_sideways, violations, violations_in_light_and_dark
from convoca.pages import navigation

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = ["", "form/", "question/", "confirm/", "public/", "error/404/", "error/500/"]


@pytest.fixture(autouse=True)
def _open_gallery(settings):
    settings.GALLERY = True


@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_and_nothing_sticks_out(windows: Windows, width: int) -> None:
    page = windows.open(width=width)
    found = {}
    for path in PAGES:
        page.goto(f"/vi/pages/gallery/{path}")
        found[path] = violations_in_light_and_dark(page) + scrolls_sideways(page)

    assert found == {path: [] for path in PAGES}


@pytest.mark.parametrize("width", [1280, 360])
def test_a_form_sent_empty_shows_its_errors_to_everybody(windows: Windows, width: int) -> None:
    page = windows.open(width=width)
    page.goto("/vi/pages/gallery/form/")
    page.locator("main button.button").click()

    assert page.title().startswith("Lỗi:")
    expect(page.locator(".error-summary")).to_be_focused()
    assert violations_in_light_and_dark(page) + scrolls_sideways(page) == []


def test_the_menu_opens_without_script_and_the_language_keeps_the_page(
    windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(navigation, "_registry", navigation._Registry())
    navigation.register(navigation.NavigationEntry("Đợt hưởng ứng", "pages:gallery_public"))
    page = windows.open(width=360, script=False)
    page.goto("/vi/pages/gallery/?page=3")
    entry = page.get_by_role("link", name="Đợt hưởng ứng")
    expect(entry).to_be_hidden()
    page.get_by_role("button", name="Danh mục").click()
    expect(entry).to_be_visible()
    page.keyboard.press("Escape")
    expect(entry).to_be_hidden()
    page.get_by_role("link", name="English").click()

    assert page.url.endswith("/en/pages/gallery/?page=3")
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_keyboard_reaches_the_content_first(windows: Windows) -> None:
    page = windows.open()
    page.goto("/vi/pages/gallery/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize("width", [1280, 360])
def test_a_language_from_right_to_left_needs_only_its_setting(
    windows: Windows, settings, width: int
) -> None:
    settings.LANGUAGES = [*settings.LANGUAGES, ("ar", "Arabic")]
    page = windows.open(width=width)
    found = {}
    for path in ["", "form/", "public/", "error/404/"]:
        page.goto(f"/ar/pages/gallery/{path}")
        found[path] = scrolls_sideways(page) + violations(page)

    assert page.locator("html").get_attribute("dir") == "rtl"
    assert found == {"": [], "form/": [], "public/": [], "error/404/": []}
