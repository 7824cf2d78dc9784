"""Read a file of marked papers and count it.

PAPERS: `paper,invalid,mark,…`: the paper's number, why it is invalid (empty when it is not), and
one name per mark. A blank paper has a number only. CANDIDATES: `candidate,member_state` as in the
published tables, and `withdrawn` (yes) for those who withdrew.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from convoca.elections.published import Key, PublishedBallot, check_post
from convoca.elections.tables import TableError, clean, read_table
from convoca.standards.general_rules.papers import PaperCount, ballot_of, count_papers
from convoca.standards.general_rules.posts import post_named


def read_candidates(path: Path) -> tuple[tuple[str, ...], frozenset[str]]:
    """Read the names that may be marked, in order, and those among them that withdrew.

    Raises:
        TableError: unreadable, an empty name, a name twice.
    """
    table = read_table(path, required=())
    if not {"candidate", "member_state"} & set(table.columns):
        raise TableError(f"{path.name}: neither a column candidate nor member_state")
    names: dict[str, str] = {}
    withdrawn = set()
    for row in table.rows:
        name = row.text("candidate", "member_state")
        if not name:
            raise TableError(f"{row.where}: neither a candidate nor a Member State is named")
        if name in names:
            raise TableError(f"{row.where}: {name} stands twice (first in {names[name]})")
        names[name] = row.where
        if row.text("withdrawn").casefold() == "yes":
            withdrawn.add(name)
    return tuple(names), frozenset(withdrawn)


def count_file(
    path: Path, *, candidates: tuple[str, ...], withdrawn: frozenset[str], seats: int
) -> PaperCount:
    """Count a file of papers, row by row; only the paper numbers stay in memory.

    Raises:
        TableError: unreadable, an empty row between papers, a paper number missing or twice.
        BallotError: see `papers.count_papers`.
    """
    numbers: list[str] = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            _check_header(next(reader, []), path.name)
            count = count_papers(
                _papers(reader, numbers, path.name),
                candidates=candidates,
                withdrawn=withdrawn,
                seats=seats,
                first_row=2,
                where=f"{path.name} row",
                tidy=clean,
            )
    except OSError as error:
        raise TableError(f"{path}: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise TableError(f"{path.name} row {len(numbers) + 2} or after: not UTF-8 text") from None
    except csv.Error as error:
        raise TableError(f"{path.name} row {len(numbers) + 2}: {error}") from None
    _check_numbers(numbers, path.name)
    return count


def as_published(
    count: PaperCount,
    *,
    conference: str,
    post: str,
    region: str | None,
    round_: int | None,
    rules: str,
) -> PublishedBallot:
    """Make the counted papers a ballot like those of the published tables.

    Raises:
        TableError: the rule set has no such post or region, or not so many seats for it.
    """
    key = Key(conference, post_named(post), region, round_)
    check_post(key.post, region, count.seats, rules, where="--post", seats_where="--seats")
    ballot = ballot_of(count, key.post, region=region, round_=round_)
    return PublishedBallot(
        key=key,
        post_as_written=post,
        ballot=ballot,
        elected={},
        states=dict.fromkeys(ballot.names, ""),
        assumed_whole=False,
        stated_seats=None,
    )


def _check_header(header: list[str], file: str) -> None:
    columns = [clean(name).casefold() for name in header]
    marks = columns[2:]
    if columns[:2] != ["paper", "invalid"] or not all(name.startswith("mark") for name in marks):
        raise TableError(f"{file} row 1: the columns are paper, invalid, and one mark in each more")


def _papers(
    reader: Iterator[list[str]], numbers: list[str], file: str
) -> Iterator[tuple[str, list[str]]]:
    for row in reader:
        if len(row) < 2:
            row = _padded(row, reader, len(numbers) + 2, file)
            if not row:
                return
        numbers.append(row[0])
        yield row[1], row[2:]


def _padded(row: list[str], reader: Iterator[list[str]], number: int, file: str) -> list[str]:
    """Allow a paper's number alone, and empty lines after the last paper; nothing else."""
    if any(row):
        return [*row, ""]
    for later in reader:
        if any(later):
            raise TableError(f"{file} row {number}: the row is empty; a blank paper has a number")
    return []


def _check_numbers(numbers: list[str], file: str) -> None:
    if len(set(numbers)) == len(numbers) and "" not in numbers:
        return
    seen: dict[str, int] = {}
    for row, number in enumerate(numbers, start=2):
        if not number.strip():
            raise TableError(f"{file} row {row}: the paper has no number")
        if number in seen:
            raise TableError(
                f"{file} row {row}: paper {number} is there already (row {seen[number]})"
            )
        seen[number] = row
