"""The processes of an installation, and whether the web server answers."""

import fcntl
import os
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from convoca.installation.home import home, made_home
from convoca.operating.children import Child

LOCK = "serve.lock"
WEB_WORKERS = 2
BLOCKING_THREADS = 4
READY_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Place:
    """Where the web server listens."""

    host: str
    port: int

    @property
    def is_free(self) -> bool:
        """Say whether nobody listens there yet."""
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((self.host, self.port))
            except OSError:
                return False
        return True


@contextmanager
def alone(address: str) -> Iterator[bool]:
    """Hold the installation's serving lock, with `address` in it; False where another holds it."""
    with (made_home() / LOCK).open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        lock.truncate(0)
        lock.write(address)
        lock.flush()
        yield True


def served_at() -> str | None:
    """Return the address at which this installation is served now; None where it is not."""
    if not (home() / LOCK).exists():
        return None
    with (home() / LOCK).open() as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return lock.read()
    return None


def hindrance(place: Place) -> str:
    """Say why this installation cannot be served at `place` now; empty where it can."""
    address = served_at()
    if address is not None:
        return f"{home()} is served already, at {address}; stop that first (Ctrl+C there)"
    if not place.is_free:
        return f"port {place.port} is in use or not allowed; choose another: --port, or make PORT=…"
    return ""


def children(place: Place) -> list[Child]:
    """Return the web server and the worker, not yet started."""
    shared = dict(os.environ)
    web = [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "convoca.wsgi:application"),
        *("--host", place.host, "--port", str(place.port)),
        *("--workers", str(WEB_WORKERS), "--blocking-threads", str(BLOCKING_THREADS)),
        *("--respawn-failed-workers", "--no-ws", "--log-level", "warning"),
    ]
    worker = [sys.executable, "-m", "convoca.cli", "worker"]
    return [
        Child("web", web, {**shared, "CONVOCA_POOL": "1"}),
        Child("worker", worker, shared),
    ]


def answers(place: Place, *, while_: Callable[[], bool]) -> bool:
    """Wait until the web server answers, at most a minute and as long as `while_` says."""
    host = "127.0.0.1" if place.host in {"0.0.0.0", "::"} else place.host  # noqa: S104
    shown = f"[{host}]" if ":" in host else host
    limit = time.monotonic() + READY_SECONDS
    while time.monotonic() < limit and while_():
        try:
            with urllib.request.urlopen(f"http://{shown}:{place.port}/", timeout=5):
                return True
        except urllib.error.HTTPError:
            return True  # it answered; what it says is the pages' matter
        except OSError:
            time.sleep(0.1)
    return False
