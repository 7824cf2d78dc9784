"""What a package holds, what it may hold at most, and why something is no package."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

FORMAT = "convoca-package/1"
MANIFEST = "manifest.json"
MOST_BYTES = 200 * 2**20
MOST_MANIFEST_BYTES = 8 * 2**20
PATH = re.compile(r"files/[a-z0-9][a-z0-9._-]{0,119}")
MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"

Json: TypeAlias = "str | int | bool | list[Json] | Mapping[str, Json] | None"


class Reason(StrEnum):
    """Why something is refused as a package."""

    NOT_A_PACKAGE = "not_a_package"
    OTHER_VERSION = "other_version"
    TOO_LARGE = "too_large"
    BAD_PATH = "bad_path"
    BAD_MANIFEST = "bad_manifest"
    HASH_DIFFERS = "hash_differs"
    ALTERED = "altered"


class PackageRefused(ValueError):  # noqa: N818 - a refusal, named by what happened
    """What was read is no whole package of this format; `reason` says why, `detail` where."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Sender:
    """The installation and the body that made the package, with the body's names by language."""

    installation: str
    body: UUID
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PackagedFile:
    """A file by its path in the package, `files/…` in lower-case ASCII, and its media type."""

    path: str
    content: bytes
    media_type: str

    @property
    def sha256(self) -> str:
        """The hash of the content in hex."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class PackagedContribution:
    """One item. `fields` holds texts by language and what else its kind has; `files` are paths."""

    uid: UUID
    version: int
    kind: str
    main_language: str
    fields: Mapping[str, Json]
    sdgs: tuple[int, ...] = ()
    action_lines: tuple[str, ...] = ()
    author_body: Mapping[str, Json] = field(default_factory=dict)
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Package:
    """A whole package. `call` is the call that it answers, none when it is chosen at import."""

    uid: UUID
    made_at: datetime
    sender: Sender
    contributions: tuple[PackagedContribution, ...]
    files: tuple[PackagedFile, ...] = ()
    call: UUID | None = None
    cover_letter: Mapping[str, Json] = field(default_factory=dict)


def check_files(
    contributions: Iterable[PackagedContribution], files: Iterable[PackagedFile]
) -> None:
    """Raise PackageRefused for a path that is not allowed, comes twice or leads to no file."""
    paths = [one.path for one in files]
    for path in paths:
        if not PATH.fullmatch(path):
            raise PackageRefused(Reason.BAD_PATH, path)
    if len(set(paths)) != len(paths):
        raise PackageRefused(Reason.BAD_PATH, "twice")
    for one in contributions:
        if not set(one.files) <= set(paths):
            raise PackageRefused(Reason.BAD_MANIFEST, f"files of {one.uid}")
