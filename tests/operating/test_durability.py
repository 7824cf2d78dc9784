"""What was acknowledged is there after a SIGKILL of everything, the database included."""

import hashlib
import os
import signal
import time
from pathlib import Path

import pytest

from operating.installed import Installation

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")

# Takes in a file, queues a mail with it and sends an item of a reply by its link, and says so when
# all three stand: an acknowledgement.
SUBMIT = (
    f"""
import sys
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
"""
    + """
import io
from calls.made import link_of, opened, said
from convoca.calls.actions.contributions import save_draft
from convoca.calls.actions.replies import send_reply
from django.db import transaction
from convoca.files.actions import store
from convoca.files.kinds import Kind
from convoca.calls.models import Reply
from convoca.journal.actors import Actor, ActorKind
from convoca.outbox.actions import queue
from convoca.outbox.models import MailClass

BY = Actor(kind=ActorKind.LINK, uid="link", name="")
answering = Reply.objects.order_by("pk").first() or opened().reply
for number in range(100_000):
    content = f"Lời {number}\\n".encode() * 20_000
    with transaction.atomic():
        stored = store(by=BY, stream=io.BytesIO(content), name="loi.txt", kinds={Kind.TXT})
        queue(
            by=BY, to="so@tinh.example", subject=f"Gửi {number}", text="Kính gửi",
            mail_class=MailClass.OFFICIAL, language="vi", attachments=[stored],
        )
    item = save_draft(by=link_of(answering), reply=answering, said=said())
    answering.refresh_from_db()
    send_reply(
        by=link_of(answering), reply=answering, version=answering.version, sent_by="Văn thư"
    )
    print(number, stored.uid.hex, item.uid.hex, flush=True)
"""
)
LOOK = """
from convoca.calls.models import Contribution
from convoca.files.models import StoredFile
from convoca.journal.verify import verify
from convoca.outbox.models import Mail

print(verify().whole)
for mail in Mail.objects.filter(subject__startswith="Gửi").order_by("id"):
    stored = mail.attachments.get().stored
    print("mail", mail.subject.split()[1], stored.uid.hex, stored.sha256)
for item in Contribution.objects.filter(state="submitted").order_by("id"):
    print("item", item.uid.hex, item.versions.get(number=1).said["title"] == dict(item.title))
"""


def test_what_was_acknowledged_survives(installation: Installation) -> None:
    before = look(installation)
    submitting = installation.python(SUBMIT)
    assert submitting.stdout is not None
    acknowledged = [submitting.stdout.readline()]
    time.sleep(0.7)
    os.kill(submitting.pid, signal.SIGKILL)
    installation.kill_database()
    acknowledged += submitting.stdout.readlines()
    submitting.wait()
    submitting.stdout.close()
    after = {what: rows[len(before[what]) :] for what, rows in look(installation).items()}
    said = [line.split() for line in acknowledged if line.endswith("\n")]
    stands = [
        [number, stored, item]
        for (number, stored, _sha256), (item, _whole) in zip(*after.values(), strict=False)
    ]
    assert stands[: len(said)] == said
    # One of each may stand that was not yet said.
    assert {len(rows) - len(said) for rows in after.values()} <= {0, 1}
    for _number, uid, sha256 in after["mail"]:
        content = (installation.home / "files" / uid[:2] / uid).read_bytes()
        assert hashlib.sha256(content).hexdigest() == sha256
    assert {whole for _item, whole in after["item"]} == {"True"}


def look(installation: Installation) -> dict[str, list[list[str]]]:
    """Return what stands in the database: number, file and hash of each mail, each item sent."""
    looking = installation.python(LOOK)
    assert looking.stdout is not None
    lines = [line.split() for line in looking.stdout.read().splitlines()]
    looking.stdout.close()
    assert looking.wait() == 0
    assert lines[0] == ["True"]
    return {what: [row[1:] for row in lines if row[0] == what] for what in ("mail", "item")}
