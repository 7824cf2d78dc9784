"""Windows of a real browser on a live server, for tests marked ``browser`` and for journeys."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# What the browser itself says of an answer that is not 2xx; the tests look at those answers.
EXPECTED_COMPLAINT = "Failed to load resource"


@dataclass
class Windows:
    """Opens windows on one address and remembers what the pages did that they should not."""

    browser: Browser
    address: str
    contexts: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(
        self,
        *,
        width: int = 1280,
        height: int = 900,
        theme: str = "light",
        script: bool = True,
        locale: str = "vi-VN",
    ) -> Page:
        """Open a window of its own: cookies, width in pixels, theme, and script on or off."""
        context = self.browser.new_context(
            base_url=self.address,
            viewport={"width": width, "height": height},
            color_scheme=theme,
            java_script_enabled=script,
            locale=locale,
            reduced_motion="reduce",
            accept_downloads=True,
        )
        self.contexts.append(context)
        context.route("**/*", self._only_here)
        page = context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def _only_here(self, route: Route) -> None:
        if route.request.url.startswith(("data:", self.address)):
            route.continue_()
            return
        self.complaints.append(f"asked elsewhere: {route.request.url}")
        route.abort()

    def _hear(self, message: object) -> None:
        text = message.text
        if message.type in ("error", "warning") and EXPECTED_COMPLAINT not in text:
            self.complaints.append(text)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One headless Chromium from Debian's package for a file of tests.

    No longer: while Playwright's event loop runs, no other can start in this thread.
    """
    program = shutil.which("chromium")
    if program is None:
        pytest.fail("Chromium is missing: run `apt-get install chromium`")
    # Playwright's own event loop runs in this thread; Django would take it for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def windows_on(chromium: Browser) -> Iterator[Callable[[str], Windows]]:
    """Windows on any address; at the end no page may have broken a policy or asked elsewhere."""
    opened: list[Windows] = []

    def on(address: str) -> Windows:
        opened.append(Windows(chromium, address))
        return opened[-1]

    yield on
    for windows in opened:
        for context in windows.contexts:
            context.close()
    assert [complaint for windows in opened for complaint in windows.complaints] == []


@pytest.fixture
def windows(windows_on: Callable[[str], Windows], live_server: object) -> Windows:
    """Windows on the application itself, served from a thread of the test."""
    return windows_on(live_server.url)


def violations(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands: rule, place and reason, one a line."""
    found = Axe().run(page).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node.get('failureSummary', '')}"
        for violation in found
        for node in violation["nodes"]
    ]


def scrolls_sideways(page: Page) -> list[str]:
    """The elements that stick out of the window's width, outermost first."""
    return page.evaluate(
        """() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
        [...document.querySelectorAll('body *')]
          .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
          .map(e => e.tagName + '.' + e.getAttribute('class')).slice(0, 5)"""
    )


def weight(page: Page, path: str) -> tuple[int, int]:
    """Bytes over the wire and number of requests of a first visit to ``path``."""
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    client.send("Network.setCacheDisabled", {"cacheDisabled": True})
    sizes: dict[str, int] = {}
    client.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: int(event["encodedDataLength"])}),
    )
    page.goto(path, wait_until="networkidle")
    assert urlsplit(page.url).path == urlsplit(path).path
    return sum(sizes.values()), len(sizes)
