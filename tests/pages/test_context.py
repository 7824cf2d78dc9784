import pytest

from convoca.pages.context import LanguageLink, in_language, other_languages


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/vi/calls/7/?page=2", "/en/calls/7/?page=2"),
        ("/vi/", "/en/"),
        ("/vi/vi/", "/en/vi/"),
        ("/r/token", "/en/"),
        ("/video/", "/en/"),
    ],
)
def test_another_language_keeps_the_page(path: str, there: str) -> None:
    assert in_language(path, "vi", "en") == there


def test_each_language_is_named_in_itself(settings) -> None:
    settings.LANGUAGES = [("vi", "Vietnamese"), ("en", "English"), ("fr", "French")]

    assert other_languages("/vi/calls/", "vi") == [
        LanguageLink("en", "English", "/en/calls/"),
        LanguageLink("fr", "français", "/fr/calls/"),
    ]
