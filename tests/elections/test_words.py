"""Three languages, each complete."""

import re
import string

import pytest

from convoca.elections.words import ENGLISH, LANGUAGES
from convoca.standards.general_rules.named import RULE_SETS
from convoca.standards.general_rules.outcomes import Clash, Status, Step
from convoca.standards.general_rules.posts import POSTS, REGIONS
from convoca.standards.general_rules.rule_sets import TieBreak
from convoca.standards.general_rules.sources import Grade

# Numbers of articles, names of sites and documents: the same in every language.
SAME_EVERYWHERE = re.compile(r"((CS|CV|GR) [\d, -]+( ff\.)?|[; ])+")


def fields(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("code", ["vi", "en", "fr"])
def test_every_word_is_there(code):
    words = LANGUAGES[code]
    assert list(words.steps) == list(Step)
    assert list(words.clashes) == list(Clash)
    assert list(words.statuses) == list(Status)
    assert list(words.grades) == list(Grade)
    assert list(words.tie_breaks) == list(TieBreak)
    assert list(words.posts) == [post.name for post in POSTS]
    assert list(words.regions) == list(REGIONS)


@pytest.mark.parametrize("code", ["vi", "fr"])
def test_sentences_use_the_facts_of_the_english_ones(code):
    words = LANGUAGES[code]
    for step in Step:
        assert fields(words.steps[step]) == fields(ENGLISH.steps[step]), step
    for clash in Clash:
        assert fields(words.clashes[clash]) == fields(ENGLISH.clashes[clash]), clash


@pytest.mark.parametrize("code", ["vi", "fr"])
def test_articles_of_ballots_are_told_in_the_language(code):
    words = LANGUAGES[code]
    articles = {
        setting.rule.article
        for rules in RULE_SETS.values()
        for name, setting in rules.settings()
        if name.startswith("ballots.")
    }
    untold = [a for a in articles if a not in words.phrases and not SAME_EVERYWHERE.fullmatch(a)]
    assert untold == []


def test_numbers_and_lists():
    assert [LANGUAGES[code].number(1961) for code in ("vi", "en", "fr")] == [
        "1.961",
        "1,961",
        "1\N{NARROW NO-BREAK SPACE}961",
    ]
    assert LANGUAGES["vi"].listed(["An", "Binh", "Chi"]) == "An, Binh và Chi"
    assert (ENGLISH.listed(["An"]), ENGLISH.listed([])) == ("An", "")
