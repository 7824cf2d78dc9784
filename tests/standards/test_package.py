"""The forwarding package: what is written is read, and nothing else is."""

import io
import json
import zipfile
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    write,
)

UID = UUID("6b1f8f0e-6a0a-4b0f-9d59-000000000001")
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
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


def refused(content: bytes) -> Reason:
    with pytest.raises(PackageRefused) as caught:
        read(content)
    return caught.value.reason


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


def test_what_is_written_is_read() -> None:
    assert read(write(package())) == package()
    assert write(package()) == write(package())


@given(
    st.lists(TEXT, max_size=4),
    st.dictionaries(st.sampled_from(["vi", "en", "fr"]), TEXT),
    st.lists(st.binary(max_size=200), max_size=3),
)
def test_any_text_and_any_bytes_survive(
    titles: list[str], names: dict[str, str], contents: list[bytes]
) -> None:
    files = tuple(
        PackagedFile(f"files/{number}.bin", content, "application/octet-stream")
        for number, content in enumerate(contents)
    )
    made = package(
        sender=Sender(
            "x", UID, {code: n.encode("utf-8", "ignore").decode() for code, n in names.items()}
        ),
        contributions=tuple(
            PackagedContribution(
                UUID(int=number),
                1,
                "idea",
                "vi",
                {"title": {"vi": text}, "summary": {}, "text": {}},
            )
            for number, text in enumerate(titles)
        ),
        files=files,
    )
    assert read(write(made)) == made


def test_no_byte_can_be_altered() -> None:
    content = write(package())
    unnoticed = []
    for place in range(len(content)):
        altered = bytearray(content)
        altered[place] ^= 1
        try:
            read(bytes(altered))
        except PackageRefused:
            continue
        unnoticed.append(place)
    assert unnoticed == []


@given(st.binary(max_size=400))
def test_noise_is_refused(noise: bytes) -> None:
    with pytest.raises(PackageRefused):
        read(noise)


@given(st.integers(0, 2000), st.binary(max_size=30))
def test_noise_inside_a_package_is_refused(place: int, noise: bytes) -> None:
    content = write(package())
    altered = content[:place] + noise + content[place + len(noise) :]
    if altered != content:
        with pytest.raises(PackageRefused):
            read(altered)


def test_another_version_is_refused_by_name() -> None:
    assert refused(rezipped(write(package()), format="convoca-package/2")) == Reason.OTHER_VERSION


def test_a_file_that_is_not_what_its_hash_says_is_refused() -> None:
    content = write(package())
    manifest = json.loads(zipfile.ZipFile(io.BytesIO(content)).read(MANIFEST))
    manifest["files"][0]["sha256"] = "0" * 64
    assert refused(rezipped(content, files=manifest["files"])) == Reason.HASH_DIFFERS


@pytest.mark.parametrize(
    "path", ["../etc/passwd", "/etc/passwd", "files/../../x", "files/a/b", "files/.x", "files/Ả"]
)
def test_no_path_leaves_the_package(path: str) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(MANIFEST, b"{}")
        archive.writestr(path, b"x")
    assert refused(made.getvalue()) == Reason.BAD_PATH
    with pytest.raises(PackageRefused):
        write(package(files=(PackagedFile(path, b"x", "text/plain"),), contributions=()))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, b"{}")
        archive.writestr("files/bomb.txt", b"0" * 5_000_000)
    assert refused(made.getvalue()) == Reason.TOO_LARGE


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


def test_a_contribution_names_only_files_that_are_there() -> None:
    with pytest.raises(PackageRefused):
        write(package(contributions=(item(files=("files/missing.pdf",)),)))


def test_floats_have_no_canonical_text() -> None:
    with pytest.raises(TypeError):
        canonical({"a": [0.5]})
