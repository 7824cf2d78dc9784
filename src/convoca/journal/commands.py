"""`convoca journal verify`."""

import argparse
import json
import sys
from typing import TYPE_CHECKING

from convoca.installation.django import start_django

if TYPE_CHECKING:
    from convoca.journal.verify import Verdict

SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["entries", "whole", "head", "first_broken"],
    "properties": {
        "entries": {"type": "integer", "minimum": 0},
        "whole": {"type": "boolean"},
        "head": {
            "type": ["object", "null"],
            "required": ["seq", "hash"],
            "properties": {"seq": {"type": "integer"}, "hash": {"type": "string"}},
        },
        "first_broken": {
            "type": ["object", "null"],
            "required": ["seq", "why"],
            "properties": {"seq": {"type": "integer"}, "why": {"type": "string"}},
        },
        "erased": {"type": "integer", "minimum": 0},
    },
}


def verify(arguments: list[str]) -> int:
    """Check the chain; exit 0 whole, 1 broken, 2 usage."""
    parser = argparse.ArgumentParser(prog="convoca journal verify")
    parser.add_argument("--head", metavar="SEQ:HASH", help="a head that was noted elsewhere")
    parser.add_argument("--json", action="store_true", help="print the verdict as JSON")
    parser.add_argument("--schema", action="store_true", help="print the JSON's schema")
    try:
        given = parser.parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    if given.schema:
        print(json.dumps(SCHEMA))
        return 0
    start_django()
    from convoca.journal.verify import Head, verify

    noted = None
    if given.head:
        seq, _, digest = given.head.partition(":")
        if not (seq.isdigit() and len(digest) == 64 and set(digest) <= set("0123456789abcdef")):
            print("--head is SEQ:HASH, as `convoca journal verify` prints it", file=sys.stderr)
            return 2
        noted = Head(int(seq), digest)
    verdict = verify(noted=noted)
    _print(verdict, as_json=given.json, against_noted=noted is not None)
    return 0 if verdict.whole else 1


def _print(verdict: "Verdict", *, as_json: bool, against_noted: bool) -> None:
    head, broken = verdict.head, verdict.first_broken
    if as_json:
        told = {
            "entries": verdict.entries,
            "whole": verdict.whole,
            "head": {"seq": head.seq, "hash": head.hash} if head else None,
            "first_broken": {"seq": broken.seq, "why": broken.why} if broken else None,
            "erased": verdict.erased,
        }
        print(json.dumps(told))
    words = sys.stderr if as_json else sys.stdout
    if broken:
        print(f"Broken at entry {broken.seq}: {broken.why}.", file=words)
    else:
        print(f"Whole: {verdict.entries} entries, {verdict.erased} details erased.", file=words)
    if head:
        print(f"Head: {head.seq}:{head.hash}", file=words)
    if not against_noted:
        print("A cut tail is found only against a head noted elsewhere (--head).", file=words)
