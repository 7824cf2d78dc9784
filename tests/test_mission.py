"""`docs/mission.md` answers every sentence of the two source documents, and copies none."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from mission import mission_folder, sentences, source_text

PAGE = (Path(__file__).parents[1] / "docs" / "mission.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (?P<number>[LN]\d+[a-z]?) \| (?P<says>[^|]+) \| (?P<answer>[^|]+) \|$", re.M)
ROWS = [found.groupdict() for found in ROW.finditer(PAGE)]
ANSWERS = (
    r"Page: \S.+; (steps?|points?) \d(, \d)*",
    r"Later: \S.{10,}",
    r"Context only, because \S.{10,}",
)


def number(row):
    return int(re.sub(r"\D", "", row["number"]))


def numbers(letter):
    return [number(row) for row in ROWS if row["number"].startswith(letter)]


def test_every_line_of_the_tables_is_read():
    lines = [line for line in PAGE.splitlines() if re.match(r"\| *[LN]\d", line)]
    assert len(ROWS) == len(lines)
    assert len(ROWS) > 40


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["number"])
def test_every_sentence_has_an_answer(row):
    assert [a for a in ANSWERS if re.fullmatch(a, row["answer"].strip())] != [], row["answer"]


def test_no_number_comes_twice():
    assert len({row["number"] for row in ROWS}) == len(ROWS)


def test_every_page_that_is_named_has_an_address():
    named = set(re.findall(r"`(\w+):(\w+)`", PAGE)) - {("room", "page")}
    found = {room: set(names_in(room)) for room, _page in named}
    assert [pair for pair in sorted(named) if pair[1] not in found[pair[0]]] == []
    assert len(named) > 15


def test_every_page_is_named_by_its_address():
    pages = [row for row in ROWS if row["answer"].startswith("Page:")]
    assert [row["number"] for row in pages if not re.search(r"`\w+:\w+`", row["answer"])] == []


def names_in(room: str) -> list[str]:
    urls = import_module(f"convoca.{room}.urls")
    return [pattern.name for pattern in urls.urlpatterns]


@pytest.mark.parametrize("letter", ["L", "N"])
def test_numbers_run_without_a_gap(letter):
    assert sorted(set(numbers(letter))) == list(range(1, max(numbers(letter)) + 1))
    assert numbers(letter) == sorted(numbers(letter))


def test_parts_of_a_sentence_are_lettered_from_a():
    parts = {}
    for row in ROWS:
        whole = re.fullmatch(r"([LN]\d+)([a-z]?)", row["number"])
        parts.setdefault(whole[1], []).append(whole[2])
    wrong = {
        key: found
        for key, found in parts.items()
        if found != [""] and (len(found) < 2 or found != [*"abcdefgh"][: len(found)])
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Một câu. Hai câu.\n\nBa.", ["Một câu", "Hai câu.", "Ba."]),
        ("**KT. BỘ TRƯỞNG  \nTHỨ TRƯỞNG**\n", ["**KT. BỘ TRƯỞNG THỨ TRƯỞNG**"]),
        ("- Lưu: VT, HTQT, A.(06b).\n", ["- Lưu: VT, HTQT, A.(06b)."]),
        ("Đến 17/5. Ông nói: “được.” Rồi đi.", ["Đến 17/5", "Ông nói: “được", "Rồi đi."]),
    ],
)
def test_how_sentences_are_counted(text, found):
    assert sentences(text) == found


@pytest.mark.skipif(mission_folder() is None, reason="the source documents are not here")
class TestAgainstTheSources:
    @pytest.mark.parametrize("letter", ["L", "N"])
    def test_each_sentence_is_covered_and_none_is_extra(self, letter):
        count = len(sentences(source_text(letter)))
        assert sorted(set(numbers(letter))) == list(range(1, count + 1))

    def test_no_sentence_is_copied(self):
        page = re.sub(r"\s+", " ", PAGE)
        copied = [
            sentence
            for letter in "LN"
            for sentence in sentences(source_text(letter))
            if len(sentence.split()) > 6 and sentence in page
        ]
        assert copied == []
