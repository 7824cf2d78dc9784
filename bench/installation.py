"""The demo, served on a free port in a home of its own, for as long as it is measured."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from bench.processes import cpu_seconds
from convoca.installation.postgres import cluster_folder

PATIENCE_SECONDS = 300
IDLE_SECONDS = 0.06  # of CPU in two seconds: three processes that look around


@dataclass(frozen=True)
class Installation:
    """A running demo: its address, and the processes whose CPU is counted."""

    host: str
    port: int
    roots: list[int]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(served: subprocess.Popen[bytes], address: str) -> None:
    limit = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < limit and served.poll() is None:
        try:
            with urlopen(address, timeout=5):
                return
        except HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the demo did not start; run `make demo` to see why")


def _settle(roots: list[int]) -> None:
    """Wait until the worker has done what the start left it, which belongs to no operation."""
    limit = time.monotonic() + PATIENCE_SECONDS
    before = cpu_seconds(roots)
    while time.monotonic() < limit:
        time.sleep(2)
        now = cpu_seconds(roots)
        if now - before < IDLE_SECONDS:
            return
        before = now
    raise SystemExit("the demo does not come to rest; run `make demo` to see why")


def _postmaster(home: Path) -> int:
    return int((cluster_folder(home) / "data" / "postmaster.pid").read_text().splitlines()[0])


@contextmanager
def running() -> Iterator[Installation]:
    """Serve the whole demo; stop it and remove it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="convoca-bench-"))
    folder.chmod(0o755)
    port = _free_port()
    os.environ.update(
        CONVOCA_HOME=str(folder / "home"), CONVOCA_BASE_URL=f"http://127.0.0.1:{port}"
    )
    os.environ.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "convoca.cli", "demo", "--port", str(port)]
    served = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        _wait(served, f"http://127.0.0.1:{port}/")
        roots = [served.pid, _postmaster(folder / "home")]
        _settle(roots)
        yield Installation("127.0.0.1", port, roots)
    finally:
        served.send_signal(signal.SIGTERM)
        served.wait(timeout=60)
        shutil.rmtree(folder, ignore_errors=True)
