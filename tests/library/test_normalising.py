"""The normaliser: what is typed and what was written meet in one spelling."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convoca.library.normalising import asked, plain, searchable, words_in, written


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("Thúy", "thuý"),
        ("khỏe", "khoẻ"),
        ("kỹ", "kĩ"),
        ("LÝ", "lí"),
        ("Mỹ", "mĩ"),
        ("ðổi", "đổi"),
        ("Đổi", "ÐỔI".replace("Ð", "ð")),
        (unicodedata.normalize("NFD", "chuyển"), "chuyển"),
    ],
)
def test_spellings_of_one_word_are_one(one: str, other: str) -> None:
    assert written(one) == written(other)


@pytest.mark.parametrize(
    ("one", "other"), [("hoa", "hoà"), ("quy", "qui"), ("may", "mai"), ("thúy", "thủy")]
)
def test_other_words_stay_other_words(one: str, other: str) -> None:
    assert written(one) != written(other)


def test_without_marks_english_plurals_fall_away_and_vietnamese_words_stay() -> None:
    assert [plain(written(word)) for word in ("Trường", "schools", "stories", "story", "bus")] == [
        "truong",
        "school",
        "stori",
        "stori",
        "bus",
    ]


def test_a_phrase_does_not_run_from_one_text_to_the_next() -> None:
    kept = searchable(["Chuyển đổi", "số hóa"])
    assert kept.folded == " chuyen doi \n so hoa "


def test_a_hyphenated_word_is_also_kept_in_one() -> None:
    assert searchable(["e-Government"]).words == {"e", "government", "egovernment"}


def test_short_and_long_words_of_the_state_find_each_other() -> None:
    assert "cntt" in searchable(["Ứng dụng công nghệ thông tin"]).words
    assert {"cong", "nghe", "thong", "tin"} <= searchable(["Ứng dụng CNTT"]).words


def test_what_was_typed_keeps_its_order_and_knows_its_hyphens() -> None:
    typed = asked("e-learning ở Lý Sơn")
    assert typed.exact == ("e", "learning", "ở", "lí", "sơn")
    assert typed.folded == ("e", "learning", "o", "li", "son")
    assert typed.joined == ((("e", "learning"), "elearning"),)
    assert not asked("  %%% \x00 ")


@given(st.text(max_size=60))
def test_every_word_typed_as_written_is_among_the_words_kept(text: str) -> None:
    kept = searchable([text])
    assert set(asked(text, most=1000).folded) <= kept.words
    assert all(f" {word} " in kept.exact for word in words_in(text))
