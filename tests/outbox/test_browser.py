"""The outbox in a real browser: readable for all, on a narrow screen, without script."""

import io

import pytest

from accounts.made import PASSWORD, user_with
from browser import Windows, scrolls_sideways, violations
from convoca.files.actions import store
from convoca.outbox import actions
from convoca.outbox.delivery import deliver_due
from convoca.outbox.models import Mail, State
from files import made as files_made
from members.made import ministry_of_2024
from outbox.made import CLERK, draft, person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (360, "dark")])
def test_mail_is_read_released_and_seen_in_the_mailbox(
    windows: Windows, monkeypatch: pytest.MonkeyPatch, width: int, theme: str
) -> None:
    monkeypatch.setenv("CONVOCA_MAIL_URL", "mailbox:")
    ministry = ministry_of_2024().ministry
    clerk = user_with("clerk", ministry, password=PASSWORD)
    annex = store(by=CLERK, stream=io.BytesIO(files_made.docx()), name="Phụ lục.docx")
    mails = actions.queue_many(
        by=CLERK,
        drafts=[
            draft(owner=[ministry.uid], to=f"so{n}@tinh.example", attachments=[annex])
            for n in range(3)
        ],
    )
    page = windows.open(width=width, theme=theme)
    page.goto("/vi/sign-in/")
    page.locator("input[name=login]").fill(clerk.email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button").first.click()

    page.goto("/vi/outbox/")
    assert (violations(page), scrolls_sideways(page)) == ([], [])
    page.locator("tbody a").first.click()
    assert (violations(page), scrolls_sideways(page)) == ([], [])
    page.get_by_role("button", name="Phát hành").click()
    assert (violations(page), scrolls_sideways(page)) == ([], [])
    page.get_by_role("button", name="Phát hành (1)").click()
    assert Mail.objects.filter(state=State.RELEASED).count() == 1

    actions.release(by=person("clerk", ministry.uid), mails=mails[:2])
    assert deliver_due() == 3
    stranger = windows.open(width=width, theme=theme)
    stranger.goto("/vi/mailbox/")
    assert (violations(stranger), scrolls_sideways(stranger)) == ([], [])
    stranger.locator(".mailbox a").first.click()
    assert (violations(stranger), scrolls_sideways(stranger)) == ([], [])
    with stranger.expect_download() as saved:
        stranger.get_by_text("Phụ lục.docx").click()
    assert saved.value.suggested_filename == "Phụ lục.docx"
