"""What is written is read; the same content gives the same bytes; a wrong one is not written."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convoca.standards.package import (
    PackagedContribution,
    PackagedFile,
    PackageRefused,
    Sender,
    canonical,
    read,
    write,
)
from standards.package.made import UID, item, package

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


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


def test_a_contribution_names_only_files_that_are_there() -> None:
    with pytest.raises(PackageRefused):
        write(package(contributions=(item(files=("files/missing.pdf",)),)))


def test_floats_have_no_canonical_text() -> None:
    with pytest.raises(TypeError):
        canonical({"a": [0.5]})
