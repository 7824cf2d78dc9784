"""The parts in a real browser: axe finds nothing, nothing sticks out, nothing needs script."""

import pytest

from browser import Windows, scrolls_sideways, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = ["", "form/", "confirm/", "public/", "error/404/", "error/500/"]


@pytest.fixture(autouse=True)
def _open_gallery(settings):
    settings.GALLERY = True


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_and_nothing_sticks_out(windows: Windows, width: int, theme: str) -> None:
    page = windows.open(width=width, theme=theme)
    found = {}
    for path in PAGES:
        page.goto(f"/vi/pages/gallery/{path}")
        found[path] = violations(page) + scrolls_sideways(page)

    assert found == {path: [] for path in PAGES}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_a_form_sent_empty_shows_its_errors_to_everybody(
    windows: Windows, width: int, theme: str
) -> None:
    page = windows.open(width=width, theme=theme)
    page.goto("/vi/pages/gallery/form/")
    page.locator("main button.button").click()

    assert page.title().startswith("Lỗi:")
    assert page.evaluate("document.activeElement.className") == "error-summary"
    assert violations(page) + scrolls_sideways(page) == []
