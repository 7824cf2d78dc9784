import pytest
from hypothesis import given
from hypothesis import strategies as st

from convoca.files.names import LONGEST, cleaned, extension


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("Báo cáo.pdf", "Báo cáo.pdf"),
        ("Ba\u0301o ca\u0301o.pdf", "Báo cáo.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\thu.docx", "thu.docx"),
        ("hoa\u202efdp.exe", "hoa fdp.exe"),
        ("a\r\nb\x00.pdf", "a b.pdf"),
        (".pdf", "pdf"),
        ("...", "file"),
        ("", "file"),
        ("0.000000000 0", "0.000000000"),
        ("ă" * 300 + ".pdf", "ă" * (LONGEST - 4) + ".pdf"),
    ],
)
def test_a_name_is_made_harmless(given_name: str, kept: str) -> None:
    assert cleaned(given_name) == kept


@given(st.text())
def test_a_cleaned_name_is_short_plain_and_stays_as_it_is(name: str) -> None:
    kept = cleaned(name)
    assert 0 < len(kept) <= LONGEST
    assert not set("/\\\r\n\x00") & set(kept)
    assert cleaned(kept) == kept


def test_the_extension_is_what_stands_last() -> None:
    assert [extension(name) for name in ("a.PDF", "a.pdf.exe", "pdf")] == ["pdf", "exe", ""]
