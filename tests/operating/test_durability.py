"""What was acknowledged is there after a SIGKILL of everything, the database included."""

import hashlib
import os
import signal
import time

import pytest

from operating.installed import Installation

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")

# Takes in a file and queues a mail with it, and says so when both stand: an acknowledgement.
SUBMIT = """
import io
from django.db import transaction
from convoca.files.actions import store
from convoca.files.kinds import Kind
from convoca.journal.actors import Actor, ActorKind
from convoca.outbox.actions import queue
from convoca.outbox.models import MailClass

BY = Actor(kind=ActorKind.LINK, uid="link", name="")
for number in range(100_000):
    content = f"Lời {number}\\n".encode() * 20_000
    with transaction.atomic():
        stored = store(by=BY, stream=io.BytesIO(content), name="loi.txt", kinds={Kind.TXT})
        queue(
            by=BY, to="so@tinh.example", subject=f"Gửi {number}", text="Kính gửi",
            mail_class=MailClass.OFFICIAL, language="vi", attachments=[stored],
        )
    print(number, stored.uid.hex, flush=True)
"""
LOOK = """
import sys
from convoca.files.models import StoredFile
from convoca.journal.verify import verify
from convoca.outbox.models import Mail

print(verify().whole)
for mail in Mail.objects.filter(subject__startswith="Gửi").order_by("id"):
    stored = mail.attachments.get().stored
    print(mail.subject.split()[1], stored.uid.hex, stored.sha256)
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
    after = look(installation)[len(before) :]
    whole = [line.split() for line in acknowledged if line.endswith("\n")]
    assert [line[:2] for line in after[: len(whole)]] == whole
    assert len(after) - len(whole) in {0, 1}  # one may stand that was not yet said
    for _number, uid, sha256 in after:
        content = (installation.home / "files" / uid[:2] / uid).read_bytes()
        assert hashlib.sha256(content).hexdigest() == sha256


def look(installation: Installation) -> list[list[str]]:
    """Return what stands in the database: number, file and hash of each mail."""
    looking = installation.python(LOOK)
    assert looking.stdout is not None
    lines = looking.stdout.read().splitlines()
    looking.stdout.close()
    assert looking.wait() == 0
    assert lines[0] == "True"
    return [line.split() for line in lines[1:]]
