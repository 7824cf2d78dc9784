"""What stands in the head of every page; upper rooms register their entries in ``apps.ready``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language

Words = str | Promise


def everyone(request: HttpRequest) -> bool:
    """Show the entry to strangers too."""
    return True


def signed_in(request: HttpRequest) -> bool:
    """Show the entry only to somebody who has signed in."""
    user = getattr(request, "user", None)
    return bool(user and user.is_authenticated)


@dataclass(frozen=True)
class NavigationEntry:
    """One word in the head: where it leads, where it stands, who sees it."""

    text: Words
    url_name: str
    order: int = 50
    shown_to: Callable[[HttpRequest], bool] = everyone


@dataclass(frozen=True)
class AccountLinks:
    """Names of the addresses for signing in and out, and of the page of one's own account."""

    sign_in: str
    sign_out: str
    mine: str = ""


@dataclass(frozen=True)
class ShownEntry:
    """An entry as one request sees it."""

    text: Words
    url: str
    is_current: bool


@dataclass
class _Registry:
    entries: dict[str, NavigationEntry] = field(default_factory=dict)
    account: AccountLinks | None = None


_registry = _Registry()


def register(entry: NavigationEntry) -> None:
    """Put an entry into the head; the same address registered again replaces the first."""
    _registry.entries[entry.url_name] = entry


def register_account(links: AccountLinks) -> None:
    """Say where people sign in and out (the room that knows accounts calls this)."""
    _registry.account = links


def account_links() -> AccountLinks | None:
    """The addresses for signing in and out, or None where nobody can sign in."""
    return _registry.account


def entries_for(request: HttpRequest) -> list[ShownEntry]:
    """The entries that this request may see, in order; the one it stands in is marked."""
    shown = [entry for entry in _registry.entries.values() if entry.shown_to(request)]
    shown.sort(key=lambda entry: (entry.order, entry.url_name))
    urls = [address(entry.url_name) for entry in shown]
    current = _longest_prefix(request.path, urls)
    return [
        ShownEntry(text=entry.text, url=url, is_current=url == current)
        for entry, url in zip(shown, urls, strict=True)
    ]


def address(url_name: str) -> str:
    """The address of that name in the language now active; every page asks for the same few."""
    return _address(url_name, get_language(), settings.ROOT_URLCONF)


@lru_cache(maxsize=200)
def _address(url_name: str, language: str | None, addresses: str) -> str:
    return reverse(url_name)


def _longest_prefix(path: str, urls: list[str]) -> str:
    return max((url for url in urls if path.startswith(url)), key=len, default="")
