"""A manifest says all it must, in this version, of the files that are there."""

import io
import json
import zipfile

import pytest

from convoca.standards.package import MANIFEST, Reason, write
from standards.package.made import UID, package, refused, rezipped


def test_another_version_is_refused_by_name() -> None:
    assert refused(rezipped(write(package()), format="convoca-package/2")) == Reason.OTHER_VERSION


def test_a_file_that_is_not_what_its_hash_says_is_refused() -> None:
    content = write(package())
    manifest = json.loads(zipfile.ZipFile(io.BytesIO(content)).read(MANIFEST))
    manifest["files"][0]["sha256"] = "0" * 64
    assert refused(rezipped(content, files=manifest["files"])) == Reason.HASH_DIFFERS


@pytest.mark.parametrize(
    "changes",
    [
        {"uid": 3},
        {"uid": "x"},
        {"made_at": "yesterday"},
        {"from": []},
        {"contributions": [{"uid": str(UID)}]},
        {"files": []},
        {"call": {}},
        {"extra": 1},
    ],
)
def test_a_manifest_that_lacks_something_is_refused(changes: dict[str, object]) -> None:
    assert refused(rezipped(write(package()), **changes)) == Reason.BAD_MANIFEST
