"""Files of marked papers."""

import pytest

from convoca.elections.paper_files import count_file, read_candidates
from convoca.elections.tables import TableError
from convoca.standards.general_rules.ballots import BallotError

NAMES = ("Japan", "China", "Côte d'Ivoire")


def count(folder, text, seats=2):
    path = folder / "papers.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return count_file(path, candidates=NAMES, withdrawn=frozenset(), seats=seats)


def test_short_rows_long_rows_gaps_and_composed_letters(tmp_path):
    text = (
        "\ufeffPaper,Invalid,mark,mark\r\n1,,Japan\r\n2,,,China\r\n3\r\n"
        "4,,Co\u0302te d'Ivoire, Japan \r\n5,,Japan,China,Côte d'Ivoire\r\n\r\n\r\n"
    )
    counted = count(tmp_path, text)
    assert (counted.deposited, counted.blank) == (5, 1)
    assert counted.votes == (("Japan", 2), ("China", 1), ("Côte d'Ivoire", 1))
    assert [(paper.row, paper.reason.value) for paper in counted.invalid] == [(6, "too many marks")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "row 1: the columns are paper, invalid"),
        ("paper,mark\n1,Japan\n", "row 1: the columns are paper, invalid"),
        ("paper,invalid,mark\n1,,Japan\n\n3,,Japan\n", "row 3: the row is empty"),
        ("paper,invalid,mark\n1,,Japan\n1,,China\n", r"row 3: paper 1 is there already \(row 2\)"),
        ("paper,invalid,mark\n,,Japan\n", "row 2: the paper has no number"),
        ('paper,invalid,mark\n1,,"Japan\n', "row 2: unexpected end of data"),
        (b"paper,invalid,mark\n1,,\xff\n", "not UTF-8 text"),
    ],
)
def test_unreadable_papers(tmp_path, text, told):
    with pytest.raises(TableError, match=told):
        count(tmp_path, text)


def test_marks_for_strangers(tmp_path):
    with pytest.raises(BallotError, match=r"papers.csv row 3: 'Peru' is marked"):
        count(tmp_path, "paper,invalid,mark\n1,,Japan\n2,,Peru\n")


def test_a_missing_file(tmp_path):
    with pytest.raises(TableError, match="No such file"):
        count_file(tmp_path / "none.csv", candidates=NAMES, withdrawn=frozenset(), seats=1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name\nJapan\n", "neither a column candidate nor member_state"),
        ("candidate,note\nIto,\nIto,\n", "row 3: Ito stands twice"),
        ("candidate,note\n,x\n", "row 2: neither a candidate nor a Member State"),
    ],
)
def test_bad_candidates(tmp_path, text, told):
    path = tmp_path / "candidates.csv"
    path.write_text(text)
    with pytest.raises(TableError, match=told):
        read_candidates(path)
