"""The `convoca` command: a table of words, each loaded only when it is called.

Exit codes: 0 good, 1 the thing checked is bad, 2 usage or unreadable input,
3 not supported or undecidable, 130 interrupted.
"""

import os
import sys
from importlib import import_module

COMMANDS: dict[str, tuple[str, str]] = {
    "backup": (
        "convoca.operating.commands:backup",
        "copy the installation to a folder",
    ),
    "calls export": (
        "convoca.calls.commands:export",
        "write the package of a list that was sent",
    ),
    "calls import": (
        "convoca.calls.commands:take_in",
        "take a package in as a reply to one of our calls",
    ),
    "check": (
        "convoca.operating.commands:check",
        "say what is missing or insecure in this installation",
    ),
    "demo": (
        "convoca.demo.commands:demo",
        "load the two real cases into an installation of their own, and serve it",
    ),
    "elections count": (
        "convoca.elections.commands:count",
        "decide counted ballots by a named rule set",
    ),
    "elections explain": (
        "convoca.elections.commands:explain",
        "tell how a ballot was decided, with the articles",
    ),
    "elections papers": (
        "convoca.elections.commands:papers",
        "count marked papers; tell the invalid ones and why",
    ),
    "elections rules": (
        "convoca.elections.commands:rules",
        "show a rule set's settings, with source and grade",
    ),
    "elections tellers": (
        "convoca.elections.commands:tellers",
        "compare several tellers' counts of one ballot",
    ),
    "journal verify": (
        "convoca.journal.commands:verify",
        "say whether the record's chain is whole",
    ),
    "outbox report": (
        "convoca.outbox.commands:report",
        "note a delivery report that a mail server sent",
    ),
    "prepare": (
        "convoca.operating.commands:prepare",
        "bring tables, words and static files up to date",
    ),
    "restore": (
        "convoca.operating.commands:restore",
        "make an empty home the copied installation",
    ),
    "serve": (
        "convoca.operating.commands:serve",
        "run the database, the worker and the web server",
    ),
    "worker": (
        "convoca.operating.commands:worker",
        "do the jobs that wait in the queue",
    ),
}


def _match(arguments: list[str]) -> tuple[str, list[str]] | None:
    for length in (2, 1):
        words = " ".join(arguments[:length])
        if words in COMMANDS and len(arguments) >= length:
            return words, arguments[length:]
    return None


def _usage() -> str:
    width = max(len(words) for words in COMMANDS)
    lines = [f"  convoca {words:<{width}}  {told}" for words, (_, told) in sorted(COMMANDS.items())]
    return "\n".join(["usage: convoca COMMAND [options]", "", *lines])


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; unknown words print the table and return 2."""
    given = sys.argv[1:] if arguments is None else arguments
    found = _match(given)
    if found is None:
        asked_for_help = bool(given) and given[0] in {"-h", "--help", "help"}
        print(_usage(), file=sys.stdout if asked_for_help else sys.stderr)
        return 0 if asked_for_help else 2
    words, rest = found
    module, function = COMMANDS[words][0].split(":")
    try:
        result: int = getattr(import_module(module), function)(rest)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("convoca: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # A reader that stops early, such as `head`, is no fault of the command.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return result


if __name__ == "__main__":
    sys.exit(main())
