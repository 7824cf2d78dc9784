"""The posts to fill, the regions, and how many seats each has."""

from dataclasses import dataclass
from enum import StrEnum

from convoca.standards.general_rules.sources import Grade, Setting, setting

REGIONS = ("A", "B", "C", "D", "E")


class Kind(StrEnum):
    """What sort of post it is: that decides how it is elected."""

    OFFICIAL = "official"
    BOARD = "board"
    COUNCIL = "council"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Post:
    """A post under the name that the published tables use."""

    name: str
    kind: Kind


SECRETARY_GENERAL = Post("Secretary-General", Kind.OFFICIAL)
DEPUTY = Post("Deputy Secretary-General", Kind.OFFICIAL)
DIRECTOR_BR = Post("Director BR", Kind.OFFICIAL)
DIRECTOR_TSB = Post("Director TSB", Kind.OFFICIAL)
DIRECTOR_BDT = Post("Director BDT", Kind.OFFICIAL)
BOARD = Post("RRB", Kind.BOARD)
COUNCIL = Post("Council", Kind.COUNCIL)

POSTS = (SECRETARY_GENERAL, DEPUTY, DIRECTOR_BR, DIRECTOR_TSB, DIRECTOR_BDT, BOARD, COUNCIL)
OFFICIALS = tuple(post for post in POSTS if post.kind is Kind.OFFICIAL)

_OTHER_SPELLINGS = {
    "sg": SECRETARY_GENERAL,
    "dsg": DEPUTY,
    "br director": DIRECTOR_BR,
    "tsb director": DIRECTOR_TSB,
    "bdt director": DIRECTOR_BDT,
    "radio regulations board": BOARD,
    "itu council": COUNCIL,
}
_BY_NAME = {post.name.casefold(): post for post in POSTS} | _OTHER_SPELLINGS

_COUNCIL_SINCE_2010 = {"A": 9, "B": 8, "C": 5, "D": 13, "E": 13}
_COUNCIL_BEFORE_2010 = {"A": 8, "B": 8, "C": 5, "D": 13, "E": 12}
_BOARD = {"A": 2, "B": 2, "C": 2, "D": 3, "E": 3}
_YEAR_OF_48_SEATS = 2010


def post_named(name: str) -> Post:
    """Find the post of that name, in the tables' spelling or as "Director of BR"; else an OTHER."""
    words = " ".join(name.casefold().replace("-", " ").split())
    plain = words.replace("director of the ", "director ").replace("director of ", "director ")
    dashed = plain.replace("secretary general", "secretary-general")
    return _BY_NAME.get(dashed) or Post(name, Kind.OTHER)


def seats_of(post: Post, region: str | None, year: int | None) -> Setting[int] | None:
    """Seats of a post (in a region, at a conference of that year); None where the rules don't say.

    Source: CS 54 to 63; Resolution 164 (Guadalajara, 2010) raised the Council from 46 to 48.
    """
    if post.kind is Kind.OFFICIAL:
        return setting(1, "CS 55-56, 62-63", "itu.int, PP-14 elections page", Grade.OFFICIAL)
    if post.kind is Kind.BOARD and region in _BOARD:
        return setting(_BOARD[region], "CS 63", "itu.int, PP-10 Highlights No. 6", Grade.OFFICIAL)
    if post.kind is Kind.COUNCIL and region in _COUNCIL_SINCE_2010 and year is not None:
        return _council_seats(region, year)
    return None


def _council_seats(region: str, year: int) -> Setting[int]:
    if year >= _YEAR_OF_48_SEATS:
        return setting(
            _COUNCIL_SINCE_2010[region],
            "CS 54, 61; Resolution 164 (Guadalajara, 2010)",
            "ITU News 2010/09; itu.int PR 2018-38, PR-2022-3-10",
            Grade.OFFICIAL,
        )
    return setting(
        _COUNCIL_BEFORE_2010[region],
        "CS 54, 61",
        "PP-98 Briefing Notes 11; itu.int, PP-06 council.html",
        Grade.OFFICIAL,
    )
