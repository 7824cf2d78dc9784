"""The guide: both languages show the same pictures, which are there, small and told in words."""

import re
from pathlib import Path

import pytest

GUIDE = Path(__file__).resolve().parents[2] / "docs/guide"
LANGUAGES = ("vi", "en")
PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<path>[^)]+)\)")
HEAVIEST = 80_000  # bytes


def pages(language: str) -> list[Path]:
    return sorted((GUIDE / language).glob("*.md"))


def pictures(page: Path) -> dict[str, str]:
    """The pictures of a page with their alternative texts."""
    return {
        found["path"]: found["alt"] for found in PICTURE.finditer(page.read_text(encoding="utf-8"))
    }


def test_both_languages_have_the_same_pages_with_the_same_pictures():
    shown = {
        language: {page.name: sorted(pictures(page)) for page in pages(language)}
        for language in LANGUAGES
    }
    assert shown["vi"] == shown["en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_there_and_shown_once(language):
    shown = [path for page in pages(language) for path in pictures(page)]
    there = sorted(f"pictures/{one.name}" for one in (GUIDE / language / "pictures").glob("*.png"))
    assert sorted(shown) == there


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_says_in_words_what_it_shows(language):
    silent = [path for page in pages(language) for path, alt in pictures(page).items() if not alt]
    assert silent == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_are_small(language):
    found = (GUIDE / language / "pictures").glob("*.png")
    assert [one.name for one in found if one.stat().st_size > HEAVIEST] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_shows_a_picture(language):
    assert [page.name for page in pages(language) if not pictures(page)] == []


def test_the_index_leads_to_every_page():
    told = (GUIDE / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\(((?:vi|en)/[a-z_]+\.md)\)", told)
    there = [f"{language}/{page.name}" for language in LANGUAGES for page in pages(language)]
    assert sorted(links) == sorted(there)
