"""Take the guide's pictures from the pages of a running demo: `make guide-pictures`.

Needs Chromium, Playwright and Pillow; `ADDRESS` says where the demo is served.
"""

import io
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from convoca.demo import facts

HERE = Path(__file__).parent
ADDRESS = os.environ.get("ADDRESS", "http://localhost:8000")
PASSWORD = "trinh-dien-17-5"  # noqa: S105 - `make demo` says it aloud
LANGUAGES = ("vi", "en")
SIZE = {"width": 1280, "height": 800}
COLOURS = 48  # a page has few, and a picture of a page should weigh little


@dataclass(frozen=True)
class Picture:
    """A picture of one page: who sees it, where it begins, which links lead on to it."""

    name: str
    path: str
    post: str = ""
    then: tuple[str, ...] = ()


IN_TABLE = "main table tbody a"
PICTURES = (
    Picture("letters-draft", "letters/new/", "chuyen-vien-htqt"),
    Picture("letters-letter", "letters/", "chuyen-vien-htqt", (IN_TABLE,)),
    Picture("outbox-sent", "outbox/sent/", "van-thu"),
    Picture("calls-call", "calls/", "chuyen-vien-htqt", (IN_TABLE,)),
    Picture(
        "calls-addressees", "calls/", "chuyen-vien-htqt", (IN_TABLE, "main a[href$='/addressees/']")
    ),
    Picture("calls-observance", "observances/wtisd/2024/"),
    Picture(
        "report-summary", "calls/", "chuyen-vien-htqt", (IN_TABLE, "aside a[href*='/reports/']")
    ),
    Picture("library-shelf", "library/"),
    Picture("library-entry", "library/", "", ("main .entries a",)),
    Picture("members-directory", "bodies/", "quan-tri"),
    Picture("conferences-edition", "conferences/pp-14/"),
    Picture("conferences-days", "conferences/pp-14/days/"),
    Picture("conferences-delegations", "conferences/pp-14/delegations/"),
    Picture("programme-list", "conferences/pp-14/programme/"),
    Picture("programme-exhibition", "conferences/pp-14/exhibition/"),
    Picture("elections-overview", "conferences/pp-14/elections/"),
    Picture("elections-seats", "conferences/pp-14/elections/seats/"),
)


def main() -> None:
    """Take every picture in every language."""
    with sync_playwright() as playwright:
        program = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for language in LANGUAGES:
            folder = HERE / language / "pictures"
            folder.mkdir(exist_ok=True)
            for post in sorted({picture.post for picture in PICTURES}):
                page = _window(browser, language, post)
                for picture in (one for one in PICTURES if one.post == post):
                    _take(page, picture, language, folder)
        browser.close()


def _window(browser: Browser, language: str, post: str) -> Page:
    context = browser.new_context(base_url=ADDRESS, viewport=SIZE, reduced_motion="reduce")
    page = context.new_page()
    if post:
        page.goto(f"/{language}/sign-in/")
        page.get_by_role("textbox").first.fill(facts.posts()[post].email)
        page.locator("input[type=password]").fill(PASSWORD)
        page.locator("main form button").first.click()
        page.wait_for_url(lambda address: "sign-in" not in address)
    return page


def _take(page: Page, picture: Picture, language: str, folder: Path) -> None:
    page.goto(f"/{language}/{picture.path}")
    for links in picture.then:
        page.goto(page.locator(links).first.get_attribute("href") or "")
    shot = Image.open(io.BytesIO(page.screenshot()))
    few = shot.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(folder / f"{picture.name}.png", optimize=True)


if __name__ == "__main__":
    main()
