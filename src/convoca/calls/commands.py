"""`convoca calls export` and `convoca calls import`: the forwarding package on the command line."""

import argparse
import json
import os
import pwd
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from convoca.installation.django import start_django
from convoca.standards.package import MOST_BYTES, PackageRefused, read

if TYPE_CHECKING:
    from convoca.journal.actors import Actor

SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["package", "sha256", "new", "contributions"],
    "properties": {
        "package": {"type": "string", "format": "uuid"},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "new": {"type": "boolean"},
        "contributions": {"type": "integer", "minimum": 0},
        "reply": {"type": ["string", "null"]},
    },
}


def export(arguments: list[str]) -> int:
    """Write the package of a list that was sent; exit 0 written, 1 not sent yet, 2 usage."""
    parser = argparse.ArgumentParser(prog="convoca calls export")
    parser.add_argument("list", type=UUID, help="uid of the list (it stands in its address)")
    parser.add_argument("file", type=Path, help="where to write the package")
    given = _parsed(parser, arguments)
    if isinstance(given, int):
        return given
    start_django()
    from convoca.calls.models import Forwarding

    found = Forwarding.objects.filter(selection__uid=given.list).select_related("stored").first()
    if found is None:
        print("There is no such list, or it was not approved and sent yet.", file=sys.stderr)
        return 1
    try:
        given.file.write_bytes(found.stored.read())
    except OSError as error:
        print(f"{given.file} cannot be written: {error.strerror}", file=sys.stderr)
        return 2
    print(f"{given.file}: package {found.uid}, SHA-256 {found.sha256}", file=sys.stderr)
    return 0


def take_in(arguments: list[str]) -> int:
    """Take a package in as a reply to one of our calls.

    Exit 0 taken in, or known already; 1 refused; 2 usage or unreadable; 3 another version.
    """
    parser = argparse.ArgumentParser(prog="convoca calls import")
    parser.add_argument("file", type=Path, nargs="?", help="the package")
    parser.add_argument("--call", type=UUID, help="uid of our call that it answers")
    parser.add_argument("--body", help="key of the body whose reply it becomes")
    parser.add_argument("--check", action="store_true", help="only say whether it is whole")
    parser.add_argument("--json", action="store_true", help="print the outcome as JSON")
    parser.add_argument("--schema", action="store_true", help="print the JSON's schema")
    given = _parsed(parser, arguments)
    if isinstance(given, int):
        return given
    if given.schema:
        print(json.dumps(SCHEMA))
        return 0
    if given.file is None or not (given.check or (given.call and given.body)):
        parser.print_usage(sys.stderr)
        return 2
    return _checked_and_taken(given)


def _parsed(parser: argparse.ArgumentParser, arguments: list[str]) -> argparse.Namespace | int:
    try:
        return parser.parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)


def _checked_and_taken(given: argparse.Namespace) -> int:
    try:
        if given.file.stat().st_size > MOST_BYTES:
            print("This file is larger than a package may be.", file=sys.stderr)
            return 1
        content = given.file.read_bytes()
    except OSError as error:
        print(f"{given.file} cannot be read: {error.strerror}", file=sys.stderr)
        return 2
    try:
        package = read(content)
        if given.check:
            print(f"Whole: {len(package.contributions)} contributions.", file=sys.stderr)
            return 0
        return _take(given, content)
    except PackageRefused as refusal:
        print(f"Refused: {refusal}", file=sys.stderr)
        return 3 if refusal.reason == "other_version" else 1


def _take(given: argparse.Namespace, content: bytes) -> int:
    start_django()
    from django.core.exceptions import ValidationError

    from convoca.calls.actions.packages import import_package
    from convoca.calls.models import Call
    from convoca.journal.refusals import StateConflict
    from convoca.members.models import Body

    call = Call.objects.select_related("unit", "body").filter(uid=given.call).first()
    body = Body.objects.filter(key=given.body).first()
    if call is None or body is None:
        print("There is no such call or body here.", file=sys.stderr)
        return 2
    try:
        done = import_package(by=_actor(), call=call, body=body, content=content)
    except (StateConflict, ValidationError) as refusal:
        told = refusal.messages if isinstance(refusal, ValidationError) else [str(refusal)]
        print(f"Refused: {'; '.join(told)}", file=sys.stderr)
        return 1
    if given.json:
        outcome = {
            "package": str(done.received.uid),
            "sha256": done.received.sha256,
            "new": done.is_new,
            "contributions": done.contributions,
            "reply": str(done.received.reply.uid),
        }
        print(json.dumps(outcome))
    words = f"{done.contributions} taken in." if done.is_new else "Known already: nothing changed."
    print(words, file=sys.stderr)
    return 0


def _actor() -> "Actor":
    from convoca.journal.actors import Actor, ActorKind

    name = pwd.getpwuid(os.getuid()).pw_name
    return Actor(ActorKind.COMMAND, "calls-import", f"convoca calls import ({name})")
