"""Text without marks and case, stored beside the real one, so that a search finds both ways."""

import unicodedata


def folded(text: str) -> str:
    """Return `text` in plain small letters: `Bộ Thông tin` becomes `bo thong tin`.

    Blanks are made single; letters that do not decompose (đ, ø, ł) become their plain ones.
    """
    parts = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    return " ".join(plain.translate(_PLAIN).split())


_PLAIN = str.maketrans({"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ħ": "h", "’": "'", "‘": "'"})
