"""Bytes on the disk: written once, forced out, and named by the uid of their row."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from convoca.files.models import place
from convoca.files.refusals import refused

LIMIT = 20 * 1024 * 1024
CHUNK = 256 * 1024


@dataclass(frozen=True, slots=True)
class Taken:
    """A file in the folder of incoming ones: open for reading, its hash and size in bytes."""

    stream: IO[bytes]
    path: Path
    sha256: str
    size: int


def incoming() -> Path:
    """Return the folder where files lie until they are accepted, made where it is missing."""
    folder = Path(settings.MEDIA_ROOT) / "incoming"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


@contextmanager
def taken_in(stream: IO[bytes]) -> Iterator[Taken]:
    """Read `stream` to its end into the incoming folder; what is not kept is gone afterwards.

    An upload that already lies there is not written a second time. Raises ValidationError for an
    empty file and for one over the limit, as soon as the limit is passed.
    """
    lying = _lying(stream)
    handle, path = (
        (os.open(lying, os.O_RDONLY), lying)
        if lying
        else _new(tempfile.mkstemp(dir=incoming(), suffix=".new"))
    )
    try:
        with os.fdopen(handle, "rb" if lying else "w+b") as opened:
            sha256, size = _read_through(stream, None if lying else opened)
            opened.flush()
            os.fsync(opened.fileno())
            yield Taken(opened, path, sha256, size)
    finally:
        if not lying:
            path.unlink(missing_ok=True)


def _new(made: tuple[int, str]) -> tuple[int, Path]:
    return made[0], Path(made[1])


def _lying(stream: IO[bytes]) -> Path | None:
    named = getattr(stream, "temporary_file_path", None)
    path = Path(named()) if callable(named) else None
    return path if path is not None and path.parent == incoming() else None


def _read_through(source: IO[bytes], target: IO[bytes] | None) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    if source.seekable():
        source.seek(0)
    while chunk := source.read(CHUNK):
        size += len(chunk)
        if size > LIMIT:
            raise refused(
                "size",
                _("The file is larger than %(most)s MB, the most that is taken."),
                most=LIMIT // 1024 // 1024,
            )
        digest.update(chunk)
        if target is not None:
            target.write(chunk)
    if size == 0:
        raise refused("empty", _("The file is empty."))
    return digest.hexdigest(), size


def keep(taken: Taken, uid: UUID) -> None:
    """Give the taken file its place under `uid`, forced to the disk with its folder's entry."""
    target = place(uid)
    made = not target.parent.exists()
    target.parent.mkdir(mode=0o700, exist_ok=True)
    os.link(taken.path, target)
    target.chmod(0o600)
    _force(target.parent)
    if made:
        _force(target.parent.parent)


def _force(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
