"""The languages of an installation are named by a setting, and by nothing else."""

import pytest
from django.utils.translation import override

from convoca.languages.names import named


def test_languages_are_called_by_the_readers_words():
    with override("vi"):
        assert [str(name) for _code, name in named(["vi", "en", "fr", "ar"])] == [
            "Tiếng Việt",
            "Tiếng Anh",
            "Tiếng Pháp",
            "Tiếng Ả Rập",
        ]


def test_a_word_that_is_no_language_is_named():
    with pytest.raises(ValueError, match="“klingon” is no language"):
        named(["vi", "klingon"])
