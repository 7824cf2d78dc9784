"""What `convoca check` finds, look by look."""

import pytest

from convoca.installation.secrets import secret
from convoca.operating import ground
from convoca.operating.checks import checks
from convoca.operating.findings import Finding
from convoca.outbox import actions
from convoca.outbox.models import Mail, State
from outbox.made import CLERK, draft


def bad(findings: list[Finding]) -> set[str]:
    return {finding.subject for finding in findings if finding.is_bad}


@pytest.mark.parametrize(
    ("name", "value", "subjects"),
    [
        ("CONVOCA_BASE_URL", "https://convoca.example", set()),
        ("CONVOCA_BASE_URL", "http://localhost:8000", set()),
        ("CONVOCA_BASE_URL", "http://convoca.example", {"address"}),
        ("CONVOCA_DEBUG", "1", {"debug"}),
        ("CONVOCA_DEBUG", "0", set()),
        ("CONVOCA_HOME", "/proc/nowhere", {"home"}),
    ],
)
def test_the_ground(
    home: object, monkeypatch: pytest.MonkeyPatch, name: str, value: str, subjects: set[str]
) -> None:
    monkeypatch.setenv(name, value)
    assert bad(ground.ground()) == subjects


def test_a_disk_that_is_full_is_named(home: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ground, "LEAST_FREE", 2**80)
    assert bad(ground.ground()) == {"home"}


def test_each_secret_that_others_reach_is_named_with_its_command(home) -> None:
    secret("django")
    (home / "secrets").chmod(0o750)
    (home / "secrets" / "django").chmod(0o640)
    remedies = [one.remedy for one in ground.ground() if one.subject == "secrets"]
    assert remedies == [f"chmod 700 {home}/secrets", f"chmod 600 {home}/secrets/django"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("value", "weight"),
    [
        ("mailbox:", "note"),
        ("smtp://mx.example", "good"),
        ("smtp://localhost?tls=none", "good"),
        ("smtp://mx.example?tls=none", "bad"),
        ("imap://mx.example", "bad"),
    ],
)
def test_mail(monkeypatch: pytest.MonkeyPatch, value: str, weight: str) -> None:
    monkeypatch.setenv("CONVOCA_MAIL_URL", value)
    assert [str(one.weight) for one in checks() if one.subject == "mail"] == [weight]


@pytest.mark.django_db
def test_mail_that_was_not_sent_is_told() -> None:
    [mail] = actions.queue_many(by=CLERK, drafts=[draft()])
    Mail.objects.filter(pk=mail.pk).update(
        state=State.FAILED, released_at=mail.created_at, failed_at=mail.created_at
    )
    words = [one.words for one in checks() if one.subject == "mail"]
    assert words[-1] == "1 mails were not sent."


@pytest.mark.django_db
def test_a_server_that_may_forget_is_named() -> None:
    # The throw-away server of the tests is one.
    told = [one.words.partition(" is off")[0] for one in checks() if one.subject == "database"]
    assert told == ["fsync", "full_page_writes", "synchronous_commit"]
