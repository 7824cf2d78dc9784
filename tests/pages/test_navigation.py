import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils.translation import override

from convoca.pages import navigation
from convoca.pages.navigation import NavigationEntry, ShownEntry, entries_for, signed_in


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "_registry", navigation._Registry())


def _entries(path: str) -> list[ShownEntry]:
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    with override("vi"):
        return entries_for(request)


def test_entries_stand_in_order_and_the_nearest_is_marked() -> None:
    navigation.register(NavigationEntry("Form", "pages:gallery_form", order=20))
    navigation.register(NavigationEntry("Gallery", "pages:gallery", order=10))

    assert _entries("/vi/pages/gallery/form/7/") == [
        ShownEntry("Gallery", "/vi/pages/gallery/", is_current=False),
        ShownEntry("Form", "/vi/pages/gallery/form/", is_current=True),
    ]


def test_elsewhere_nothing_is_marked() -> None:
    navigation.register(NavigationEntry("Gallery", "pages:gallery"))

    assert [entry.is_current for entry in _entries("/vi/elsewhere/")] == [False]


def test_a_stranger_does_not_see_what_is_for_the_signed_in() -> None:
    navigation.register(NavigationEntry("Gallery", "pages:gallery", shown_to=signed_in))

    assert _entries("/vi/") == []


def test_the_same_address_again_replaces_the_entry() -> None:
    navigation.register(NavigationEntry("Old", "pages:gallery"))
    navigation.register(NavigationEntry("New", "pages:gallery"))

    assert [entry.text for entry in _entries("/vi/")] == ["New"]
