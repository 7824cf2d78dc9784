"""The glossary is whole, and the demo's kinds use its words."""

import csv
from pathlib import Path

from convoca.demo.facts import contribution_kinds

FILE = Path(__file__).parents[1] / "docs" / "glossary.csv"
TERMS = list(csv.DictReader(FILE.read_text(encoding="utf-8").splitlines()))


def test_columns():
    assert list(TERMS[0]) == ["concept", "vi", "en", "fr", "note"]


def test_no_cell_is_empty_but_notes():
    empty = [
        (term["concept"], column)
        for term in TERMS
        for column in ("concept", "vi", "en", "fr")
        if not (term[column] or "").strip()
    ]
    assert empty == []


def test_concepts_and_english_terms_stand_once():
    for column in ("concept", "en"):
        words = [term[column] for term in TERMS]
        assert sorted(words) == sorted(set(words))


def test_kinds_of_contribution_use_the_glossary():
    words = {term["en"]: (term["vi"], term["fr"]) for term in TERMS}
    kinds = [kind.names for kind in contribution_kinds().values()]
    assert [names for names in kinds if words[names["en"]] != (names["vi"], names["fr"])] == []
