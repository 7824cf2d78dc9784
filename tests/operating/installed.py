"""A whole installation of its own in a throw-away folder, run by the real command."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from convoca.installation.postgres import Cluster


def children_of(pid: int) -> list[int]:
    """Return the processes that `pid` started and that are still there."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(entry.read_text().rpartition(")")[2].split()[1]) == pid:
                found.append(int(entry.parent.name))
    return found


def _command_of(pid: int) -> str:
    """Return the words that started a process; none where it has ended meanwhile."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    return ""


# What belongs to the test's own process; compiled Python is kept, or each command costs seconds.
FOREIGN = {"DATABASE_URL", "PYTEST_CURRENT_TEST", "PYTHONDONTWRITEBYTECODE"}


class Installation:
    """Runs `convoca` commands in one home, with an embedded server there."""

    def __init__(self, home: Path) -> None:
        self.home = home
        inherited = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("CONVOCA_") and name not in FOREIGN
        }
        self.environment = {**inherited, "CONVOCA_HOME": str(home)}

    def run(self, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run one command to its end."""
        return subprocess.run(
            [sys.executable, "-m", "convoca.cli", *words],
            env={**self.environment, **environment},
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )

    def python(self, script: str) -> "subprocess.Popen[str]":
        """Start a script in this installation; its output can be read."""
        begin = "from convoca.installation.django import start_django; start_django()\n"
        return subprocess.Popen(
            [sys.executable, "-c", begin + script],
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
        )

    def serve(self, log: Path, *words: str) -> "Served":
        """Start `convoca serve` on a free port."""
        return Served(self, log, *words)

    def stop_database(self) -> None:
        """Stop the database server, where one runs."""
        Cluster(self.home / "postgres").stop(mode="immediate")

    def kill_database(self) -> None:
        """Kill the database server as a power cut would: no goodbye."""
        pid = int((self.home / "postgres/data/postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)  # first, or it would begin to mend what is killed below
        for child in children_of(pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        while Path(f"/proc/{pid}").exists():
            time.sleep(0.02)


class Served:
    """A running `convoca serve`."""

    def __init__(self, installation: Installation, log: Path, *words: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = log
        with log.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "convoca.cli", "serve", "--port", str(self.port), *words],
                env=installation.environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def wait_ready(self) -> None:
        """Wait until it says that it is ready."""
        limit = time.monotonic() + 120
        while time.monotonic() < limit and "ready at" not in self.log.read_text():
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        assert "ready at" in self.log.read_text(), self.log.read_text()

    def status(self, path: str) -> int:
        """Return the status of a page."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=20) as got:
                return int(got.status)
        except urllib.error.HTTPError as error:
            with error:
                return error.code

    def children(self) -> dict[str, int]:
        """Return the pids of web server and worker."""
        found = {}
        for pid in children_of(self.process.pid):
            command = _command_of(pid)
            for name, mark in (("web", "granian"), ("worker", "convoca.cli worker")):
                if mark in command:
                    found[name] = pid
        return found

    def stop(self) -> int:
        """Ask it to stop, and return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)
