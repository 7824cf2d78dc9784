"""A text in several languages: NFC, empty ones left out, a stand-in said to be one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convoca.languages.translated import Shown, Translated, shown

THEME = Translated(vi="Sáng tạo số", en="Digital innovation")


def test_the_readers_language_is_shown():
    assert shown(THEME, "en", "vi") == Shown("Digital innovation", "en", is_fallback=False)


def test_the_main_language_stands_in():
    assert shown(THEME, "fr", "vi") == Shown("Sáng tạo số", "vi", is_fallback=True)


def test_english_stands_in_where_the_main_one_is_empty():
    assert shown(THEME, "fr", "es") == Shown("Digital innovation", "en", is_fallback=True)


def test_nothing_written_shows_nothing():
    assert shown(Translated(), "vi", "vi") == Shown("", "vi", is_fallback=False)


def test_blank_texts_are_left_out():
    assert dict(Translated(vi="Chủ đề", en="  ")) == {"vi": "Chủ đề"}


def test_only_text_is_taken():
    with pytest.raises(TypeError):
        Translated({"vi": 3})


@given(st.text(min_size=1))
def test_text_is_composed(text: str):
    assert all(unicodedata.is_normalized("NFC", part) for part in Translated(vi=text).values())
