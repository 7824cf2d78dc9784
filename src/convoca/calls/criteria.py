"""The criteria by which a contribution is scored: data that travel with the call.

The five of `USUAL` follow what the WSIS Prizes list as judged (2023 to 2026) as far as it suits
a ministry's reading: relevance, results, replicability, sustainability, clear wording.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from convoca.languages.translated import Translated

Json: TypeAlias = "str | int | bool | list[Json] | Mapping[str, Json] | None"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One question to a reviewer, answered with 0 to `most` points."""

    key: str
    name: Translated
    most: int


USUAL: list[dict[str, object]] = [
    {
        "key": "relevance",
        "name": {
            "vi": "Phù hợp với chủ đề của năm và nội dung được đề nghị",
            "en": "Fits the theme of the year and what was asked",
        },
        "most": 5,
    },
    {
        "key": "results",
        "name": {"vi": "Kết quả, tác động có số liệu", "en": "Results and impact, with figures"},
        "most": 5,
    },
    {
        "key": "replicability",
        "name": {
            "vi": "Khả năng áp dụng ở cơ quan, địa phương khác",
            "en": "Can be taken up by other bodies and places",
        },
        "most": 5,
    },
    {
        "key": "sustainability",
        "name": {"vi": "Tính bền vững", "en": "Lasts beyond its first funding"},
        "most": 5,
    },
    {
        "key": "clarity",
        "name": {
            "vi": "Trình bày rõ ràng, đọc độc lập được",
            "en": "Clearly written, understood without other papers",
        },
        "most": 5,
    },
]


def usual() -> list[dict[str, object]]:
    """Return the criteria that a call starts with."""
    return USUAL


def criteria(data: Iterable[Mapping[str, object]]) -> tuple[Criterion, ...]:
    """Read criteria from their data; raises ValueError for a key twice or no points to give."""
    found = tuple(
        Criterion(str(one["key"]), Translated(_names(one["name"])), int(str(one["most"])))
        for one in data
    )
    if len({one.key for one in found}) != len(found):
        raise ValueError("a criterion's key stands twice")
    if any(one.most < 1 for one in found):
        raise ValueError("a criterion gives at least one point")
    return found


def _names(value: object) -> Mapping[str, str]:
    if not isinstance(value, Mapping):
        raise ValueError("a criterion has a name by language")
    return {str(code): str(text) for code, text in value.items()}


def most_points(asked: Iterable[Criterion]) -> int:
    """Return the points that one reviewer can give at most."""
    return sum(one.most for one in asked)


def total(asked: Sequence[Criterion], scores: Mapping[str, int]) -> int:
    """Return the points given; raises ValueError unless each criterion has one in its range."""
    if set(scores) != {one.key for one in asked}:
        raise ValueError("each criterion is scored once")
    for one in asked:
        given = scores[one.key]
        if isinstance(given, bool) or not isinstance(given, int) or not 0 <= given <= one.most:
            raise ValueError(f"{one.key} is scored with 0 to {one.most} whole points")
    return sum(scores.values())


def mean(totals: Sequence[int]) -> Fraction | None:
    """Return the exact mean of the reviewers' totals, none where nobody has scored."""
    return Fraction(sum(totals), len(totals)) if totals else None
