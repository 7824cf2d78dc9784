"""Processes that are kept alive: started, watched, started again, and stopped together."""

import contextlib
import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Event

LONGEST_PAUSE = 30.0
STEADY_SECONDS = 60.0
STOP_SECONDS = 20.0
LOOK_SECONDS = 0.2
_PR_SET_PDEATHSIG = 1
_c_library = ctypes.CDLL(None)


def _die_with_parent() -> None:
    _c_library.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass
class Child:
    """One process and its history. Its own children share its process group."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    start_at: float = 0.0
    pause: float = field(default=1.0)

    @property
    def is_up(self) -> bool:
        """Say whether the process runs."""
        return self.process is not None and self.process.poll() is None

    def start(self) -> None:
        """Start the process; it is told to stop when this one dies."""
        self.process = subprocess.Popen(
            self.command,
            env=dict(self.environment),
            stdin=subprocess.DEVNULL,
            process_group=0,
            preexec_fn=_die_with_parent,
        )
        self.started_at = time.monotonic()

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the process and its children."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)


class Children:
    """Watches over processes until it is told to stop."""

    def __init__(self, children: Sequence[Child], say: Callable[[str], None]) -> None:
        self._children = list(children)
        self._say = say
        self._told = Event()

    def start(self) -> None:
        """Start all."""
        for child in self._children:
            child.start()

    def tell_to_stop(self, *_signal: object) -> None:
        """Have `watch` return; made to be a signal handler."""
        self._told.set()

    def watch(self) -> None:
        """Start again what ends, after a pause that doubles; return when told to stop."""
        while not self._told.wait(LOOK_SECONDS):
            for child in self._children:
                if not child.is_up:
                    self._revive(child)

    @property
    def is_told_to_stop(self) -> bool:
        """Say whether a signal came."""
        return self._told.is_set()

    def stop(self) -> None:
        """Ask all to stop; kill what still runs after twenty seconds."""
        for child in self._children:
            child.signal(signal.SIGTERM)
        limit = time.monotonic() + STOP_SECONDS
        for child in self._children:
            if child.process is None:
                continue
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.process.wait(max(0.1, limit - time.monotonic()))
            child.signal(signal.SIGKILL)
            child.process.wait()

    def _revive(self, child: Child) -> None:
        now = time.monotonic()
        if child.process is not None:
            # What it left running would hold its port and its rows.
            child.signal(signal.SIGKILL)
            steady = now - child.started_at > STEADY_SECONDS
            child.pause = 1.0 if steady else min(child.pause * 2, LONGEST_PAUSE)
            child.start_at = now + child.pause
            code, child.process = child.process.returncode, None
            self._say(f"{child.name} ended ({code}); it starts again in {child.pause:.0f} s")
        elif now >= child.start_at:
            child.start()
