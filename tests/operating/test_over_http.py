"""The real web server: bodies refused early, and nothing lost that was answered."""

import os
import signal
import threading
import time
import urllib.request
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path

import pytest

from operating.installed import Installation, Served, children_of
from operating.visitor import Visitor, spoken

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")
PASSWORD = "một mật khẩu dài đủ dùng"
MAILS = 400

FILL = f"""
from convoca.accounts import actions as accounts
from convoca.journal.actors import Actor, ActorKind
from convoca.languages.translated import Translated
from convoca.members import actions as members
from convoca.outbox.actions import queue_many
from convoca.outbox.drafts import Draft
from convoca.outbox.models import MailClass

by = Actor(kind=ActorKind.COMMAND, uid="tests", name="")
body = members.create_body(
    by=by, key="bo", kind="ministry", parent=None, name=Translated(vi="Bộ", en="Ministry")
)
user = accounts.create_account(
    by=by, email="vanthu@bo.example", name="Văn thư", language="vi", password={PASSWORD!r}
)
accounts.grant_role(by=by, user=user, role="clerk", body=body, with_sub_bodies=False)
mails = queue_many(by=by, drafts=[
    Draft(to=f"so{{n}}@tinh.example", subject=f"Thư {{n}}", text="Kính gửi",
          mail_class=MailClass.OFFICIAL, language="vi", owner=[body.uid])
    for n in range({MAILS})
])
for mail in mails:
    print(mail.uid)
"""
# A ministry that has been called to answer, with the link that it was sent.
CALL = (
    f"""
import sys
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
"""
    + """
from calls.made import opened
from convoca.calls.models import Reply
from convoca.letters.links import reply_path

answering = Reply.objects.order_by("pk").first() or opened().reply
print(reply_path(answering.recipient), answering.uid)
"""
)
LOOK_AT_CALL = """
from convoca.calls.models import Contribution
from convoca.journal.models import Entry

for item in Contribution.objects.filter(title__vi__startswith="Thực-tiễn-").order_by("id"):
    said = item.versions.get(number=item.version).said["title"] == dict(item.title)
    noted = Entry.objects.filter(action="calls.submit_contribution", subject_uid=str(item.uid))
    print(item.title["vi"], said and noted.count() == 1, sep="=")
"""
LOOK = """
from convoca.journal.verify import verify
from convoca.outbox.models import Mail, State

print(verify().whole)
for uid in Mail.objects.exclude(state=State.WAITING).values_list("uid", flat=True):
    print(uid)
"""


def said(installation: Installation, script: str) -> list[str]:
    running = installation.python(script)
    told, _nothing = running.communicate(timeout=60)
    assert running.returncode == 0
    return told.split()


@pytest.fixture(scope="module")
def mails(installation: Installation) -> list[str]:
    return said(installation, FILL)


@pytest.fixture
def served(installation: Installation, tmp_path: Path) -> Iterator[Served]:
    running = installation.serve(tmp_path / "log")
    running.wait_ready()
    yield running
    if running.process.poll() is None:
        running.stop()


def test_what_the_real_server_does_with_bodies_and_static_files(served: Served) -> None:
    head = b"POST /en/sign-in/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
    two_gigabytes = head + b"Content-Length: 2147483648\r\n\r\n"
    begun = time.monotonic()
    assert spoken(served.port, two_gigabytes, then=bytes(1000)) == (
        b"HTTP/1.1 413 Payload Too Large"
    )
    assert time.monotonic() - begun < 5
    chunked = head + b"Transfer-Encoding: chunked\r\n\r\n3e8\r\n"
    assert spoken(served.port, chunked, then=bytes(1000) + b"\r\n0\r\n\r\n") == (
        b"HTTP/1.1 411 Length Required"
    )

    page = Visitor(served.port).get("/en/sign-in/")[1]
    sheet = page.partition('<link rel="stylesheet" href="')[2].partition('"')[0]
    asked = urllib.request.Request(
        f"http://localhost:{served.port}{sheet}", headers={"Accept-Encoding": "br"}
    )
    with urllib.request.urlopen(asked, timeout=20) as answer:
        assert answer.headers["Content-Encoding"] == "br"
        assert "immutable" in answer.headers["Cache-Control"]


def test_what_was_answered_survives_a_kill_of_everything(
    installation: Installation, served: Served, mails: list[str]
) -> None:
    """A clerk releases mails while a ministry sends contributions; then everything is killed."""
    link, reply = said(installation, CALL)
    before = said(installation, LOOK)[1:]
    released: list[str] = []
    received: list[str] = []
    doing = [
        threading.Thread(target=release, args=[served, mails, before, released]),
        threading.Thread(target=contribute, args=[served, link, reply, received]),
    ]
    for one in doing:
        one.start()
    limit = time.monotonic() + 60
    while min(len(released), len(received)) < 3 and time.monotonic() < limit:
        time.sleep(0.02)
    kill(served)
    installation.kill_database()
    for one in doing:
        one.join()

    whole, *gone_out = said(installation, LOOK)
    assert whole == "True"
    assert released
    assert set(released) <= set(gone_out)
    # At most the one whose answer did not come any more.
    assert len(set(gone_out) - set(released) - set(before)) <= 1
    assert received
    kept = [line.split("=") for line in said(installation, LOOK_AT_CALL)]
    assert [title for title, _whole in kept][: len(received)] == received
    assert len(kept) - len(received) <= 1
    assert {whole for _title, whole in kept} == {"True"}


def release(served: Served, mails: list[str], before: list[str], answered: list[str]) -> None:
    """Release mail after mail; note those for which an answer came."""
    visitor = Visitor(served.port)
    visitor.sign_in("vanthu@bo.example", PASSWORD)
    for uid in [uid for uid in mails if uid not in before]:
        sent = {"shelf": "waiting", "mails": uid, "confirmed": "yes"}
        if posted(visitor, "/en/outbox/do/release/", sent) != 302:
            return
        answered.append(uid)


def contribute(served: Served, link: str, reply: str, answered: list[str]) -> None:
    """Send contribution after contribution by the link; note those for which an answer came."""
    visitor = Visitor(served.port)
    visitor.get(link)
    page = f"/vi/answers/{reply}/write/good_practice/"
    for number in range(10_000):
        try:
            _status, form = visitor.get(page)
        except (OSError, HTTPException):
            return
        version = form.partition('name="version" value="')[2].partition('"')[0]
        sent = {
            "title_vi": f"Thực-tiễn-{number}",
            "text_vi": "Tổ công nghệ số cộng đồng đến từng thôn.",
            "sent_by": "Văn thư",
            "version": version,
        }
        if posted(visitor, page, sent) != 302:
            return
        answered.append(sent["title_vi"])


def posted(visitor: Visitor, path: str, fields: dict[str, str]) -> int:
    """Send a form; return the status, 0 where no answer came any more."""
    try:
        return visitor.post(path, fields)[0]
    except (OSError, HTTPException):
        return 0


def kill(served: Served) -> None:
    """Kill `serve` and all that it started, at once."""
    started = [served.process.pid, *children_of(served.process.pid)]
    started += [pid for child in started[1:] for pid in children_of(child)]
    for pid in started:
        os.kill(pid, signal.SIGKILL)
    served.process.wait()
