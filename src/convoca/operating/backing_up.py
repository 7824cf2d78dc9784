"""Copying an installation to a folder, and making one from such a copy."""

import json
from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.utils import timezone

import convoca
from convoca.installation.home import made_private, secrets_folder
from convoca.installation.postgres import database_url
from convoca.journal.chain import instant
from convoca.journal.verify import Head, verify
from convoca.operating.copies import DUMP, MANIFEST, BackupFailedError, copy_new, run


def back_up(target: Path) -> Head | None:
    """Copy database, files and secrets to `target`, an empty folder or an earlier copy.

    Returns the head of the journal in the copy. The database comes first: a file that it names
    is there before it, and never changes. Raises BackupFailedError.
    """
    made_private(target)
    if any(target.iterdir()) and not (target / MANIFEST).exists():
        raise BackupFailedError(f"{target} holds something else than a backup")
    head = verify().head  # before the dump: what is added meanwhile follows it
    draft = target / f"{DUMP}.new"
    run("pg_dump", "--format=custom", f"--file={draft}", f"--dbname={database_url()}")
    draft.replace(target / DUMP)
    copy_new(Path(settings.MEDIA_ROOT), target / "files")
    copy_new(secrets_folder(), target / "secrets")
    told = {
        "format": "convoca-backup/1",
        "convoca": convoca.__version__,
        "made_at": instant(timezone.now()),
        "head": asdict(head) if head else None,
    }
    (target / MANIFEST).write_text(json.dumps(told, indent=1) + "\n")
    return head


def restore(source: Path) -> Head | None:
    """Load the copy's database and files into this empty installation; return the journal's head.

    Raises BackupFailedError where the database is not empty, or where the record is not whole or
    lacks the entry that the copy noted.
    """
    noted = json.loads((source / MANIFEST).read_text())["head"]
    run(
        *("pg_restore", "--exit-on-error", "--no-owner", "--no-privileges"),
        *("--single-transaction", f"--dbname={database_url()}", str(source / DUMP)),
    )
    copy_new(source / "files", Path(settings.MEDIA_ROOT))
    verdict = verify(noted=Head(**noted) if noted else None)
    if not verdict.whole:
        raise BackupFailedError(f"the restored record is broken: {verdict.first_broken}")
    return verdict.head
