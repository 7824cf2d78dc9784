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
from convoca.elections.explaining import explain_ballots
from convoca.elections.paper_files import as_published, count_file, read_candidates
from convoca.elections.published import read_published
from convoca.elections.reports import (
    COUNT_SCHEMA,
    PAPERS_SCHEMA,
    RULES_SCHEMA,
    TELLERS_SCHEMA,
    ballot_report,
    papers_lines,
    papers_report,
    rules_lines,
    rules_report,
    tellers_lines,
    tellers_report,
)
from convoca.elections.tables import TableError
from convoca.elections.teller_files import read_counts
from convoca.elections.words import ENGLISH, LANGUAGES
from convoca.standards.general_rules.ballots import BallotError
from convoca.standards.general_rules.named import RULE_SETS, rule_set
from convoca.standards.general_rules.outcomes import Status
from convoca.standards.general_rules.papers import PaperCount
from convoca.standards.general_rules.posts import post_named
from convoca.standards.general_rules.tellers import compare_tellers

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
    parser.add_argument("--schema", action="store_true", help="print the schema of the JSON")
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


def explain(argv: list[str]) -> int:
    """Print the outcome of ballots as pages to read; 0 whenever a page was printed."""
    parser = _parser("explain", "Tell how a ballot was decided, with the articles.")
    _add_tables(parser)
    _add_words(parser)
    parser.add_argument("--conference", help="only this conference")
    parser.add_argument("--post", help="only this post")
    parser.add_argument("--region", help="only this region")
    parser.add_argument("--round", type=_positive, help="only this round")
    given = _parsed(parser, argv)
    if isinstance(given, int):
        return given
    counts = _counted(given)
    if isinstance(counts, int):
        return counts
    chosen = [each for each in counts if _is_wanted(each, given)]
    if not chosen:
        return _refused("no ballot in the table is of that conference, post, region and round")
    print(explain_ballots(chosen, LANGUAGES[given.language]), end="")
    return GOOD


def _is_wanted(each: Count, given: argparse.Namespace) -> bool:
    key = each.published.key
    return (
        given.conference in (None, key.conference)
        and (given.post is None or post_named(given.post) == key.post)
        and (given.region is None or given.region.upper() == key.region)
        and given.round in (None, key.round)
    )


def papers(argv: list[str]) -> int:
    """Count a file of marked papers."""
    parser = _parser("papers", "Count marked papers; tell the invalid ones and why.")
    parser.add_argument("--schema", action="store_true", help="print the schema of the JSON")
    parser.add_argument("--papers", type=Path, action=_Once, help="one row per paper")
    parser.add_argument("--candidates", type=Path, action=_Once, help="one row per name")
    parser.add_argument("--seats", type=_positive, action=_Once, help="marks allowed on a paper")
    parser.add_argument("--rules", action=_Once, help="decide the ballot by this rule set, too")
    parser.add_argument("--conference", default="", help="for the outcome")
    parser.add_argument("--post", default="", help="for the outcome")
    parser.add_argument("--region", type=str.upper, help="for the outcome")
    parser.add_argument("--round", type=_positive, default=1, help="for the outcome")
    parser.add_argument("--json", action="store_true", help="print a JSON object")
    given = _parsed(parser, argv, PAPERS_SCHEMA)
    if isinstance(given, int):
        return given
    if not (given.papers and given.candidates and given.seats):
        return _refused("--papers, --candidates and --seats are needed")
    if given.rules and not given.post:
        return _refused("--rules needs --post: the post says how the ballot is decided")
    try:
        names, withdrawn = read_candidates(given.candidates)
        counted = count_file(given.papers, candidates=names, withdrawn=withdrawn, seats=given.seats)
        outcome = _outcome_of(counted, given)
    except KeyError as error:
        return _refused(str(error.args[0]))
    except (TableError, BallotError) as error:
        return _refused(str(error))
    if given.json:
        _print_json(papers_report(counted, outcome))
    else:
        print("\n".join([*papers_lines(counted), *map(_one_line, outcome)]))
    return _verdict(outcome)


def _outcome_of(counted: PaperCount, given: argparse.Namespace) -> list[Count]:
    """Decide the counted papers; an empty list when no rule set is asked for."""
    if not given.rules:
        return []
    chosen = rule_set(given.rules)
    ballot = as_published(
        counted,
        conference=given.conference,
        post=given.post,
        region=given.region,
        round_=given.round,
        rules=given.rules,
    )
    return count_all([ballot], chosen)


def tellers(argv: list[str]) -> int:
    """Compare several tellers' counts of one ballot; 1 when they differ."""
    parser = _parser("tellers", "Compare what several tellers counted; name the differences.")
    parser.add_argument("--schema", action="store_true", help="print the schema of the JSON")
    parser.add_argument("--counts", type=Path, action=_Once, help="one row per teller and name")
    parser.add_argument("--json", action="store_true", help="print a JSON object")
    given = _parsed(parser, argv, TELLERS_SCHEMA)
    if isinstance(given, int):
        return given
    if not given.counts:
        return _refused("--counts is needed")
    try:
        counts = read_counts(given.counts)
        differences = compare_tellers(counts)
    except (TableError, BallotError) as error:
        return _refused(str(error))
    if given.json:
        _print_json(tellers_report(tuple(counts), differences))
    else:
        print("\n".join(tellers_lines(tuple(counts), differences)))
    return BAD if differences else GOOD


def rules(argv: list[str]) -> int:
    """Print a rule set: every setting with its article, its source and the grade of that."""
    parser = _parser("rules", "Show the settings of a rule set, with source and grade.")
    parser.add_argument("--schema", action="store_true", help="print the schema of the JSON")
    parser.add_argument("--rules", action=_Once, help=f"the rule set: {', '.join(RULE_SETS)}")
    parser.add_argument("--json", action="store_true", help="print a JSON object")
    given = _parsed(parser, argv, RULES_SCHEMA)
    if isinstance(given, int):
        return given
    if given.rules is None:
        return _refused(f"--rules is needed; there are: {', '.join(RULE_SETS)}")
    try:
        chosen = rule_set(given.rules)
    except KeyError as error:
        return _refused(str(error.args[0]))
    if given.json:
        _print_json(rules_report(chosen))
    else:
        print("\n".join(rules_lines(chosen)))
    return GOOD


def _parser(name: str, told: str) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        prog=f"convoca elections {name}", description=told, allow_abbrev=False
    )


def _add_tables(parser: argparse.ArgumentParser) -> None:
    known = ", ".join(RULE_SETS)
    parser.add_argument("--rules", action=_Once, help=f"the rule set: {known}")
    parser.add_argument("--votes", type=Path, action=_Once, help="one row per name on a ballot")
    parser.add_argument("--rounds", type=Path, action=_Once, help="one row per ballot")
    parser.add_argument("--seats", type=_positive, action=_Once, help="seats, for a single ballot")


def _positive(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,5}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1")
    return int(text)


def _add_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--language", "--lang", choices=sorted(LANGUAGES), default="en", help="default: en"
    )


def _parsed(
    parser: argparse.ArgumentParser, argv: list[str], schema: object = None
) -> argparse.Namespace | int:
    """Parse; an exit code when there is nothing left to do."""
    try:
        given = parser.parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    if schema is not None and given.schema:
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
