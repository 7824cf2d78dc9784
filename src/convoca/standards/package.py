"""The forwarding package `convoca-package/1`: writing it, reading it, refusing what is not one.

A ZIP with `manifest.json` first and the files after it in the order of their paths. There is one
way only to write a given content: entries are stored, not packed, all metadata are fixed, and the
manifest is canonical JSON. A reader writes again what it has read and compares; so a package that
was altered by one byte anywhere, or made by another program, is refused.
"""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

FORMAT = "convoca-package/1"
MANIFEST = "manifest.json"
MOST_BYTES = 200 * 2**20
MOST_MANIFEST_BYTES = 8 * 2**20
MOST_FILES = 2_000
MOST_RATIO = 100
_PATH = re.compile(r"files/[a-z0-9][a-z0-9._-]{0,119}")
_MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)

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


def canonical(value: Json) -> bytes:
    """Return `value` as JSON with sorted keys, no spaces and plain UTF-8; TypeError for floats."""
    _refuse_floats(value)
    text = json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return text.encode()


def _refuse_floats(value: Json) -> None:
    if isinstance(value, float):
        raise TypeError("a package holds no floats")
    parts: Iterable[Json] = ()
    if isinstance(value, Mapping):
        parts = value.values()
    elif isinstance(value, list):
        parts = value
    for part in parts:
        _refuse_floats(part)


# ---- writing


def write(package: Package) -> bytes:
    """Return the package's bytes; the same content gives the same bytes on every machine.

    Raises PackageRefused for a package that `read` would refuse.
    """
    _check_files(package.contributions, package.files)
    manifest = canonical(_manifest(package))
    if len(manifest) > MOST_MANIFEST_BYTES:
        raise PackageRefused(Reason.TOO_LARGE, MANIFEST)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_entry(MANIFEST), manifest)
        for one in sorted(package.files, key=lambda one: one.path):
            archive.writestr(_entry(one.path), one.content)
    return made.getvalue()


