"""`convoca serve`, `worker`, `prepare` and `check`."""

import argparse
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from convoca.installation.django import start_django
from convoca.installation.home import home
from convoca.installation.postgres import PostgresFailedError, stop_embedded
from convoca.operating.children import Children
from convoca.operating.copies import BackupFailedError, copy_secrets_back
from convoca.operating.findings import SCHEMA
from convoca.operating.ground import ground
from convoca.operating.serving import Place, alone, answers, children, hindrance

if TYPE_CHECKING:
    from convoca.journal.verify import Head

GROUND = {"home", "secrets", "database"}  # without these Django does not start


def _say(words: str) -> None:
    print(f"convoca: {words}", flush=True)


def _given(parser: argparse.ArgumentParser, arguments: list[str]) -> argparse.Namespace | int:
    try:
        return parser.parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)


def serve(arguments: list[str]) -> int:
    """Run everything until a signal comes; exit 0 stopped as told, 1 not started, 2 usage."""
    parser = argparse.ArgumentParser(prog="convoca serve")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on")
    given = _given(parser, arguments)
    if isinstance(given, int):
        return given
    return serve_at(Place(given.host, given.port), first=_prepared)


def serve_at(place: Place, *, first: Callable[[], int]) -> int:
    """Do what comes `first` (an exit code, 0 to go on), then run everything; exit 0 or 1.

    Nothing is begun where the installation is served already or the port is taken.
    """
    address = os.environ.setdefault("CONVOCA_BASE_URL", f"http://localhost:{place.port}")
    in_the_way = hindrance(place)
    if in_the_way:
        _say(in_the_way)
        return 1
    with alone(address) as is_alone:
        if not is_alone:
            _say(hindrance(place))
            return 1
        try:
            return first() or _run(place)
        except KeyboardInterrupt:  # before there are children to stop
            stop_embedded()
            raise


def _prepared() -> int:
    return prepare([])


def _run(place: Place) -> int:
    watched = Children(children(place), _say)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, watched.tell_to_stop)
    watched.start()
    try:
        if answers(place, while_=lambda: not watched.is_told_to_stop):
            _say(f"ready at {os.environ['CONVOCA_BASE_URL']} (Ctrl+C stops)")
            watched.watch()
            code = 0
        else:
            code = 0 if watched.is_told_to_stop else 1
            _say("stopped before it was ready" if code == 0 else "the web server does not answer")
    finally:
        watched.stop()
        stop_embedded()
    _say("stopped")
    return code


def prepare(arguments: list[str]) -> int:
    """Bring tables, words and static files up to date; exit 0 done, 1 it failed, 2 usage."""
    given = _given(argparse.ArgumentParser(prog="convoca prepare"), arguments)
    if isinstance(given, int):
        return given
    os.environ["CONVOCA_COLLECTED"] = "1"
    try:
        start_django()
    except PostgresFailedError as error:
        _say(str(error))
        return 1
    from convoca.operating.preparing import prepare as bring_up_to_date

    bring_up_to_date(_say)
    return 0


def worker(arguments: list[str]) -> int:
    """Do the queue's jobs until a signal comes; exit 0, 2 usage."""
    parser = argparse.ArgumentParser(prog="convoca worker")
    parser.add_argument("--once", action="store_true", help="stop when no job is left")
    given = _given(parser, arguments)
    if isinstance(given, int):
        return given
    start_django()
    from convoca.operating.working import work

    work(wait=not given.once)
    return 0


def backup(arguments: list[str]) -> int:
    """Copy the installation; exit 0 done, 1 it failed, 2 usage."""
    parser = argparse.ArgumentParser(prog="convoca backup")
    parser.add_argument("folder", type=Path, help="an empty folder, or an earlier backup's")
    given = _given(parser, arguments)
    if isinstance(given, int):
        return given
    start_django()
    from convoca.operating.backing_up import back_up

    try:
        head = back_up(given.folder.absolute())
    except (BackupFailedError, OSError) as error:
        _say(str(error))
        return 1
    _say(f"copied to {given.folder}; the record's head is {_head(head)}")
    return 0


def restore(arguments: list[str]) -> int:
    """Make an empty home the copied installation; exit 0 done, 1 it failed, 2 usage."""
    parser = argparse.ArgumentParser(prog="convoca restore")
    parser.add_argument("folder", type=Path, help="a backup's folder")
    given = _given(parser, arguments)
    if isinstance(given, int):
        return given
    source = given.folder.absolute()
    try:
        copy_secrets_back(source)
        start_django()
        from convoca.operating.backing_up import restore as load

        head = load(source)
    except (BackupFailedError, PostgresFailedError, OSError) as error:
        _say(str(error))
        return 1
    _say(f"restored to {home()}; the record is whole, its head is {_head(head)}")
    return 0


def _head(head: "Head | None") -> str:
    return f"{head.seq}:{head.hash}" if head else "none yet"


def check(arguments: list[str]) -> int:
    """Say what is missing or insecure; exit 0 nothing, 1 something, 2 usage."""
    parser = argparse.ArgumentParser(prog="convoca check")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    parser.add_argument("--schema", action="store_true", help="print the JSON's schema")
    given = _given(parser, arguments)
    if isinstance(given, int):
        return given
    if given.schema:
        print(json.dumps(SCHEMA))
        return 0
    found = ground()
    if not any(finding.is_bad and finding.subject in GROUND for finding in found):
        os.environ["CONVOCA_COLLECTED"] = "1"
        start_django(database=False)
        from convoca.operating.checks import checks

        found += checks()
    fine = not any(finding.is_bad for finding in found)
    if given.json:
        print(json.dumps({"fine": fine, "findings": [finding.told() for finding in found]}))
    words = sys.stderr if given.json else sys.stdout
    for finding in found:
        print(finding.line(), file=words)
    print("Nothing is missing." if fine else "Something is missing or insecure.", file=words)
    return 0 if fine else 1
