"""Files of tellers' counts."""

import pytest

from convoca.elections.tables import TableError
from convoca.elections.teller_files import read_counts

HEADER = "teller,candidate,member_state,paper,votes\n"


def read(folder, rows):
    path = folder / "counts.csv"
    path.write_text(HEADER + rows)
    return read_counts(path)


def test_counts_by_teller_and_line(tmp_path):
    assert read(tmp_path, "A,Ito,Japan,,5\nA,,,Blank,1\nB,Ito,Japan,,5\n") == {
        "A": {"Ito": 5, "blank": 1},
        "B": {"Ito": 5},
    }


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (",Ito,,,5", "row 2: the teller is not named"),
        ("A,Ito,,,", "row 2: the number that A counted is missing"),
        ("A,Ito,,,-5", "row 2: votes is '-5', a negative number"),
        ("A,Ito,,blank,5", "row 2: a row names a candidate, or papers"),
        ("A,,,,5", "row 2: a row names a candidate, or papers"),
        ("A,,,burnt,5", "row 2: paper is 'burnt', none of deposited, blank, invalid"),
        ("A,Ito,,,5\nA,Ito,,,5", "row 3: A counts Ito twice"),
    ],
)
def test_bad_rows(tmp_path, row, told):
    with pytest.raises(TableError, match=told):
        read(tmp_path, row + "\n")
