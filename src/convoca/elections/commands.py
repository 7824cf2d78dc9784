"""`convoca elections …`: counting and explaining ballots from files; never loads Django.

Exit codes: 0 good; 1 figures that conflict, or a result other than the published one; 2 usage or
unreadable input; 3 undecidable or not supported.
"""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from convoca.elections.counting import Count, count_all
from convoca.elections.published import read_published
from convoca.elections.reports import COUNT_SCHEMA, ballot_report
from convoca.elections.tables import TableError
from convoca.elections.words import ENGLISH
from convoca.standards.general_rules.ballots import BallotError
from convoca.standards.general_rules.named import RULE_SETS, rule_set
from convoca.standards.general_rules.outcomes import Status

GOOD, BAD, UNREADABLE, UNDECIDABLE = 0, 1, 2, 3


class _Once(argparse.Action):
    """An option that may stand only once: two rule sets are never mixed in silence."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Store the value, or end with a usage error when another one is there already."""
        if getattr(namespace, self.dest, None) is not None:
            parser.error(f"{option_string} is given twice")
        setattr(namespace, self.dest, values)


def count(argv: list[str]) -> int:
    """Decide the ballots of published tables and print the outcomes."""
    parser = _parser("count", "Decide counted ballots by a named rule set.")
    _add_tables(parser)
    parser.add_argument("--json", action="store_true", help="print a JSON list")
    given = _parsed(parser, argv, COUNT_SCHEMA)
    if isinstance(given, int):
        return given
    counts = _counted(given)
    if isinstance(counts, int):
        return counts
    for line in _warnings(counts):
        print(line, file=sys.stderr)
    if given.json:
        _print_json([ballot_report(each) for each in counts])
    else:
        for each in counts:
            print(_one_line(each))
    return _verdict(counts)


def _parser(name: str, told: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"convoca elections {name}", description=told)
    parser.add_argument("--schema", action="store_true", help="print the schema of the JSON")
    return parser


def _add_tables(parser: argparse.ArgumentParser) -> None:
    known = ", ".join(RULE_SETS)
    parser.add_argument("--rules", action=_Once, help=f"the rule set: {known}")
    parser.add_argument("--votes", type=Path, action=_Once, help="one row per name on a ballot")
    parser.add_argument("--rounds", type=Path, action=_Once, help="one row per ballot")
    parser.add_argument("--seats", type=_seats, action=_Once, help="seats, for a single ballot")


def _seats(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,5}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seats")
    return int(text)


def _parsed(
    parser: argparse.ArgumentParser, argv: list[str], schema: object
) -> argparse.Namespace | int:
    """Parse; an exit code when there is nothing left to do."""
    try:
        given = parser.parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    if given.schema:
        _print_json(schema)
        return GOOD
    return given


def _counted(given: argparse.Namespace) -> list[Count] | int:
    """Read and decide; an exit code when the input can't be used."""
    if not given.rules or not given.votes:
        return _refused("--rules and --votes are needed")
    try:
        rules = rule_set(given.rules)
        published = read_published(given.votes, given.rounds, seats=given.seats, rules=rules.name)
        return count_all(published, rules)
    except KeyError as error:
        return _refused(str(error.args[0]))
    except (TableError, BallotError) as error:
        return _refused(str(error))


def _refused(why: str) -> int:
    print(why, file=sys.stderr)
    return UNREADABLE


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


def _warnings(counts: Sequence[Count]) -> list[str]:
    lines = []
    for each in counts:
        lines += [
            f"conflict, {_title(each)}: {ENGLISH.conflict(conflict)}"
            for conflict in each.outcome.conflicts
        ]
        if each.agrees is False:
            lines.append(f"{_title(each)}: the result differs from the published one")
    return lines


def _title(each: Count) -> str:
    key = each.published.key
    parts = [key.conference, each.published.post_as_written]
    parts += [f"region {key.region}"] if key.region else []
    parts += [f"round {key.round}"] if key.round else []
    return ", ".join(parts)


def _one_line(each: Count) -> str:
    outcome = each.outcome
    names = ENGLISH.listed(outcome.elected) or ENGLISH.labels.nobody
    told = f"{_title(each)}: {ENGLISH.statuses[outcome.status]}; elected: {names}"
    if outcome.tied:
        told += f"; level: {ENGLISH.listed(outcome.tied)}"
    return told


def _verdict(counts: Sequence[Count]) -> int:
    if any(each.outcome.conflicts or each.agrees is False for each in counts):
        return BAD
    if any(each.outcome.status is Status.UNDECIDABLE for each in counts):
        return UNDECIDABLE
    return GOOD
