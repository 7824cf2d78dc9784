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
TALLEST = 2400
# In the dark only colours differ; the rest of a page was looked at in the light.
WHOLE = {"resultTypes": ["violations"]}
IN_THE_DARK = {**WHOLE, "runOnly": ["color-contrast"]}


def folder() -> Path:
    """Where the pictures go: `CONVOCA_JOURNEY_FOLDER`, else `journey-screenshots/`."""
    return Path(os.environ.get("CONVOCA_JOURNEY_FOLDER") or REPOSITORY / "journey-screenshots")


@dataclass
class Album:
    """Keeps a numbered picture of each page, and what axe and a narrow window found wrong."""

    name: str
    into: Path = field(default_factory=folder)
    taken: list[tuple[str, bool]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)
    checked: set[str] = field(default_factory=set)

    def keep(self, page: Page, caption: str, *, script: bool = True) -> None:
        """Take the picture, once for each caption; check a page of a kind not checked before.

        A page without script is only looked at: axe is a script.
        """
        if (caption, script) in self.taken:
            return
        self.taken.append((caption, script))
        title = f"{self.name}-{len(self.taken):02d}-{_slug(caption)}"
        self._picture(page, title)
        kind = kind_of(page)
        self.shown.add(kind)
        if script and kind not in self.checked:
            self.checked.add(kind)
            self.wrong += [f"{title}: {found}" for found in _found_wrong(page)]

    def note(self, title: str, text: str) -> None:
        """Put a text among the pictures."""
        (self.into / f"{self.name}-{title}.txt").write_text(text + "\n", encoding="utf-8")

    @property
    def unchecked(self) -> set[str]:
        """Kinds of pages that were only seen without script."""
        return self.shown - self.checked

    def _picture(self, page: Page, title: str) -> None:
        self.into.mkdir(parents=True, exist_ok=True)
        width, height = page.evaluate(
            "[innerWidth, Math.max(innerHeight, document.body.scrollHeight)]"
        )
        clip = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)}
        page.screenshot(path=self.into / f"{title}.png", full_page=True, clip=clip)


def kind_of(page: Page) -> str:
    """What kind of page it is: the name of its address and its step, whatever it is about."""
    path = urlsplit(page.url).path
    with override(path.split("/")[1]):
        match = resolve(path)
    width = page.locator("body").get_attribute("class") or ""
    return f"{match.view_name} {match.kwargs.get('step', '')} {width}"


def _found_wrong(page: Page) -> list[str]:
    page.evaluate(Axe().axe_script)
    found = _violations(page, WHOLE)
    page.emulate_media(color_scheme="dark")
    found += [f"in the dark: {line}" for line in _violations(page, IN_THE_DARK)]
    page.emulate_media(color_scheme="light")
    size = page.viewport_size or {"width": NARROW, "height": 800}
    page.set_viewport_size({"width": NARROW, "height": 740})
    found += [f"sticks out at {NARROW} px: {line}" for line in scrolls_sideways(page)]
    page.set_viewport_size(size)
    return found


def _violations(page: Page, options: dict[str, object]) -> list[str]:
    found = page.evaluate("async options => (await axe.run(options)).violations", options)
    return [
        f"{violation['id']}: {node['target']} {node.get('failureSummary', '')}"
        for violation in found
        for node in violation["nodes"]
    ]


def _slug(caption: str) -> str:
    plain = unicodedata.normalize("NFD", caption.lower().replace("đ", "d"))
    plain = "".join(one for one in plain if not unicodedata.combining(one))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
