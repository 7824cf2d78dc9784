"""A package as a ministry would make it, and the same as another program would write it."""

import io
import json
import zipfile
from datetime import UTC, datetime
from uuid import UUID

import pytest

from convoca.standards.package import (
    MANIFEST,
    Package,
    PackagedContribution,
    PackagedFile,
    PackageRefused,
    Reason,
    Sender,
    canonical,
    read,
)

UID = UUID("6b1f8f0e-6a0a-4b0f-9d59-000000000001")
PHOTO = PackagedFile("files/01-lop-hoc-so.jpg", b"\xff\xd8\xff not quite a photo", "image/jpeg")


def item(number: int = 1, files: tuple[str, ...] = ()) -> PackagedContribution:
    return PackagedContribution(
        uid=UUID(int=number),
        version=2,
        kind="good_practice",
        main_language="vi",
        fields={
            "title": {"vi": "Tổ công nghệ số cộng đồng", "en": "Community digital teams"},
            "summary": {},
            "text": {"vi": "Mỗi thôn một tổ.", "en": "A team in each village."},
        },
        sdgs=(9, 10),
        action_lines=("C4",),
        author_body={"uid": str(UID), "names": {"vi": "UBND tỉnh Lào Cai"}},
        files=files,
    )


def package(**changes) -> Package:
    facts = {
        "uid": UID,
        "made_at": datetime(2024, 11, 1, 2, 3, 4, 5, tzinfo=UTC),
        "sender": Sender("https://convoca.example", UID, {"vi": "Bộ Thông tin và Truyền thông"}),
        "contributions": (item(files=(PHOTO.path,)),),
        "files": (PHOTO,),
        "cover_letter": {"text": {"en": "Dear colleagues"}},
    }
    return Package(**{**facts, **changes})


def rezipped(content: bytes, **manifest_changes) -> bytes:
    """The same package with another manifest, written by another program."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        manifest = {**json.loads(old.read(MANIFEST)), **manifest_changes}
        new.writestr(MANIFEST, canonical(manifest))
        for name in old.namelist():
            if name != MANIFEST:
                new.writestr(name, old.read(name))
    return made.getvalue()


def refused(content: bytes) -> Reason:
    """Why this is not read."""
    with pytest.raises(PackageRefused) as caught:
        read(content)
    return caught.value.reason
