"""Tables for the tests, and the command run in this process."""

import json
from pathlib import Path

from convoca import cli
from convoca.elections import commands

DATA = Path(commands.__file__).parent / "data"
VOTES_HEADER = "conference,post,region,round,candidate,member_state,votes,elected"
ROUNDS_HEADER = (
    "conference,post,region,seats,round,entitled,ballots_deposited,abstentions_blank,invalid,"
    "valid,required_majority,candidate_list_complete,votes_complete"
)


def votes_file(folder, *rows, header=VOTES_HEADER, name="votes.csv"):
    """A VOTES table; a row is a line of CSV."""
    path = folder / name
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def rounds_file(folder, *rows, header=ROUNDS_HEADER):
    """A ROUNDS table."""
    return votes_file(folder, *rows, header=header, name="rounds.csv")


def counted(capsys, votes, rounds=None, *more, rules="itu"):
    """Run `elections count`; the exit code, the objects printed, and the words on stderr."""
    words = ["elections", "count", "--rules", rules, "--votes", str(votes), "--json"]
    words += ["--rounds", str(rounds)] if rounds else []
    code = cli.main([*words, *more])
    told = capsys.readouterr()
    return code, json.loads(told.out) if told.out else None, told.err
