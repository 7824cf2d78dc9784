"""The pictures of a journey, numbered as the story goes, and what was wrong with a page."""

import os
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.urls import resolve
from django.utils.translation import override
from playwright.sync_api import Page

from browser import scrolls_sideways

REPOSITORY = Path(__file__).resolve().parents[2]
NARROW = 360
# In the dark only colours differ; the rest of a page was looked at in the light.
IN_THE_DARK = {"runOnly": ["color-contrast"]}


def folder() -> Path:
    """Where the pictures go: `CONVOCA_JOURNEY_FOLDER`, else `journey-screenshots/`."""
    return Path(os.environ.get("CONVOCA_JOURNEY_FOLDER") or REPOSITORY / "journey-screenshots")


@dataclass
class Album:
    """Keeps a numbered picture of each page, and what axe and a narrow window found wrong."""

    name: str
    into: Path = field(default_factory=folder)
    number: int = 0
    wrong: list[str] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)
    checked: set[str] = field(default_factory=set)

    def keep(self, page: Page, caption: str, *, script: bool = True) -> None:
        """Take the picture; check the page unless one of its kind was checked before.

        A page without script is only looked at: axe is a script.
        """
        self.number += 1
        self.into.mkdir(parents=True, exist_ok=True)
        title = f"{self.name}-{self.number:02d}-{_slug(caption)}"
        page.screenshot(path=self.into / f"{title}.png", full_page=True)
        kind = kind_of(page)
        self.shown.add(kind)
        if script and kind not in self.checked:
            self.checked.add(kind)
            self.wrong += [f"{title}: {found}" for found in _found_wrong(page)]

    @property
    def unchecked(self) -> set[str]:
        """Kinds of pages that were only seen without script."""
        return self.shown - self.checked


def kind_of(page: Page) -> str:
    """What kind of page it is: the name of its address, whatever it is about."""
    path = urlsplit(page.url).path
    with override(path.split("/")[1]):
        match = resolve(path)
    words = filter(_is_word, match.kwargs.values())
    return " ".join([match.view_name, *words, page.locator("body").get_attribute("class") or ""])


def _is_word(value: object) -> bool:
    return isinstance(value, str) and value.isalpha()


def _found_wrong(page: Page) -> list[str]:
    found = _violations(page, {})
    page.emulate_media(color_scheme="dark")
    found += [f"in the dark: {line}" for line in _violations(page, IN_THE_DARK)]
    page.emulate_media(color_scheme="light")
    size = page.viewport_size or {"width": NARROW, "height": 800}
    page.set_viewport_size({"width": NARROW, "height": 740})
    found += [f"sticks out at {NARROW} px: {line}" for line in scrolls_sideways(page)]
    page.set_viewport_size(size)
    return found


def _violations(page: Page, options: dict[str, object]) -> list[str]:
    response = Axe().run(page, options=options).response
    return [
        f"{violation['id']}: {node['target']} {node.get('failureSummary', '')}"
        for violation in response["violations"]
        for node in violation["nodes"]
    ]


def _slug(caption: str) -> str:
    plain = unicodedata.normalize("NFD", caption.lower().replace("đ", "d"))
    plain = "".join(one for one in plain if not unicodedata.combining(one))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