def _entry(path: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(path, _FIXED_TIME)
    info.create_system = 3
    info.external_attr = 0o600 << 16
    return info


def _manifest(package: Package) -> dict[str, Json]:
    return {
        "format": FORMAT,
        "uid": str(package.uid),
        "made_at": package.made_at.astimezone(UTC).strftime(_MOMENT),
        "from": {
            "installation": package.sender.installation,
            "body": str(package.sender.body),
            "names": dict(package.sender.names),
        },
        "call": {"uid": str(package.call) if package.call else None},
        "contributions": [_told(one) for one in package.contributions],
        "files": [
            {
                "path": one.path,
                "sha256": one.sha256,
                "size": len(one.content),
                "type": one.media_type,
            }
            for one in sorted(package.files, key=lambda one: one.path)
        ],
        "cover_letter": dict(package.cover_letter),
    }


def _told(one: PackagedContribution) -> dict[str, Json]:
    return {
        "uid": str(one.uid),
        "version": one.version,
        "kind": one.kind,
        "main_language": one.main_language,
        "fields": dict(one.fields),
        "sdgs": list(one.sdgs),
        "action_lines": list(one.action_lines),
        "author_body": dict(one.author_body),
        "files": list(one.files),
    }


# ---- reading


def read(content: bytes) -> Package:
    """Return the package in `content`; PackageRefused for anything else, before any of it is used.

    Every limit is checked before an entry is unpacked, every hash before the package is returned.
    """
    if len(content) > MOST_BYTES:
        raise PackageRefused(Reason.TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = _entries(archive)
            manifest = _parsed(archive.read(MANIFEST))
            held = {path: archive.read(path) for path in entries if path != MANIFEST}
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError) as error:
        raise PackageRefused(Reason.NOT_A_PACKAGE, type(error).__name__) from error
    except (ValueError, KeyError, OverflowError) as error:
        if isinstance(error, PackageRefused):
            raise
        raise PackageRefused(Reason.NOT_A_PACKAGE, type(error).__name__) from error
    package = _package(manifest, held)
    if write(package) != content:
        raise PackageRefused(Reason.ALTERED)
    return package


def _entries(archive: zipfile.ZipFile) -> list[str]:
    infos = archive.infolist()
    if len(infos) > MOST_FILES + 1 or sum(info.file_size for info in infos) > MOST_BYTES:
        raise PackageRefused(Reason.TOO_LARGE)
    for info in infos:
        if info.file_size > MOST_RATIO * max(info.compress_size, 1):
            raise PackageRefused(Reason.TOO_LARGE, info.filename)
        if info.filename != MANIFEST and not _PATH.fullmatch(info.filename):
            raise PackageRefused(Reason.BAD_PATH, info.filename)
        if info.filename == MANIFEST and info.file_size > MOST_MANIFEST_BYTES:
            raise PackageRefused(Reason.TOO_LARGE, MANIFEST)
    names = [info.filename for info in infos]
    if names.count(MANIFEST) != 1:
        raise PackageRefused(Reason.NOT_A_PACKAGE, MANIFEST)
    if len(set(names)) != len(names):
        raise PackageRefused(Reason.BAD_PATH, "twice")
    return names


def _parsed(content: bytes) -> dict[str, Json]:
    try:
        manifest = json.loads(content, parse_float=_no_float, parse_constant=_no_float)
    except (ValueError, RecursionError) as error:
        raise PackageRefused(Reason.BAD_MANIFEST, "JSON") from error
    if not isinstance(manifest, dict):
        raise PackageRefused(Reason.BAD_MANIFEST, "JSON")
    if manifest.get("format") != FORMAT:
        raise PackageRefused(Reason.OTHER_VERSION, str(manifest.get("format"))[:80])
    return manifest


def _no_float(text: str) -> None:
    raise ValueError(f"{text} is a float")


_KEYS = {
    "format",
    "uid",
    "made_at",
    "from",
    "call",
    "contributions",
    "files",
    "cover_letter",
}


def _package(manifest: dict[str, Json], held: Mapping[str, bytes]) -> Package:
    try:
        if set(manifest) != _KEYS:
            raise ValueError("keys")
        sender, call = _mapping(manifest["from"]), _mapping(manifest["call"])
        package = Package(
            uid=UUID(_text(manifest["uid"])),
            made_at=datetime.strptime(_text(manifest["made_at"]), _MOMENT).replace(tzinfo=UTC),
            sender=Sender(
                _text(sender["installation"]),
                UUID(_text(sender["body"])),
                {code: _text(name) for code, name in _mapping(sender["names"]).items()},
            ),
            call=UUID(_text(call["uid"])) if call["uid"] is not None else None,
            contributions=tuple(_contribution(one) for one in _list(manifest["contributions"])),
            files=_files(_list(manifest["files"]), held),
            cover_letter=_mapping(manifest["cover_letter"]),
        )
    except PackageRefused:
        raise
    except (ValueError, TypeError, KeyError) as error:
        raise PackageRefused(Reason.BAD_MANIFEST, str(error)[:80]) from error
    _check_files(package.contributions, package.files)
    return package


def _files(told: Iterable[Json], held: Mapping[str, bytes]) -> tuple[PackagedFile, ...]:
    listed = [_mapping(one) for one in told]
    paths = [_text(one["path"]) for one in listed]
    if len(set(paths)) != len(paths) or set(paths) != set(held):
        raise PackageRefused(Reason.BAD_MANIFEST, "files")
    files = []
    for one, path in zip(listed, paths, strict=True):
        found = PackagedFile(path, held[path], _text(one["type"]))
        if one["sha256"] != found.sha256 or one["size"] != len(found.content):
            raise PackageRefused(Reason.HASH_DIFFERS, path)
        files.append(found)
    return tuple(files)


def _contribution(value: Json) -> PackagedContribution:
    told = _mapping(value)
    fields = _mapping(told["fields"])
    for name in ("title", "summary", "text"):
        for text in _mapping(fields[name]).values():
            _text(text)
    return PackagedContribution(
        uid=UUID(_text(told["uid"])),
        version=_whole(told["version"]),
        kind=_text(told["kind"]),
        main_language=_text(told["main_language"]),
        fields=fields,
        sdgs=tuple(_whole(one) for one in _list(told["sdgs"])),
        action_lines=tuple(_text(one) for one in _list(told["action_lines"])),
        author_body=_mapping(told["author_body"]),
        files=tuple(_text(one) for one in _list(told["files"])),
    )


def _check_files(
    contributions: Iterable[PackagedContribution], files: Iterable[PackagedFile]
) -> None:
    paths = [one.path for one in files]
    for path in paths:
        if not _PATH.fullmatch(path):
            raise PackageRefused(Reason.BAD_PATH, path)
    if len(set(paths)) != len(paths):
        raise PackageRefused(Reason.BAD_PATH, "twice")
    for one in contributions:
        if not set(one.files) <= set(paths):
            raise PackageRefused(Reason.BAD_MANIFEST, f"files of {one.uid}")


def _mapping(value: Json) -> Mapping[str, Json]:
    if not isinstance(value, Mapping):
        raise TypeError("an object is needed")
    return value


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise TypeError("a list is needed")
    return value


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is needed")
    return value


def _whole(value: Json) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("a whole number is needed")
    return value
