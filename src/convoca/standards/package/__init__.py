"""The forwarding package `convoca-package/1`: writing it, reading it, refusing what is not one.

A ZIP with `manifest.json` first and the files after it in the order of their paths. There is one
way only to write a given content: entries are stored, not packed, all metadata are fixed, and the
manifest is canonical JSON. A reader writes again what it has read and compares; so a package that
was altered by one byte anywhere, or made by another program, is refused.
"""

from convoca.standards.package.content import (
    FORMAT,
    MANIFEST,
    MOST_BYTES,
    Json,
    Package,
    PackagedContribution,
    PackagedFile,
    PackageRefused,
    Reason,
    Sender,
)
from convoca.standards.package.reading import read
from convoca.standards.package.writing import canonical, write

__all__ = [
    "FORMAT",
    "MANIFEST",
    "MOST_BYTES",
    "Json",
    "Package",
    "PackageRefused",
    "PackagedContribution",
    "PackagedFile",
    "Reason",
    "Sender",
    "canonical",
    "read",
    "write",
]
