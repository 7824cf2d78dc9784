"""A backup becomes the same installation again."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from operating.installed import Installation

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")

FILL = """
import io
from convoca.files.actions import store
from convoca.files.kinds import Kind
from convoca.journal.actors import Actor, ActorKind

by = Actor(kind=ActorKind.COMMAND, uid="test", name="")
print(store(by=by, stream=io.BytesIO(b"Loi"), name="loi.txt", kinds={Kind.TXT}).uid.hex)
"""
LOOK = """
from hashlib import sha256

from convoca.files.models import StoredFile
from convoca.installation.secrets import secret

print(secret("django").hex())
for one in StoredFile.objects.order_by("id"):
    print(one.uid.hex, sha256(one.read()).hexdigest())
"""


def said(installation: Installation, script: str) -> str:
    running = installation.python(script)
    told, _nothing = running.communicate(timeout=60)
    assert running.returncode == 0
    return told.strip()


@pytest.fixture
def empty() -> Iterator[Installation]:
    folder = Path(tempfile.mkdtemp(prefix="convoca-inst-"))
    folder.chmod(0o755)
    made = Installation(folder / "home")
    yield made
    made.stop_database()
    shutil.rmtree(folder)


def test_a_backup_becomes_the_same_installation(
    installation: Installation, empty: Installation, tmp_path: Path
) -> None:
    said(installation, FILL)
    first = installation.run("backup", str(tmp_path / "copy"))
    said(installation, FILL)
    second = installation.run("backup", str(tmp_path / "copy"))
    assert (first.returncode, second.returncode) == (0, 0), first.stdout + second.stdout
    head = second.stdout.rpartition(" ")[2].strip()

    restored = empty.run("restore", str(tmp_path / "copy"))
    assert restored.returncode == 0, restored.stdout + restored.stderr
    assert restored.stdout.rpartition(" ")[2].strip() == head
    assert said(empty, LOOK) == said(installation, LOOK)

    again = empty.run("restore", str(tmp_path / "copy"))
    assert again.returncode == 1
    assert "is in use" in again.stdout


def test_what_is_no_backup_is_left_alone(installation: Installation, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert installation.run("backup", str(tmp_path)).returncode == 1
    assert installation.run("restore", str(tmp_path)).returncode == 1
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
