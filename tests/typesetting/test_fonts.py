import subprocess
import sys
import unicodedata
import warnings
from pathlib import Path

import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from convoca.standards.decree30 import Urgency
from convoca.typesetting.documents import letter_lines, letter_pdf
from convoca.typesetting.engine import pdf_text
from convoca.typesetting.errors import FontsMissing
from convoca.typesetting.fonts import (
    FAMILIES,
    VIETNAMESE_LETTERS,
    SubstituteFont,
    find_fonts,
    font_set,
    missing_letters,
)

from .made import letter

DEBIAN_LIBERATION_1 = Path("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf")
LIBERATION = FAMILIES[2]


def linked(folder, family, source):
    folder.mkdir(parents=True)
    for name, path in zip(
        family.files, (source.regular, source.bold, source.italic, source.bold_italic), strict=True
    ):
        (folder / name).symlink_to(path)


def crippled(source, target):
    """A font of the same name that holds ASCII only, as Liberation 1.x lacks most letters."""
    with TTFont(source) as font:
        cut = Subsetter(Options())
        cut.populate(text="".join(chr(code) for code in range(32, 127)))
        cut.subset(font)
        font.save(target)


def test_the_146_letters():
    assert len(set(VIETNAMESE_LETTERS)) == len(VIETNAMESE_LETTERS) == 146
    assert unicodedata.is_normalized("NFC", VIETNAMESE_LETTERS)
    assert set("ăâđêôơưẵỹợẶĐỮ") <= set(VIETNAMESE_LETTERS)


def test_the_set_of_this_machine_holds_every_letter_and_its_folder_nothing_else():
    fonts = font_set()
    files = (fonts.regular, fonts.bold, fonts.italic, fonts.bold_italic)

    assert [missing_letters(path) for path in files] == [""] * 4
    assert {link.resolve() for link in fonts.folder.iterdir()} == {p.resolve() for p in files}


def test_times_new_roman_comes_first(tmp_path):
    linked(tmp_path / "b", FAMILIES[0], font_set())
    linked(tmp_path / "a", LIBERATION, font_set())

    assert find_fonts([tmp_path]).regular.name == "times.ttf"


def test_a_font_of_the_right_name_without_the_letters_is_refused(tmp_path):
    folder = tmp_path / "old"
    linked(folder, LIBERATION, font_set())
    (folder / LIBERATION.files[1]).unlink()
    crippled(font_set().bold, folder / LIBERATION.files[1])

    assert len(missing_letters(folder / LIBERATION.files[1])) == 146 - 12
    with pytest.raises(FontsMissing, match="apt-get install fonts-liberation2"):
        find_fonts([tmp_path], packaged=False)

    linked(tmp_path / "z-new", LIBERATION, font_set())
    assert find_fonts([tmp_path]).regular.parent == tmp_path / "z-new"


@pytest.mark.skipif(not DEBIAN_LIBERATION_1.exists(), reason="Debian's fonts-liberation 1.x")
def test_debians_liberation_1_lacks_92_letters():
    assert len(missing_letters(DEBIAN_LIBERATION_1)) == 92


def test_an_incomplete_family_is_no_set(tmp_path):
    linked(tmp_path / "a", LIBERATION, font_set())
    (tmp_path / "a" / LIBERATION.files[3]).unlink()

    with pytest.raises(FontsMissing):
        find_fonts([tmp_path], packaged=False)


def test_a_broken_file_is_passed_over(tmp_path):
    folder = tmp_path / "a"
    linked(folder, LIBERATION, font_set())
    (folder / LIBERATION.files[0]).unlink()
    (folder / LIBERATION.files[0]).write_bytes(b"no font at all")

    with pytest.raises(FontsMissing):
        find_fonts([tmp_path], packaged=False)


def test_the_packaged_font_stands_in_with_a_warning(tmp_path):
    found = find_fonts([tmp_path])

    assert found.family == "Noto Serif"
    assert "apt-get install fonts-liberation2" in found.warning


def test_a_substitute_is_announced(monkeypatch, tmp_path):
    substitute = find_fonts([tmp_path])
    monkeypatch.setattr("convoca.typesetting.fonts.find_fonts", lambda folders: substitute)
    font_set.cache_clear()
    try:
        with pytest.warns(SubstituteFont, match="Noto Serif"):
            assert font_set() is substitute
    finally:
        font_set.cache_clear()


def test_the_family_is_the_files_own_name(tmp_path):
    linked(tmp_path / "a", FAMILIES[0], font_set())

    assert find_fonts([tmp_path]).family == font_set().family


FORKING = """
import os, sys
from convoca.typesetting.fonts import font_set
folder = font_set().folder
child = os.fork()
if child == 0:
    sys.exit()
os.waitpid(child, 0)
print(len(list(folder.iterdir())), folder)
"""


def test_a_forked_child_does_not_take_the_fonts_along():
    told = subprocess.run(
        [sys.executable, "-c", FORKING], capture_output=True, text=True, check=True
    ).stdout.split()

    assert told[0] == "4"
    assert not Path(told[1]).exists()


def test_a_letter_is_whole_in_the_packaged_font_too(monkeypatch, tmp_path):
    monkeypatch.setattr("convoca.typesetting.fonts.FOLDERS", (str(tmp_path),))
    font_set.cache_clear()
    try:
        with pytest.warns(SubstituteFont):
            made = letter_pdf(letter(urgency=Urgency.URGENT))
        assert "".join(pdf_text(made).split()) == "".join(
            "".join(letter_lines(letter(urgency=Urgency.URGENT))).split()
        )
    finally:
        font_set.cache_clear()


def test_the_preferred_set_comes_without_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert font_set().warning == ""
