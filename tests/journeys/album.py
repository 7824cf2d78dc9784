"""The pictures of a journey, numbered as the story goes, and what was wrong with a page."""

import os
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from django.urls import resolve
from django.utils.translation import override
from playwright.sync_api import Page

from browser import sticks_out_when_narrow, violations_in_light_and_dark

REPOSITORY = Path(__file__).resolve().parents[2]
TALLEST = 2400


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
            found = violations_in_light_and_dark(page) + sticks_out_when_narrow(page)
            self.wrong += [f"{title}: {one}" for one in found]

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


def _slug(caption: str) -> str:
    plain = unicodedata.normalize("NFD", caption.lower().replace("đ", "d"))
    plain = "".join(one for one in plain if not unicodedata.combining(one))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
