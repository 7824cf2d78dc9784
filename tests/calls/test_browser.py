"""The pages in a real browser: a reply on a small screen, axe on every page, weight."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Page

from accounts.made import user_with
from browser import (
    NARROW,
    Windows,
    scrolls_sideways,
    sticks_out_when_narrow,
    violations,
    violations_in_the_dark,
    weight,
)
from calls.made import Round, opened
from calls.whole import officer_pages, whole_round
from convoca.accounts.models import User
from convoca.calls.models import Contribution, Review
from convoca.letters.links import reply_path

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_ACTIONS = 12


def sign_in(windows: Windows, page: Page, user: User) -> None:
    client = Client()
    client.force_login(user)
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": windows.address}])


class Hand:
    """Counts what a person does with the page."""

    def __init__(self) -> None:
        self.actions = 0

    def does(self, act: Callable[..., object], *given: str) -> None:
        act(*given)
        self.actions += 1


def test_a_reply_on_a_small_screen_takes_few_actions(windows: Windows) -> None:
    made = opened()
    page, hand = windows.open(width=360, height=740, script=False), Hand()
    hand.does(page.goto, reply_path(made.reply.recipient))
    hand.does(page.click, "a[href*='/add/good_practice/']")
    hand.does(page.fill, "[name=title_vi]", "Tổ công nghệ số cộng đồng đến từng thôn")
    hand.does(page.fill, "[name=text_vi]", "Mỗi thôn có một tổ năm người hướng dẫn.")
    hand.does(page.click, "main form button.button")
    hand.does(page.check, "input[value='9']")
    hand.does(page.click, "main form button.button")
    hand.does(page.check, "[name=consent_public]")
    hand.does(page.click, "main form button.button")
    hand.does(page.fill, "[name=sent_by]", "Hoàng Thị Lan, Chuyên viên")
    hand.does(page.click, "main form button.button")
    assert hand.actions <= MOST_ACTIONS
    assert (made.reply.state, Contribution.objects.get().sdgs) == ("received", [9])


def pages_of(made: Round) -> list[tuple[User | None, list[str]]]:
    """Every page with one who sees it; None is a stranger."""
    reply, review = made.reply.uid, Review.objects.select_related("reviewer").first()
    assert review is not None
    at_home = [
        reverse("calls:reply", args=[reply]),
        reverse("calls:add", args=[reply, "activity"]),
        reverse("calls:send", args=[reply]),
        reverse("calls:write", args=[reply, "idea"]),
    ]
    reviewing = [reverse("calls:reviews"), reverse("calls:review", args=[review.uid])]
    edition = reverse("calls:edition", args=["wtisd", made.edition.year])
    public = [reverse("calls:observances"), edition]
    return [
        (None, public),
        (user_with("specialist", made.house.unit), officer_pages(made)),
        (user_with("focal_point", made.reply.body), at_home),
        (review.reviewer, reviewing),
    ]


def test_axe_finds_nothing_and_nothing_sticks_out(windows: Windows) -> None:
    with translation.override("vi"):
        seen = pages_of(whole_round())
    found = {}
    for user, paths in seen:
        page = windows.open()
        if user is not None:
            sign_in(windows, page, user)
        for path in paths:
            page.goto(path)
            found[path] = violations(page) + scrolls_sideways(page) + sticks_out_when_narrow(page)
        page.set_viewport_size({"width": NARROW, "height": 740})
        found[f"{path} in the dark"] = violations_in_the_dark(page)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_the_public_page_is_light(windows: Windows) -> None:
    made = opened()
    where = reverse("calls:edition", args=["wtisd", made.edition.year])
    size, requests = weight(windows.open(), where)
    assert size <= 60_000
    assert requests <= 6
