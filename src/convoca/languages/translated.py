"""A text in several languages, and which of them a reader is shown."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass


def nfc(text: str) -> str:
    """Return `text` in Unicode's composed form, in which all text of Convoca is kept."""
    return unicodedata.normalize("NFC", text)


class Translated(Mapping[str, str]):
    """An immutable text by language code; languages whose text is empty are left out.

    Raises TypeError for a value that is not text.
    """

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[str, str] | None = None, /, **named: str) -> None:
        given = {**(texts or {}), **named}
        if not all(isinstance(text, str) for text in given.values()):
            raise TypeError("a translated text maps language codes to text")
        self._texts = {code: nfc(text) for code, text in given.items() if text.strip()}

    def __getitem__(self, code: str) -> str:
        return self._texts[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __hash__(self) -> int:
        return hash(frozenset(self._texts.items()))

    def __repr__(self) -> str:
        return f"Translated({self._texts!r})"

    def __str__(self) -> str:
        return next(iter(self._texts.values()), "")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader sees: the text, its language, and whether it stands in for another."""

    text: str
    language: str
    is_fallback: bool


def shown(texts: Mapping[str, str], language: str, main: str = "") -> Shown:
    """Return the text for a reader of `language`: that, else the main one's, English, or any.

    An empty text gives an empty `Shown` in the reader's language.
    """
    for code in (language, main, "en", *texts):
        if code in texts:
            return Shown(texts[code], code, is_fallback=code != language)
    return Shown("", language, is_fallback=False)
