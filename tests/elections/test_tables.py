"""Cells that no table should hold, each told so that one finds it."""

import pytest

from convoca.elections.tables import TableError, read_table, whole_number


def read(folder, text):
    path = folder / "votes.csv"
    path.write_text(text, encoding="utf-8")
    return read_table(path, required=("post", "votes"))


@pytest.mark.parametrize("separator", [";", "\t"])
def test_other_separators_are_named_as_the_likely_cause(tmp_path, separator):
    with pytest.raises(TableError, match=r"'post' is missing \(are the cells separated by commas"):
        read(tmp_path, f"post{separator}votes\nCouncil{separator}3\n")


def test_control_characters_are_refused(tmp_path):
    with pytest.raises(TableError, match=r"votes\.csv row 2: post holds a control character"):
        read(tmp_path, "post,votes\nCoun\0cil,3\n")


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("9" * 5000, "row 2: votes has 5000 digits, more than any count of votes"),
        ("x" * 5000, f"row 2: votes is '{'x' * 40}', not a number"),
    ],
)
def test_messages_stay_short(cell, told):
    with pytest.raises(TableError) as refused:
        whole_number(cell, "row 2: votes")
    assert str(refused.value) == told
