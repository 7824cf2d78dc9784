"""The worker does what waits in the queue, and every job is harmless when it comes twice."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django import app as queue_app
from procrastinate.contrib.django.models import ProcrastinateJob

from convoca.operating.working import work
from convoca.outbox import actions
from convoca.outbox.models import Mail, MailboxMessage, MailClass, State
from outbox.made import CLERK, draft

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def mailbox(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONVOCA_MAIL_URL", "mailbox:")


def left() -> dict[str, int]:
    """Return how many jobs stand in each state, periodic ones apart."""
    found: dict[str, int] = {}
    for job in ProcrastinateJob.objects.exclude(args__has_key="timestamp"):
        found[job.status] = found.get(job.status, 0) + 1
    return found


def test_mail_that_was_queued_arrives() -> None:
    actions.queue_many(by=CLERK, drafts=[draft(mail_class=MailClass.SIGN_IN)])
    assert left() == {"todo": 1}
    work(wait=False)
    assert left() == {}
    assert Mail.objects.get().state == State.ACCEPTED
    assert MailboxMessage.objects.count() == 1


def test_a_job_that_comes_twice_sends_once() -> None:
    actions.queue_many(by=CLERK, drafts=[draft(mail_class=MailClass.SIGN_IN)])
    actions.wake()
    actions.wake()
    assert left() == {"todo": 3}
    work(wait=False)
    assert left() == {}
    assert [mail.attempts for mail in Mail.objects.all()] == [1]
    assert MailboxMessage.objects.count() == 1


def test_a_job_whose_worker_died_is_taken_up_again() -> None:
    actions.queue_many(by=CLERK, drafts=[draft(mail_class=MailClass.SIGN_IN)])
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s) RETURNING id",
            [timezone.now() - timedelta(hours=1)],
        )
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s", cursor.fetchone()
        )
    work(wait=False)
    assert left() == {}
    assert Mail.objects.get().state == State.ACCEPTED


def test_a_job_put_in_by_an_action_that_is_undone_is_gone() -> None:
    with transaction.atomic():
        actions.queue_many(by=CLERK, drafts=[draft(mail_class=MailClass.SIGN_IN)])
        transaction.set_rollback(True)
    assert left() == {}


def test_every_task_has_a_name_of_its_room() -> None:
    queue_app.perform_import_paths()
    names = {name for name in queue_app.tasks if not name.startswith(("builtin", "procrastinate"))}
    assert {"outbox.deliver", "files.sweep"} <= names
    assert all(name.count(".") == 1 for name in names)
