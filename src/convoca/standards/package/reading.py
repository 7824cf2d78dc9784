"""Reading a package: every limit before anything is unpacked, then every byte."""

import io
import zipfile

from convoca.standards.package.content import (
    MANIFEST,
    MOST_BYTES,
    MOST_MANIFEST_BYTES,
    PATH,
    Package,
    PackageRefused,
    Reason,
)
from convoca.standards.package.manifests import package_of, parsed
from convoca.standards.package.writing import write

MOST_FILES = 2_000
MOST_RATIO = 100


def read(content: bytes) -> Package:
    """Return the package in `content`; PackageRefused for anything else, before any of it is used.

    Every limit is checked before an entry is unpacked, every hash before the package is returned.
    """
    if len(content) > MOST_BYTES:
        raise PackageRefused(Reason.TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = _entries(archive)
            manifest = parsed(archive.read(MANIFEST))
            held = {path: archive.read(path) for path in entries if path != MANIFEST}
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError) as error:
        raise PackageRefused(Reason.NOT_A_PACKAGE, type(error).__name__) from error
    except (ValueError, KeyError, OverflowError) as error:
        if isinstance(error, PackageRefused):
            raise
        raise PackageRefused(Reason.NOT_A_PACKAGE, type(error).__name__) from error
    package = package_of(manifest, held)
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
        if info.filename != MANIFEST and not PATH.fullmatch(info.filename):
            raise PackageRefused(Reason.BAD_PATH, info.filename)
        if info.filename == MANIFEST and info.file_size > MOST_MANIFEST_BYTES:
            raise PackageRefused(Reason.TOO_LARGE, MANIFEST)
    names = [info.filename for info in infos]
    if names.count(MANIFEST) != 1:
        raise PackageRefused(Reason.NOT_A_PACKAGE, MANIFEST)
    if len(set(names)) != len(names):
        raise PackageRefused(Reason.BAD_PATH, "twice")
    return names
