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

from convoca.installation.home import made_home
from convoca.operating.children import Child

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
def alone() -> Iterator[bool]:
    """Hold the installation's serving lock; give False where another process holds it."""
    with (made_home() / "serve.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


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
