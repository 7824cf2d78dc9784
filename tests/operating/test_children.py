import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from convoca.operating.children import Child, Children

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]


def until(true: object, seconds: float = 10) -> bool:
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        if true():
            return True
        time.sleep(0.02)
    return False


def gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


class Watch:
    """`Children.watch` in a thread."""

    def __init__(self, *children: Child) -> None:
        self.said: list[str] = []
        self.children = Children(children, self.said.append)
        self.children.start()
        self._thread = threading.Thread(target=self.children.watch)
        self._thread.start()

    def end(self) -> None:
        self.children.tell_to_stop()
        self._thread.join()
        self.children.stop()


@pytest.fixture
def sleeper() -> Child:
    return Child("sleeper", SLEEPER, os.environ)


@pytest.fixture
def watch(sleeper: Child) -> Iterator[Watch]:
    watching = Watch(sleeper)
    yield watching
    watching.end()


def test_one_that_was_killed_starts_again_and_it_is_said(sleeper: Child, watch: Watch) -> None:
    assert sleeper.process is not None
    first = sleeper.process.pid
    os.kill(first, signal.SIGKILL)
    assert until(lambda: sleeper.is_up and sleeper.process.pid != first)
    assert watch.said == ["sleeper ended (-9); it starts again in 2 s"]


def test_the_pause_doubles_while_it_does_not_stay_up() -> None:
    ending = Child("ending", [sys.executable, "-c", "raise SystemExit(3)"], os.environ)
    children = Children([ending], lambda _words: None)
    pauses = []
    for _time in range(6):
        ending.start()
        ending.process.wait()
        children._revive(ending)
        pauses.append(ending.pause)
    assert pauses == [2, 4, 8, 16, 30, 30]


def test_all_are_gone_after_stopping_even_one_that_does_not_listen() -> None:
    deaf = Child(
        "deaf",
        [
            sys.executable,
            "-c",
            "import signal,time; signal.signal(15, signal.SIG_IGN); time.sleep(60)",
        ],
        os.environ,
    )
    children = Children([deaf], lambda _words: None)
    children.start()
    time.sleep(0.3)
    pytest.MonkeyPatch().setattr("convoca.operating.children.STOP_SECONDS", 0.5)
    children.stop()
    assert gone(deaf.process.pid)


def test_a_childs_own_children_go_with_it(tmp_path: Path) -> None:
    noted = tmp_path / "pid"
    script = (
        "import subprocess,sys,time\n"
        f"p = subprocess.Popen({SLEEPER!r})\n"
        f"open({str(noted)!r}, 'w').write(str(p.pid))\n"
        "time.sleep(60)\n"
    )
    parent = Child("parent", [sys.executable, "-c", script], os.environ)
    children = Children([parent], lambda _words: None)
    children.start()
    assert until(lambda: noted.exists() and noted.read_text())
    children.stop()
    assert until(lambda: gone(int(noted.read_text())))


def test_a_child_ends_when_the_one_who_watches_is_killed(tmp_path: Path) -> None:
    noted = tmp_path / "pid"
    script = (
        "import os,time\n"
        "from convoca.operating.children import Child\n"
        f"child = Child('sleeper', {SLEEPER!r}, os.environ)\n"
        "child.start()\n"
        f"open({str(noted)!r}, 'w').write(str(child.process.pid))\n"
        "time.sleep(60)\n"
    )
    watcher = Child("watcher", [sys.executable, "-c", script], os.environ)
    watcher.start()
    assert until(lambda: noted.exists() and noted.read_text())
    os.kill(watcher.process.pid, signal.SIGKILL)
    watcher.process.wait()
    assert until(lambda: gone(int(noted.read_text())))
