import hashlib
import io
import os
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from convoca.files import keeping
from convoca.files.actions import store
from convoca.files.keeping import incoming
from convoca.files.models import StoredFile
from convoca.files.sweeping import sweep
from convoca.files.uploads import IncomingUpload
from convoca.journal.actors import Actor, ActorKind
from convoca.journal.models import Entry
from files import made

pytestmark = pytest.mark.django_db
SPECIALIST = Actor(kind=ActorKind.PERSON, uid="p-1", name="Chuyên viên, trình diễn")


@pytest.fixture(autouse=True)
def media_root(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    return tmp_path / "files"


def lying(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


def test_a_stored_file_lies_under_its_uid_alone(media_root: Path) -> None:
    content = made.docx()
    stored = store(by=SPECIALIST, stream=io.BytesIO(content), name="C:\\thư\\Báo cáo\u202e.docx")
    assert (stored.sha256, stored.size, stored.kind) == (
        hashlib.sha256(content).hexdigest(),
        len(content),
        "docx",
    )
    assert stored.original_name == "Báo cáo.docx"
    assert lying(media_root) == [media_root / stored.uid.hex[:2] / stored.uid.hex]
    assert stored.read() == content
    assert stored.path.stat().st_mode & 0o777 == 0o600


def test_the_name_stands_in_the_erasable_part_of_the_record() -> None:
    store(by=SPECIALIST, stream=io.BytesIO(made.PNG), name="Nguyễn Văn A.png")
    entry = Entry.objects.get()
    assert entry.action == "files.store"
    assert "Nguy" not in entry.text
    assert [(one.label, one.value) for one in entry.personal_details.order_by("label")] == [
        ("actor", SPECIALIST.name),
        ("name", "Nguyễn Văn A.png"),
    ]


def test_a_refused_file_leaves_nothing_behind(media_root: Path) -> None:
    with pytest.raises(ValidationError):
        store(by=SPECIALIST, stream=io.BytesIO(made.OLE), name="a.docx")
    assert lying(media_root) == []
    assert StoredFile.objects.count() == 0


def test_reading_stops_where_the_limit_is_passed(media_root: Path) -> None:
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size: int = -1) -> bytes:
            self.given += size
            return bytes(size)

    endless = Endless()
    with pytest.raises(ValidationError) as refusal:
        store(by=SPECIALIST, stream=endless, name="a.pdf")
    assert refusal.value.code == "file-size"
    assert endless.given <= keeping.LIMIT + keeping.CHUNK
    assert lying(media_root) == []


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(ValidationError) as refusal:
        store(by=SPECIALIST, stream=io.BytesIO(), name="a.pdf")
    assert refusal.value.code == "file-empty"


def test_a_large_upload_is_not_written_twice(media_root: Path) -> None:
    upload = IncomingUpload("a.png", "image/png", len(made.PNG), None)
    upload.write(made.PNG)
    upload.seek(0)
    first = os.stat(upload.temporary_file_path()).st_ino
    stored = store(by=SPECIALIST, stream=upload, name=upload.name)
    assert stored.path.stat().st_ino == first
    upload.close()
    assert lying(media_root) == [stored.path]
    assert stored.read() == made.PNG


def test_a_small_upload_is_taken_from_memory() -> None:
    upload = SimpleUploadedFile("ảnh.png", made.PNG, "text/html")
    assert store(by=SPECIALIST, stream=upload, name=upload.name).media_type == "image/png"


def test_bytes_and_folder_are_forced_to_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    forced: list[str] = []
    real = os.fsync

    def watch(handle: int) -> None:
        forced.append(Path(os.readlink(f"/proc/self/fd/{handle}")).name)
        real(handle)

    monkeypatch.setattr(os, "fsync", watch)
    stored = store(by=SPECIALIST, stream=io.BytesIO(made.PNG), name="a.png")
    assert [name.endswith(".new") or name for name in forced] == [True, stored.uid.hex[:2], "files"]


@pytest.mark.django_db(transaction=True)
def test_what_was_undone_is_swept_and_what_stands_is_kept(media_root: Path) -> None:
    kept = store(by=SPECIALIST, stream=io.BytesIO(made.PNG), name="a.png")
    with transaction.atomic():
        store(by=SPECIALIST, stream=io.BytesIO(made.JPG), name="b.jpg")
        transaction.set_rollback(True)
    (incoming() / "left.upload").write_bytes(b"x")
    assert len(lying(media_root)) == 3
    assert sweep() == 0
    assert sweep(older_than=-1) == 2
    assert lying(media_root) == [kept.path]
