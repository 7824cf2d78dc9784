"""The commands as a person runs them, each in a process of its own."""

import json
import os
import signal
import time
from pathlib import Path

import pytest

from operating.installed import Installation

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


def found(installation: Installation, **environment: str) -> tuple[int, dict[str, str]]:
    done = installation.run("check", "--json", **environment)
    told = json.loads(done.stdout)
    assert told["fine"] == (done.returncode == 0)
    return done.returncode, {one["subject"]: one["weight"] for one in told["findings"]}


def test_an_installation_that_was_prepared_is_fine(installation: Installation) -> None:
    code, weights = found(installation)
    assert (code, {subject for subject, weight in weights.items() if weight == "bad"}) == (0, set())
    assert weights["tables"] == weights["secrets"] == weights["languages"] == "good"
    assert weights["worker"] == weights["mail"] == weights["address"] == "note"


def test_what_is_insecure_is_named_with_exit_code_one(installation: Installation) -> None:
    code, weights = found(
        installation,
        CONVOCA_BASE_URL="http://convoca.example",
        CONVOCA_MAIL_URL="smtp://mx.example?tls=none",
    )
    assert (code, weights["address"], weights["mail"]) == (1, "bad", "bad")


def test_a_database_that_cannot_be_reached_is_named(installation: Installation) -> None:
    code, weights = found(installation, DATABASE_URL="postgresql://convoca@/convoca?host=/nowhere")
    assert (code, weights["database"]) == (1, "bad")


def test_a_secret_that_others_can_read_is_named(installation: Installation) -> None:
    key = installation.home / "secrets" / "django"
    key.chmod(0o644)
    try:
        code, weights = found(installation)
    finally:
        key.chmod(0o600)
    assert (code, weights["secrets"]) == (1, "bad")


def test_a_second_prepare_has_nothing_to_do(installation: Installation) -> None:
    assert installation.run("prepare").stdout == ""


def test_serving_restarting_and_stopping(installation: Installation, tmp_path: Path) -> None:
    served = installation.serve(tmp_path / "log")
    served.wait_ready()
    assert served.status("/vi/no-such-page/") == 404
    assert found(installation)[1]["worker"] == "good"

    second = installation.run("serve", "--port", "1")
    assert second.returncode == 1
    assert f"is served already, at http://localhost:{served.port}" in second.stdout

    before = served.children()
    os.kill(before["worker"], signal.SIGKILL)
    limit = time.monotonic() + 20
    while served.children().get("worker") in {None, before["worker"]} and time.monotonic() < limit:
        time.sleep(0.1)
    after = served.children()
    assert after["web"] == before["web"]
    assert after["worker"] != before["worker"]

    assert served.stop() == 0
    assert served.log.read_text().splitlines()[-1] == "convoca: stopped"
    assert not (installation.home / "postgres/data/postmaster.pid").exists()


def test_a_port_in_use_is_said_before_anything_starts(installation: Installation) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = installation.run("serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert "is in use" in done.stdout


def test_a_report_about_no_mail_of_ours_is_said(installation: Installation, tmp_path: Path) -> None:
    plain = tmp_path / "plain.eml"
    plain.write_bytes(b"Subject: hello\r\n\r\nhello")
    assert installation.run("outbox", "report", str(plain)).returncode == 2
    assert installation.run("outbox", "report", str(tmp_path / "none.eml")).returncode == 2
