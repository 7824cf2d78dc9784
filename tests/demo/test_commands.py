"""What `convoca demo` refuses, before anything is made or removed."""

import socket
from pathlib import Path

import pytest

from convoca.demo.commands import MARK, _foreign, demo
from convoca.operating.serving import alone


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    for name in ("CONVOCA_HOME", "CONVOCA_BASE_URL", "CONVOCA_MAIL_URL"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)  # and again at the end, whatever the command sets
    monkeypatch.setenv("CONVOCA_HOME", str(tmp_path))
    monkeypatch.delenv("CONVOCA_SECRETS", raising=False)
    return tmp_path


def test_a_demo_that_is_served_is_neither_emptied_nor_served_again(home, capsys):
    (home / MARK).touch()
    with alone("http://localhost:8000"):
        assert (demo(["--reset"]), demo([])) == (1, 1)
    said = capsys.readouterr()
    told = [*said.err.splitlines(), *said.out.splitlines()]
    assert ["at http://localhost:8000" in line for line in told] == [True, True]
    assert sorted(path.name for path in home.iterdir()) == [MARK, "serve.lock"]


def test_a_port_in_use_is_said_before_anything_is_made(home, capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert demo(["--port", str(port)]) == 1
    assert f"port {port} is in use" in capsys.readouterr().out
    assert list(home.iterdir()) == []


def test_the_key_that_reading_the_settings_makes_is_no_installation(home):
    (home / "secrets").mkdir()
    (home / "secrets" / "django").write_text("0" * 64)
    assert _foreign() is None
    (home / "secrets" / "links").write_text("0" * 64)
    assert _foreign() == home / "secrets"


def test_an_installation_that_is_no_demo_is_neither_filled_nor_emptied(home, capsys):
    (home / "secrets").mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert (demo(["--port", str(port)]), demo(["--reset"])) == (1, 1)
    told = capsys.readouterr().err.splitlines()
    assert told[0] == f"{home / 'secrets'} is of an installation that is no demo."
    assert told[-1] == f"{home} is no demo; nothing was removed."
    assert sorted(path.name for path in home.iterdir()) == ["secrets", "serve.lock"]
