"""Widths of lines in the font that will print them, to break long names by rule."""

import re
from functools import cache
from itertools import combinations
from pathlib import Path

from fontTools.ttLib import TTFont

from convoca.typesetting.fonts import font_set

_MM_PER_PT = 25.4 / 72
_BOLD = {"wght": 700.0}
_WORDS_TO_TRY = 9
_STEP_MM = 1.0


@cache
def _advances(path: Path, *, bold: bool) -> tuple[dict[int, float], int]:
    """Advance widths by code point in font units, and the units per em."""
    with TTFont(path, lazy=True) as font:
        location = _BOLD if bold and "fvar" in font else None
        glyphs = font.getGlyphSet(location=location)
        held = {code: glyphs[name].width for code, name in font.getBestCmap().items()}
        return held, font["head"].unitsPerEm


def line_width(text: str, size_pt: float, *, bold: bool = False) -> float:
    """Width of one line in millimetres, without kerning."""
    fonts = font_set()
    advances, units = _advances(fonts.bold if bold else fonts.regular, bold=bold)
    total = sum(advances.get(ord(letter), units) for letter in text)
    return total / units * size_pt * _MM_PER_PT


def broken_lines(
    text: str, size_pt: float, width_mm: float, *, bold: bool = False
) -> tuple[str, ...]:
    """Break a name into the fewest lines that fit, before "VÀ" or "CỦA" if it can, else evenly.

    A word that is wider than the line stands alone on it.
    """
    words = text.split()
    if len(words) > _WORDS_TO_TRY:
        return _evened(words, size_pt, width_mm, bold=bold)
    for count in range(1, len(words) + 1):
        fitting = [
            lines
            for lines in _divisions(words, count)
            if all(line_width(line, size_pt, bold=bold) <= width_mm for line in lines)
        ]
        if fitting:
            return min(fitting, key=lambda lines: _ugliness(lines, size_pt, bold=bold))
    return tuple(words)


def _evened(words: list[str], size_pt: float, width_mm: float, *, bold: bool) -> tuple[str, ...]:
    """For long texts: the narrowest filling that needs no more lines than the widest."""
    best = _filled(words, size_pt, width_mm, bold=bold)
    room = width_mm - _STEP_MM
    while room > width_mm / 2:
        narrower = _filled(words, size_pt, room, bold=bold)
        if len(narrower) > len(best):
            break
        best, room = narrower, room - _STEP_MM
    return best


def _filled(words: list[str], size_pt: float, width_mm: float, *, bold: bool) -> tuple[str, ...]:
    """Lines filled one after the other."""
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if line_width(longer, size_pt, bold=bold) <= width_mm:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _divisions(words: list[str], count: int) -> list[tuple[str, ...]]:
    cuts = combinations(range(1, len(words)), count - 1)
    return [
        tuple(" ".join(words[a:b]) for a, b in zip((0, *cut), (*cut, len(words)), strict=True))
        for cut in cuts
    ]


def _ugliness(lines: tuple[str, ...], size_pt: float, *, bold: bool) -> tuple[int, float]:
    widths = [line_width(line, size_pt, bold=bold) for line in lines]
    joined = sum(bool(re.match(r"(?:VÀ|CỦA|và|của)\b", line)) for line in lines[1:])
    return -joined, max(widths) - min(widths)
