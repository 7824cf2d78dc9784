"""`convoca outbox report`."""

import argparse
import sys
from pathlib import Path

from convoca.installation.django import start_django


def report(arguments: list[str]) -> int:
    """Note a delivery report; exit 0 noted, 1 about no mail of ours, 2 unreadable or usage."""
    parser = argparse.ArgumentParser(prog="convoca outbox report")
    parser.add_argument("file", metavar="FILE.eml", help="the report as it came; - reads it here")
    try:
        given = parser.parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        raw = sys.stdin.buffer.read() if given.file == "-" else Path(given.file).read_bytes()
    except OSError as error:
        print(f"{given.file} cannot be read: {error.strerror}", file=sys.stderr)
        return 2
    start_django()
    from convoca.journal.actors import Actor, ActorKind
    from convoca.outbox.actions import record_delivery_report
    from convoca.outbox.reports import NoReportError

    command = Actor(kind=ActorKind.COMMAND, uid="outbox report", name="")
    try:
        changed = record_delivery_report(by=command, raw=raw)
    except NoReportError as error:
        print(error, file=sys.stderr)
        return 2
    for mail in changed:
        print(f"{mail.to}: {mail.state}")
    if not changed:
        print("no mail of ours changed its state", file=sys.stderr)
    return 0 if changed else 1
