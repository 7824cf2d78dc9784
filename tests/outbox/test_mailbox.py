"""The visible mailbox: what would have arrived, open to everyone, only in a demo."""

import hashlib
import io

import pytest
from django.test import Client

from convoca.files.actions import store
from convoca.files.models import StoredFile
from convoca.outbox import actions
from convoca.outbox.delivery import deliver_due
from convoca.outbox.models import MailboxMessage, MailClass
from files import made as files_made
from outbox.made import CLERK, draft

pytestmark = pytest.mark.django_db
LINK = "http://localhost:8000/r/ab12.cd34"


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> MailboxMessage:
    monkeypatch.setenv("CONVOCA_MAIL_URL", "mailbox:")
    annex = store(by=CLERK, stream=io.BytesIO(files_made.docx()), name="Phụ lục.docx")
    text = f"Kính gửi <b>Sở</b>,\n\nTrả lời tại {LINK}\n"
    mails = actions.queue_many(by=CLERK, drafts=[draft(attachments=[annex], text=text)])
    actions.release(by=CLERK, mails=mails)
    actions.queue_many(
        by=CLERK,
        drafts=[draft(mail_class=MailClass.SIGN_IN, subject="Mã", to="thu-truong@bo.example")],
    )
    deliver_due()
    return MailboxMessage.objects.get(to="ubnd@dongthap.example")


def test_a_stranger_reads_it_and_follows_its_link(client: Client, kept: MailboxMessage) -> None:
    listed = client.get("/vi/mailbox/")
    assert [one.subject for one in listed.context["page"]] == [kept.subject, "Mã"]
    read = client.get(f"/vi/mailbox/{kept.uid}/")
    assert f'<a href="{LINK}" rel="nofollow">' in read.text
    assert "&lt;b&gt;Sở&lt;/b&gt;" in read.text
    assert read.context["files"] == ["Phụ lục.docx"]
    given = client.get(f"/vi/mailbox/{kept.uid}/file/0/")
    assert hashlib.sha256(given.content).hexdigest() == StoredFile.objects.get().sha256
    assert given["Content-Disposition"].startswith("attachment;")
    assert client.get(f"/vi/mailbox/{kept.uid}/file/1/").status_code == 404


def test_one_address_is_looked_up(client: Client, kept: MailboxMessage) -> None:
    listed = client.get("/vi/mailbox/", {"to": "Thu-Truong@bo.example"})
    assert [one.subject for one in listed.context["page"]] == ["Mã"]


def test_it_is_not_there_where_mail_goes_out(
    client: Client, kept: MailboxMessage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONVOCA_MAIL_URL", "smtp://mx.example")
    pages = ["/vi/mailbox/", f"/vi/mailbox/{kept.uid}/", f"/vi/mailbox/{kept.uid}/file/0/"]
    assert [client.get(page).status_code for page in pages] == [404] * 3
