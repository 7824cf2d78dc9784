"""The style sheet itself: contrast of its tokens in both themes, its size, its direction."""

import re
from pathlib import Path

import pytest

import convoca.pages

SHEET = (Path(convoca.pages.__file__).parent / "static/pages/convoca.css").read_text()
TOKENS = SHEET[SHEET.index("@layer tokens {") : SHEET.index("@layer base {")]
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#\w+)", theme)) for theme in TOKENS.split("@media", 1)
)
TEXT = [
    ("ink", "paper"), ("ink", "ground"), ("soft", "paper"), ("soft", "ground"),
    ("blue", "paper"), ("blue", "ground"), ("blue", "blue-wash"), ("ink", "blue-wash"),
    ("amber", "amber-wash"), ("ink", "amber-wash"), ("green", "green-wash"), ("ink", "green-wash"),
    ("red", "red-wash"), ("ink", "red-wash"), ("red", "paper"), ("red", "ground"),
    ("green", "paper"), ("amber", "paper"), ("ink", "plain-wash"), ("soft", "plain-wash"),
    ("paper", "blue"), ("paper", "blue-deep"), ("paper", "red"), ("mast-ink", "mast"),
    ("mast-soft", "mast"), ("glow", "mast"),
]  # fmt: skip
DRAWN = [(one, "paper") for one in ("edge", "blue", "green", "amber", "red")] + [
    (f"k{n}", "paper") for n in range(1, 7)
]


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2.2, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, {**LIGHT, **DARK}], ids=["light", "dark"])
def test_text_and_marks_stand_out(theme: dict[str, str]) -> None:
    weak = [pair for pair in TEXT if contrast(theme[pair[0]], theme[pair[1]]) < 4.5]
    weak += [pair for pair in DRAWN if contrast(theme[pair[0]], theme[pair[1]]) < 3]

    assert weak == []


def test_the_sheet_stays_small() -> None:
    assert len(SHEET.encode()) <= 23 * 1024


def test_no_side_is_named_left_or_right() -> None:
    physical = re.findall(
        r"(?:margin|padding|border)-(?:left|right)|text-align: (?:left|right)", SHEET
    )

    assert physical == []


def test_nothing_is_fetched_from_anywhere() -> None:
    assert re.findall(r"@import|url\(", SHEET) == []
