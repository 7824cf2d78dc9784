"""A copy of an installation: its folder, what lies in it, and PostgreSQL's own programs."""

import shutil
import subprocess
from pathlib import Path

from convoca.installation.home import made_private, secrets_folder
from convoca.installation.postgres import program

MANIFEST = "backup.json"
DUMP = "database.dump"


class BackupFailedError(Exception):
    """The copy could not be made or used; the message says why."""


def copy_secrets_back(source: Path) -> None:
    """Put the copy's secrets into an installation that has none. Raises BackupFailedError.

    It must come before Django starts, which would make new ones.
    """
    if not (source / MANIFEST).exists() or not (source / DUMP).exists():
        raise BackupFailedError(f"{source} is no backup")
    if secrets_folder().exists() and any(secrets_folder().iterdir()):
        raise BackupFailedError(f"{secrets_folder()} is in use; restore into an empty home")
    copy_new(source / "secrets", secrets_folder())


def copy_new(source: Path, target: Path) -> None:
    """Copy what `target` lacks of the files in `source`; none of them ever changes."""
    made_private(target)
    for path in sorted(source.rglob("*")) if source.is_dir() else ():
        place = target / path.relative_to(source)
        if path.is_dir():
            made_private(place)
        elif path.parent.name != "incoming" and not place.exists():
            draft = place.with_name(f".{place.name}.new")
            shutil.copy2(path, draft)
            draft.replace(place)


def run(name: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs. Raises BackupFailedError with its words."""
    done = subprocess.run(
        [str(program(name)), *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise BackupFailedError(f"{name} failed: {done.stderr.strip()}")
