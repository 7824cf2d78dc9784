"""Reading CSV files: every line is read or named, whatever its bytes."""

from hypothesis import given
from hypothesis import strategies as st

from convoca.files.sheets import Columns, read

COLUMNS = Columns(headers={"key": ("key", "mã"), "name": ("name", "tên")}, needed=("key",))


def seen(content: bytes, most_lines: int = 100):
    sheet = read(content, COLUMNS, most_lines=most_lines)
    return [line.cells for line in sheet.lines], [(one.line, one.column) for one in sheet.problems]


def test_headers_are_known_whatever_their_case_and_accents():
    assert seen("MÃ;Ten\na;Bộ A\n".encode()) == ([{"key": "a", "name": "Bộ A"}], [])


def test_cells_are_composed_characters():
    assert seen("key\nBo\u0302\u0323\n".encode()) == ([{"key": "B\u1ed9"}], [])


def test_a_column_named_twice_counts_once():
    sheet = read("key,mã,ghi chú\na,b,c\n".encode(), COLUMNS, most_lines=9)
    assert ([line.cells for line in sheet.lines], sheet.ignored) == (
        [{"key": "a"}],
        ["mã", "ghi chú"],
    )


def test_a_header_that_is_no_utf8_can_be_shown():
    assert read(b"key,\xff\na,b\n", COLUMNS, most_lines=9).ignored == ["?"]


def test_a_needed_column_is_missed_on_the_line_of_the_headers():
    assert seen(b"\n\nname\nA\n") == ([], [(3, "key")])


def test_too_many_lines_are_refused_whole():
    assert seen(b"key\na\nb\n", most_lines=2) == ([], [(1, "")])


def test_a_nul_byte_refuses_only_its_line():
    assert seen(b"key,name\na,A" + b" " * 200 + b"\nb,B\0\nc,C\n") == (
        [{"key": "a", "name": "A"}, {"key": "c", "name": "C"}],
        [(3, "")],
    )


@given(content=st.binary(max_size=400))
def test_any_bytes_are_read_without_a_fault(content):
    sheet = read(b"key,name\n" + b" " * 200 + b"\n" + content, COLUMNS, most_lines=500)
    told = [line.number for line in sheet.lines] + [one.line for one in sheet.problems]
    assert len(told) == len(set(told))
