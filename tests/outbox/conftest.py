"""A real mail server for tests, and files in a folder of their own."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP

from outbox.sink import Sink


@contextmanager
def served(kept: Sink) -> Iterator[int]:
    """Run the mail server in a thread on a free port of this machine; give the port."""
    loop, sessions = asyncio.new_event_loop(), []

    def session() -> SMTP:
        sessions.append(SMTP(kept, loop=loop, hostname="sink.example"))
        return sessions[-1]

    server = loop.run_until_complete(loop.create_server(session, "127.0.0.1", 0))
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    yield server.sockets[0].getsockname()[1]
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    for one in sessions:
        if one.transport:
            one.transport.close()
    server.close()
    for task in asyncio.all_tasks(loop):
        task.cancel()
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()


@pytest.fixture
def sink(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sink]:
    """A mail server on this machine; `CONVOCA_MAIL_URL` names it."""
    kept = Sink()
    with served(kept) as port:
        sender = "B%E1%BB%99%20<vanthu@bo.example>"
        monkeypatch.setenv("CONVOCA_MAIL_URL", f"smtp://127.0.0.1:{port}?tls=none&from={sender}")
        yield kept


@pytest.fixture(autouse=True)
def media_root(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
