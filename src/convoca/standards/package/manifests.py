"""The manifest of a package as it is read: each value is what it must be, or all is refused."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from uuid import UUID

from convoca.standards.package.content import (
    FORMAT,
    MOMENT,
    Json,
    Package,
    PackagedContribution,
    PackagedFile,
    PackageRefused,
    Reason,
    Sender,
    check_files,
)

_KEYS = {"format", "uid", "made_at", "from", "call", "contributions", "files", "cover_letter"}


def parsed(content: bytes) -> dict[str, Json]:
    """Return the manifest in `content`; PackageRefused where it is none of this format."""
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


def package_of(manifest: dict[str, Json], held: Mapping[str, bytes]) -> Package:
    """Return the package that the manifest tells of, with the files `held` by their paths.

    Raises PackageRefused where the manifest lacks something or a file is not what its hash says.
    """
    try:
        if set(manifest) != _KEYS:
            raise ValueError("keys")
        sender, call = _mapping(manifest["from"]), _mapping(manifest["call"])
        package = Package(
            uid=UUID(_text(manifest["uid"])),
            made_at=datetime.strptime(_text(manifest["made_at"]), MOMENT).replace(tzinfo=UTC),
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
    check_files(package.contributions, package.files)
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
