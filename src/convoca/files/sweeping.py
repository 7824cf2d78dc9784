"""Clearing away bytes that no row names: an action was undone, or a worker died."""

import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from django.conf import settings

from convoca.files.keeping import incoming
from convoca.files.models import StoredFile

UID_LENGTH = 32
DAY = 24 * 60 * 60


def sweep(*, older_than: int = DAY) -> int:
    """Remove files older than `older_than` seconds that no row names; return how many.

    The age keeps hands off an upload whose transaction is still open.
    """
    limit = time.time() - older_than
    orphans = [path for path in _orphans() if path.stat().st_mtime < limit]
    for path in orphans:
        path.unlink(missing_ok=True)
    return len(orphans)


def _orphans() -> Iterator[Path]:
    yield from incoming().iterdir()
    for folder in sorted(Path(settings.MEDIA_ROOT).glob("[0-9a-f][0-9a-f]")):
        lying = {path.name: path for path in folder.iterdir() if len(path.name) == UID_LENGTH}
        uids = [UUID(hex=name) for name in lying]
        named = StoredFile.objects.filter(uid__in=uids).values_list("uid", flat=True)
        known = {uid.hex for uid in named}
        yield from (path for name, path in lying.items() if name not in known)
