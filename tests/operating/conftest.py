"""An installation for the tests of commands; made once a run, since making one takes seconds."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from operating.installed import Installation


@pytest.fixture(scope="session")
def installation() -> Iterator[Installation]:
    """An installation whose tables are there; its server is stopped at the end."""
    # Not pytest's own folder, through which root's database server could not pass.
    folder = Path(tempfile.mkdtemp(prefix="convoca-inst-"))
    folder.chmod(0o755)
    made = Installation(folder / "home")
    done = made.run("prepare")
    assert done.returncode == 0, done.stdout + done.stderr
    yield made
    made.stop_database()
    shutil.rmtree(folder)
