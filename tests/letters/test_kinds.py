"""Types of documents: every one of the decree has its words, and keeps its name in Vietnamese."""

import pytest
from django.utils.translation import override

from convoca.letters.kinds import WORDS, kind_choices, kind_words
from convoca.standards.decree30 import KINDS


def test_every_type_of_the_decree_has_words() -> None:
    assert list(WORDS) == [kind.name for kind in KINDS]


@pytest.mark.parametrize("name", WORDS)
def test_a_vietnamese_reader_is_told_the_decree_s_own_name(name: str) -> None:
    with override("vi"):
        assert kind_words(name) == name


def test_an_english_reader_is_told_it_in_english() -> None:
    with override("en"):
        assert kind_words("Công văn") == "Official letter"
        assert ("Giấy mời", "Invitation") in kind_choices()


def test_a_type_of_another_system_stays_as_it_is() -> None:
    assert kind_words("Note verbale") == "Note verbale"
