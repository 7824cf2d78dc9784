"""The application behind its real web server, with collected and compressed static files."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert server.poll() is None, "the server ended"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server did not answer within a minute")


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one granian with the gallery open; its pages need no database."""
    home = tmp_path_factory.mktemp("served")
    port = _free_port()
    environment = {
        **os.environ,
        "CONVOCA_HOME": str(home),
        "CONVOCA_COLLECTED": "1",
        "CONVOCA_GALLERY": "1",
        "DJANGO_SETTINGS_MODULE": "convoca.settings",
    }
    collect = [sys.executable, "-m", "django", "collectstatic", "--noinput", "--verbosity=0"]
    subprocess.run(collect, env=environment, check=True)
    granian = [str(Path(sys.executable).parent / "granian"), "--interface", "wsgi"]
    granian += ["--host", "127.0.0.1", "--port", str(port), "convoca.wsgi:application"]
    server = subprocess.Popen(granian, env=environment, start_new_session=True)
    try:
        _wait_for(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)
