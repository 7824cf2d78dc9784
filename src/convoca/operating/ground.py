"""What `convoca check` looks at before Django starts: folders, keys, addresses, the server."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from convoca.installation.home import base_url, home, secrets_folder
from convoca.installation.postgres import PostgresFailedError, ensure_running
from convoca.operating.findings import Finding, bad, good, note

LEAST_FREE = 1024**3
LOCAL = {"localhost", "127.0.0.1", "::1"}


def ground() -> list[Finding]:
    """Return what there is to say before Django is started; starts the embedded server."""
    return [*_folder(), *_secrets(), *_address(), *_switches(), *_server()]


def _folder() -> Iterator[Finding]:
    place = home()
    existing = next(folder for folder in (place, *place.parents) if folder.exists())
    if not os.access(existing, os.W_OK):
        yield bad("home", f"{place} cannot be written.", "give the folder to the user of convoca")
        return
    free = shutil.disk_usage(existing).free
    if free < LEAST_FREE:
        yield bad("home", f"{place} has {free // 1024**2} MB left.", "make room on the disk")
    else:
        yield good("home", f"{place}, {free // 1024**3} GB free.")


def _secrets() -> Iterator[Finding]:
    folder = secrets_folder()
    exposed = [path for path in (folder, *_files(folder)) if _others_reach(path)]
    for path in exposed:
        mode = "700" if path.is_dir() else "600"
        yield bad("secrets", f"others can reach {path}.", f"chmod {mode} {path}")
    if not exposed:
        yield good("secrets", f"{folder} is the owner's alone.")


def _files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _others_reach(path: Path) -> bool:
    return path.exists() and bool(stat.S_IMODE(path.stat().st_mode) & 0o077)


def _address() -> Iterator[Finding]:
    given = base_url()
    parts = urlsplit(given)
    if parts.scheme == "https":
        yield good("address", f"{given}.")
    elif parts.hostname in LOCAL:
        yield note("address", f"{given} is reached from this machine only.")
    else:
        yield bad(
            "address",
            f"{given} is not encrypted: passwords and reply links can be read on the way.",
            "put a server with TLS before convoca and set CONVOCA_BASE_URL to https://…",
        )


def _switches() -> Iterator[Finding]:
    if os.environ.get("CONVOCA_DEBUG") == "1":
        yield bad("debug", "pages of errors show the program's inside.", "unset CONVOCA_DEBUG")


def _server() -> Iterator[Finding]:
    embedded = not os.environ.get("DATABASE_URL")
    try:
        ensure_running()
    except PostgresFailedError as error:
        yield bad("database", str(error), f"read the server's log under {home()}/postgres")
    else:
        kind = "the embedded server runs." if embedded else "DATABASE_URL names the server."
        yield good("database", kind)
