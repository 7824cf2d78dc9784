"""Writing a package: there is one way only to write a given content."""

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC

from convoca.standards.package.content import (
    FORMAT,
    MANIFEST,
    MOMENT,
    MOST_MANIFEST_BYTES,
    Json,
    Package,
    PackagedContribution,
    PackageRefused,
    Reason,
    check_files,
)

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


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


def write(package: Package) -> bytes:
    """Return the package's bytes; the same content gives the same bytes on every machine.

    Raises PackageRefused for a package that `read` would refuse.
    """
    check_files(package.contributions, package.files)
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
        "made_at": package.made_at.astimezone(UTC).strftime(MOMENT),
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
