"""Sort keys computed in Python and stored: the embedded server knows no language's order."""

import unicodedata

_VIETNAMESE = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER = {letter: chr(0x100 + place) for place, letter in enumerate(_VIETNAMESE)}
# Huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries.
_TONE = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_SHAPE = {"\u0306", "\u0302", "\u031b"}


def sort_key(text: str, language: str) -> str:
    """Return a key whose plain order is the order of `language`: letters first, then marks."""
    if language == "vi":
        return _vietnamese(text)
    folded = unicodedata.normalize("NFD", text.casefold())
    letters = "".join(mark for mark in folded if not unicodedata.combining(mark))
    return f"{letters}\u0001{folded}"


def _vietnamese(text: str) -> str:
    letters, tones = [], []
    for character in unicodedata.normalize("NFC", text.casefold()):
        parts = unicodedata.normalize("NFD", character)
        tone = "".join(_TONE[part] for part in parts if part in _TONE)
        shaped = "".join(part for part in parts if part not in _TONE)
        letter = unicodedata.normalize("NFC", shaped)
        if letter not in _LETTER:
            letter = "".join(
                part for part in parts if not unicodedata.combining(part) or part in _SHAPE
            )
        letters.append(_LETTER.get(letter, letter))
        tones.append(tone or "0")
    return "".join(letters) + "\u0001" + "".join(tones)
