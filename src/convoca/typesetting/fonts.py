"""Font files found by the letters that they hold, never by their family's name.

Debian's `fonts-liberation` 1.x calls itself Liberation Serif too, but lacks 92 of the 146
Vietnamese letters; it is refused like any other file that lacks one.
"""

import atexit
import os
import shutil
import tempfile
import unicodedata
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import fontpkg_noto_serif
from fontTools.ttLib import TTFont, TTLibError

from convoca.typesetting.errors import FontsMissing

INSTALL_COMMAND = "apt-get install fonts-liberation2"
FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
)
SUBSTITUTE = (
    "Documents are set in Noto Serif, whose widths differ from Times New Roman. "
    f"For the prescribed look: {INSTALL_COMMAND}"
)
Four = tuple[Path, Path, Path, Path]  # regular, bold, italic, bold italic


def _vietnamese_letters() -> str:
    """Twelve vowels in six tones and đ, small and capital: 146 letters by construction."""
    vowels = "aăâeêioôơuưy"
    tones = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    small = [unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in tones]
    return "".join([*small, "đ", *(letter.upper() for letter in small), "Đ"])


VIETNAMESE_LETTERS = _vietnamese_letters()


@dataclass(frozen=True, slots=True)
class Family:
    """A family to look for: file names of regular, bold, italic and bold italic, in that order."""

    name: str
    files: tuple[str, str, str, str]


FAMILIES = (
    Family("Times New Roman", ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")),
    Family(
        "Times New Roman",
        (
            "Times_New_Roman.ttf",
            "Times_New_Roman_Bold.ttf",
            "Times_New_Roman_Italic.ttf",
            "Times_New_Roman_Bold_Italic.ttf",
        ),
    ),
    Family(
        "Liberation Serif",
        (
            "LiberationSerif-Regular.ttf",
            "LiberationSerif-Bold.ttf",
            "LiberationSerif-Italic.ttf",
            "LiberationSerif-BoldItalic.ttf",
        ),
    ),
    Family(
        "Tinos",
        ("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf"),
    ),
)


class SubstituteFont(UserWarning):
    """Documents are set in a font of other widths than Times New Roman."""


@dataclass(frozen=True, slots=True)
class FontSet:
    """Four font files that hold every Vietnamese letter, and the folder given to Typst.

    `folder` holds links to these files and nothing else. `warning` is empty, or says in one line
    that the set is a substitute and which command installs a better one.
    """

    family: str
    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path
    folder: Path
    warning: str = ""


@cache
def characters_of(path: Path) -> frozenset[int]:
    """Code points that a font file can draw; empty when the file is no readable font."""
    try:
        with path.open("rb") as opened, TTFont(opened, lazy=True, fontNumber=0) as font:
            return frozenset(font.getBestCmap() or ())
    except (TTLibError, OSError, AssertionError):
        return frozenset()


def missing_letters(path: Path) -> str:
    """Vietnamese letters that a font file lacks; empty when it holds all 146."""
    held = characters_of(path)
    return "".join(letter for letter in VIETNAMESE_LETTERS if ord(letter) not in held)


def _font_files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for place, inner, names in os.walk(folder.expanduser()):
            inner.sort()
            yield from (Path(place) / name for name in sorted(names))


def _sets_of(family: Family, files: list[Path]) -> Iterator[Four]:
    """Complete sets of one folder whose every file holds every letter."""
    by_folder: dict[Path, dict[str, Path]] = {}
    for path in files:
        by_folder.setdefault(path.parent, {})[path.name.lower()] = path
    for held in by_folder.values():
        found = [held.get(name.lower()) for name in family.files]
        match [path for path in found if path is not None and not missing_letters(path)]:
            case [regular, bold, italic, bold_italic]:
                yield regular, bold, italic, bold_italic


def _noto_serif() -> Four:
    files = fontpkg_noto_serif.ROOT / "files"
    upright = files / "NotoSerif[wdth,wght].ttf"
    italic = files / "NotoSerif-Italic[wdth,wght].ttf"
    return upright, upright, italic, italic


def _linked(paths: Four) -> Path:
    """A private folder with links to these files, kept for the life of the process."""
    folder = Path(tempfile.mkdtemp(prefix="convoca-fonts-"))
    atexit.register(_remove, folder, os.getpid())
    for path in set(paths):
        (folder / path.name).symlink_to(path)
    return folder


def _remove(folder: Path, maker: int) -> None:
    # A forked child that ends must not take its parent's fonts along.
    if os.getpid() == maker:
        shutil.rmtree(folder, ignore_errors=True)


def _family_name(path: Path) -> str:
    """The name by which Typst knows the file: its typographic family, else its family."""
    with TTFont(path, lazy=True) as font:
        names = font["name"]
        return str(names.getDebugName(16) or names.getDebugName(1))


def find_fonts(folders: Iterable[Path], *, packaged: bool = True) -> FontSet:
    """Find the first complete set: Times New Roman, Liberation Serif 2, Tinos, then Noto Serif.

    `packaged` allows the Noto Serif of the Python package as a last resort, with a warning.
    Without any set `FontsMissing` names the command that installs one.
    """
    files = [path for path in _font_files(folders) if path.suffix.lower() in {".ttf", ".otf"}]
    for family in FAMILIES:
        for paths in _sets_of(family, files):
            return FontSet(_family_name(paths[0]), *paths, folder=_linked(paths))
    noto = _noto_serif()
    if packaged and all(path.exists() and not missing_letters(path) for path in noto):
        return FontSet("Noto Serif", *noto, folder=_linked(noto), warning=SUBSTITUTE)
    raise FontsMissing(
        "No font with all 146 Vietnamese letters in regular, bold and italic was found. "
        f"Install one: {INSTALL_COMMAND}"
    )


@cache
def font_set() -> FontSet:
    """The set used by this process; a substitute is announced by a `SubstituteFont` warning."""
    found = find_fonts(Path(folder) for folder in FOLDERS)
    if found.warning:
        warnings.warn(found.warning, SubstituteFont, stacklevel=2)
    return found
