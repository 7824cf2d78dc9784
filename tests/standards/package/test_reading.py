"""Whatever is no whole package is refused, before any of it is used."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convoca.standards.package import (
    MANIFEST,
    PackagedFile,
    PackageRefused,
    Reason,
    read,
    write,
)
from standards.package.made import package, refused


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
