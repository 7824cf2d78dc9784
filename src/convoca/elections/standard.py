"""The posts and seats that a rule set knows, to open an election with."""

from convoca.elections.content import ContestFacts
from convoca.elections.words import LANGUAGES, Words
from convoca.languages.translated import Translated
from convoca.standards.general_rules.posts import POSTS, REGIONS, Kind, Post, seats_of
from convoca.standards.general_rules.rule_sets import RuleSet


def standard_contests(rules: RuleSet, year: int) -> list[ContestFacts]:
    """Return the posts of a conference of that year, by region where their seats are; 65 seats.

    Empty for a rule set that knows no elections of its own. Terms are left open.
    """
    if rules.elections is None:
        return []
    places = {
        name: place for place, group in enumerate(rules.elections.order.value, 1) for name in group
    }
    return [
        _contest(post, region, year, places[post.name])
        for post in POSTS
        for region in ([""] if post.kind is Kind.OFFICIAL else REGIONS)
    ]


def _contest(post: Post, region: str, year: int, place: int) -> ContestFacts:
    seats = seats_of(post, region or None, year)
    assert seats is not None  # noqa: S101 - the rules give seats for every standard post
    word = post.name.lower().replace(" ", "-")
    return ContestFacts(
        key=f"{word}-{region.lower()}" if region else word,
        kind=post.kind,
        post=post.name,
        region=region,
        name=Translated({code: _name(post, region, words) for code, words in LANGUAGES.items()}),
        seats=seats.value,
        place=place,
        source=f"{seats.rule.article}; {seats.rule.source}",
    )


def _name(post: Post, region: str, words: Words) -> str:
    name = words.post(post.name)
    if not region:
        return name
    return f"{name}, {words.labels.region.format(region=words.regions[region])}"
