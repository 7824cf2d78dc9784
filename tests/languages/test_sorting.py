"""Vietnamese order: letters first, tones after, d before đ."""

from convoca.languages.sorting import sort_key


def ordered(*words: str, language: str = "vi") -> list[str]:
    return sorted(words, key=lambda word: sort_key(word, language))


def test_letters_with_marks_follow_their_plain_letter():
    assert ordered("ân", "ăn", "an") == ["an", "ăn", "ân"]


def test_d_comes_before_its_stroked_sister():
    assert ordered("Đà Nẵng", "Dak", "Em") == ["Dak", "Đà Nẵng", "Em"]


def test_tones_order_words_of_the_same_letters():
    assert ordered("mạ", "má", "mã", "mả", "mà", "ma") == ["ma", "mà", "mả", "mã", "má", "mạ"]


def test_provinces_in_their_order():
    assert ordered("Bình Định", "Bến Tre", "An Giang", "Bắc Giang", "Bà Rịa – Vũng Tàu") == [
        "An Giang",
        "Bà Rịa – Vũng Tàu",
        "Bắc Giang",
        "Bến Tre",
        "Bình Định",
    ]


def test_decomposed_text_sorts_like_composed_text():
    assert sort_key("Đa\u0300 Na\u0306\u0303ng", "vi") == sort_key("Đà Nẵng", "vi")


def test_french_names_ignore_accents_first():
    assert ordered("Égypte", "Espagne", "Danemark", language="fr") == [
        "Danemark",
        "Égypte",
        "Espagne",
    ]
