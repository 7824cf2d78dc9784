"""The name that a person gave to a file, made harmless, and the one that it is given out by."""

import unicodedata

LONGEST = 150


def cleaned(name: str) -> str:
    """Return the last part of `name` in NFC, without control or direction marks, 150 at most.

    The extension survives the cut. An empty name becomes `file`.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    kept = "".join(" " if unicodedata.category(mark)[0] in "CZ" else mark for mark in last)
    stem, dot, extension = " ".join(kept.split()).strip(". ").rpartition(".")
    if not dot:
        return extension[:LONGEST].rstrip() or "file"
    extension = extension[:10].rstrip()
    return f"{stem[: LONGEST - len(extension) - 1].rstrip() or 'file'}.{extension}"


def extension(name: str) -> str:
    """Return what stands after the last dot, in lower case; empty where there is no dot."""
    return name.rpartition(".")[2].lower() if "." in name else ""
