"""The installation's keys: one file each, made on first use, readable by the owner alone."""

import os
import re
import secrets as random
import stat
from pathlib import Path

from convoca.installation.home import made_home, made_private, secrets_folder

LENGTH = 64


class SecretExposedError(Exception):
    """A secret's file can be read by others than its owner."""


def secret(name: str) -> bytes:
    """Return the key called `name`: 64 random bytes, made once and kept.

    Raises ValueError for a name that is not a plain word, SecretExposedError for a file that
    others may read.
    """
    if not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        raise ValueError(f"not a secret's name: {name!r}")
    made_home()
    path = made_private(secrets_folder()) / name
    _make_once(path)
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise SecretExposedError(f"others can read {path}; run: chmod 600 {path}")
    return path.read_bytes()


def _make_once(path: Path) -> None:
    if path.exists():
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}.{random.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as opened:
        opened.write(random.token_bytes(LENGTH))
        opened.flush()
        os.fsync(opened.fileno())
    # A hard link fails where another process was first, so that both read the same key.
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
