"""Windows of a real browser on a live server, for tests marked ``browser`` and for journeys."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connections
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nothing but this machine can be reached, whatever a page asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    # Each window would load two pages of the address bar's own. Of the features that Playwright
    # turns off, which this replaces, those stand here that could change what a page shows.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,"
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,"
    "HttpsFirstBalancedModeAutoEnable,LensOverlay,MediaRouter,PaintHolding,"
    "ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,OptimizationHints,"
    "NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch",
]
NARROW = 360
WHOLE = {"resultTypes": ["violations"]}
# In the dark only colours differ; the rest of a page is looked at in the light.
COLOURS = {**WHOLE, "runOnly": ["color-contrast", "link-in-text-block"]}
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
        # Listened to, not intercepted: that would take every request apart, and the cache away.
        context.on("request", self._notice)
        page = context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def _notice(self, request: Request) -> None:
        if not request.url.startswith(("data:", self.address)):
            self.complaints.append(f"asked elsewhere: {request.url}")

    def _hear(self, message: object) -> None:
        text = message.text
        if message.type in ("error", "warning") and EXPECTED_COMPLAINT not in text:
            self.complaints.append(text)


@pytest.fixture(scope="module")
def chromium(django_db_setup: None) -> Iterator[Browser]:
    """One headless Chromium from Debian's package for a file of tests.

    No longer: while Playwright's event loop runs, no other can start in this thread. Connections
    belong to the loop in which they were opened: the test database is made before it, and those
    of the tests are closed in it.
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
        connections.close_all()


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


def violations(page: Page, options: Mapping[str, object] = WHOLE) -> list[str]:
    """What axe finds wrong with the page as it stands: rule, place and reason, one a line."""
    page.evaluate(Axe().axe_script)
    found = page.evaluate("async options => (await axe.run(options)).violations", options)
    return [
        f"{violation['id']}: {node['target']} {node.get('failureSummary', '')}"
        for violation in found
        for node in violation["nodes"]
    ]


def violations_in_the_dark(page: Page) -> list[str]:
    """What axe finds wrong with the page's colours in the dark."""
    page.emulate_media(color_scheme="dark")
    found = violations(page, COLOURS)
    page.emulate_media(color_scheme="light")
    return [f"in the dark: {line}" for line in found]


def violations_in_light_and_dark(page: Page) -> list[str]:
    """What axe finds wrong with the page in a light window, and with its colours in the dark."""
    return violations(page) + violations_in_the_dark(page)


def scrolls_sideways(page: Page) -> list[str]:
    """The elements that stick out of the window's width, outermost first."""
    return page.evaluate(
        """() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
        [...document.querySelectorAll('body *')]
          .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
          .map(e => e.tagName + '.' + e.getAttribute('class')).slice(0, 5)"""
    )


def sticks_out_when_narrow(page: Page) -> list[str]:
    """The same in a window as wide as a telephone; the window gets its width back."""
    size = page.viewport_size or {"width": NARROW, "height": 740}
    page.set_viewport_size({"width": NARROW, "height": 740})
    found = [f"sticks out at {NARROW} px: {line}" for line in scrolls_sideways(page)]
    page.set_viewport_size(size)
    return found


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
