"""One way of writing for what is searched and for what is typed into the search.

Vietnamese is written in several right ways (`hòa` and `hoà`, `kỹ` and `kĩ`) and typed in more
(without marks, with the Icelandic ð for đ). Both sides pass through here, so that they meet.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from convoca.languages.folding import folded

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_OPEN_RIMES = (("o", "a"), ("o", "e"), ("u", "y"))
_WORD = re.compile(r"[^\W_]+")
_HYPHENATED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_LAST_Y = re.compile(r"(?<=[bcdđghklmnpqrstvx])y(?=$)")
_LONGEST_STAYING = 3

# Said short and long in the same texts; each finds the other.
ABBREVIATIONS = {
    "ai": "trí tuệ nhân tạo",
    "cđs": "chuyển đổi số",
    "cntt": "công nghệ thông tin",
    "cqđt": "chính quyền điện tử",
    "dvc": "dịch vụ công",
    "dvctt": "dịch vụ công trực tuyến",
    "itu": "liên minh viễn thông quốc tế",
    "tttt": "thông tin và truyền thông",
    "ubnd": "ủy ban nhân dân",
}


def _moved_tones() -> dict[str, str]:
    moved = {}
    for first, second in _OPEN_RIMES:
        for tone in _TONES:
            old = unicodedata.normalize("NFC", first + tone) + second
            moved[old] = first + unicodedata.normalize("NFC", second + tone)
    return moved


_MOVED_TONES = _moved_tones()


def written(word: str) -> str:
    """Return one word in small letters and one spelling, its marks kept: `Hòa` gives `hoà`."""
    plain = unicodedata.normalize("NFC", word).casefold().replace("ð", "đ")
    plain = unicodedata.normalize("NFC", plain)
    plain = plain[:-2] + _MOVED_TONES.get(plain[-2:], plain[-2:])
    return _with_final_i(plain)


def _with_final_i(word: str) -> str:
    tail = unicodedata.normalize("NFD", word[-1:])
    if not tail.startswith("y"):
        return word
    bare = _LAST_Y.sub("i", word[:-1] + "y")
    return unicodedata.normalize("NFC", bare + tail[1:])


def plain(word: str) -> str:
    """Return a written word without its marks and, if it is English, its plural's ending.

    No Vietnamese syllable ends in s.
    """
    bare = folded(word)
    if len(bare) <= _LONGEST_STAYING or not bare.endswith("s"):
        return bare
    if bare.endswith("ies"):
        return bare[:-3] + "i"
    return bare if bare.endswith(("ss", "us", "is")) else bare[:-1]


def words_in(text: str) -> Iterator[str]:
    """Yield the written words of a text in order; a hyphen stands between two words."""
    for found in _WORD.finditer(unicodedata.normalize("NFC", text)):
        yield written(found[0])


def line(words: Iterable[str]) -> str:
    """Return words as one line with a blank before and after each, so that whole words match."""
    return f" {' '.join(words)} "


@dataclass(frozen=True, slots=True)
class Searchable:
    """What is kept beside a text: its line with marks, its line without, all its plain words."""

    exact: str
    folded: str
    words: frozenset[str]


def searchable(texts: Iterable[str]) -> Searchable:
    """Return what a search compares for several texts; a phrase never runs from one to the next."""
    listed = [text for text in texts if text.strip()]
    exact = [line(words_in(text)) for text in listed]
    bare = [line(plain(word) for word in words_in(text)) for text in listed]
    words = {word for one in bare for word in one.split()}
    words.update(_joined(listed))
    words.update(_abbreviated(bare, words))
    return Searchable("\n".join(exact), "\n".join(bare), frozenset(words))


def _joined(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for found in _HYPHENATED.finditer(text):
            yield plain(written(found[0].replace("-", "")))


def _abbreviated(lines: list[str], words: set[str]) -> set[str]:
    found: set[str] = set()
    for short, long in ABBREVIATIONS.items():
        bare = [plain(word) for word in words_in(long)]
        if plain(short) in words:
            found.update(bare)
        if any(line(bare) in one for one in lines):
            found.add(plain(short))
    return found


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody typed: words with marks, and for each place the plain words that will do."""

    exact: tuple[str, ...]
    folded: tuple[str, ...]
    joined: tuple[tuple[tuple[str, ...], str], ...]

    def __bool__(self) -> bool:
        return bool(self.folded)


def asked(text: str, *, most: int = 12) -> Asked:
    """Read what was typed, its first `most` words.

    A hyphenated word may also be found written together: `joined` names its parts and the whole.
    """
    exact = tuple(words_in(text))[:most]
    joined = tuple(
        (
            tuple(plain(word) for word in words_in(found[0])),
            plain(written(found[0].replace("-", ""))),
        )
        for found in _HYPHENATED.finditer(text)
    )
    return Asked(exact, tuple(plain(word) for word in exact), joined)
