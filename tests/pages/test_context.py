import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils.translation import override

from convoca.journal.actors import Actor, ActorKind
from convoca.pages import navigation
from convoca.pages.context import (
    Account,
    LanguageLink,
    account_of,
    in_language,
    other_languages,
)
from convoca.pages.errors import error_page


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


class _Known:
    is_authenticated = True


def test_who_is_signed_in_stands_in_the_head_with_the_way_out(
    settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(navigation, "_registry", navigation._Registry())
    navigation.register_account(
        navigation.AccountLinks(sign_in="pages:gallery_form", sign_out="pages:gallery_confirm")
    )
    request = RequestFactory().get("/vi/pages/gallery/")
    request.user = AnonymousUser()
    with override("vi"):
        assert account_of(request) == Account(
            "", "/vi/pages/gallery/form/", "/vi/pages/gallery/confirm/", ""
        )
        request.user = _Known()
        request.actor = Actor(ActorKind.PERSON, "7", "Thứ trưởng, trình diễn")
        page = error_page(request, 404).content.decode()

    assert '<span class="person">Thứ trưởng, trình diễn</span>' in page
    assert '<form method="post" action="/vi/pages/gallery/confirm/">' in page
    assert "Đăng nhập" not in page
