"""The rule sets by name, and the grades of their settings."""

import pytest

from convoca.standards.general_rules import posts
from convoca.standards.general_rules.named import RULE_SETS, rule_set


def test_names():
    assert list(RULE_SETS) == ["itu", "simple-majority", "plurality"]
    with pytest.raises(KeyError, match="no rule set is called 'uno'; there are: itu"):
        rule_set("uno")


@pytest.mark.parametrize("name", ["itu", "simple-majority", "plurality"])
def test_every_setting_has_article_source_and_grade(name):
    for _, setting in rule_set(name).settings():
        assert setting.rule.article
        assert setting.rule.source
        assert setting.rule.grade


def test_what_was_never_read_is_marked_as_unverified():
    grades = {name: setting.rule.grade.value for name, setting in rule_set("itu").settings()}
    unverified = [name for name, grade in grades.items() if grade == "M"]
    assert unverified == [
        "ballots.marks_for_several_seats",
        "ballots.later_meeting_ignores_abstentions",
        "ballots.finalists",
        "ballots.tie_in_final",
        "ballots.tie_across_last_seat_council",
        "ballots.tie_across_last_seat_board",
        "elections.secretary_general_vacancy",
        "debate.roll_call_on_request_of",
        "debate.secret_ballot_on_request_of",
    ]


def test_seats():
    by_year = {
        year: sum(posts.seats_of(posts.COUNCIL, region, year).value for region in posts.REGIONS)
        for year in (1998, 2006, 2009, 2010, 2026)
    }
    assert by_year == {1998: 46, 2006: 46, 2009: 46, 2010: 48, 2026: 48}
    board = [posts.seats_of(posts.BOARD, region, 2010).value for region in posts.REGIONS]
    assert board == [2, 2, 2, 3, 3]
    assert [posts.seats_of(post, None, None).value for post in posts.OFFICIALS] == [1] * 5
    assert posts.seats_of(posts.COUNCIL, "E", None) is None
    assert posts.seats_of(posts.post_named("Chair"), None, 2010) is None


@pytest.mark.parametrize(
    ("written", "post"),
    [
        ("Director of the BDT", posts.DIRECTOR_BDT),
        ("director of BR", posts.DIRECTOR_BR),
        ("Secretary General", posts.SECRETARY_GENERAL),
        ("deputy secretary-general", posts.DEPUTY),
        ("Radio Regulations Board", posts.BOARD),
        ("COUNCIL", posts.COUNCIL),
    ],
)
def test_posts_under_other_spellings(written, post):
    assert posts.post_named(written) == post
