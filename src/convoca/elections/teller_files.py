"""Read several tellers' counts of one ballot from a table.

COUNTS: `teller,candidate,member_state,votes`, one row per teller and name, as in the published
tables; the rows of the papers have `deposited`, `blank` or `invalid` in the column `paper`
instead of a name.
"""

from pathlib import Path

from convoca.elections.tables import Row, TableError, read_table

_PAPERS = ("deposited", "blank", "invalid")


def read_counts(path: Path) -> dict[str, dict[str, int]]:
    """Read the counts by teller and line, in the order of the file.

    Raises:
        TableError: unreadable, a teller or a name missing, a number missing, a line twice.
    """
    table = read_table(path, required=("teller", "votes"))
    counts: dict[str, dict[str, int]] = {}
    for row in table.rows:
        teller, line = row.text("teller"), _line(row)
        if not teller:
            raise TableError(f"{row.where}: the teller is not named")
        number = row.number_in("votes")
        if number is None:
            raise TableError(f"{row.where}: the number that {teller} counted is missing")
        count = counts.setdefault(teller, {})
        if line in count:
            raise TableError(f"{row.where}: {teller} counts {line} twice")
        count[line] = number
    return counts


def _line(row: Row) -> str:
    name, paper = row.text("candidate", "member_state"), row.text("paper").casefold()
    if bool(name) == bool(paper):
        raise TableError(f"{row.where}: a row names a candidate, or papers; one of the two")
    if paper and paper not in _PAPERS:
        raise TableError(f"{row.where}: paper is {paper!r}, none of {', '.join(_PAPERS)}")
    return name or paper
