"""What the frame of every page needs, computed only when a template asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, get_language_bidi, get_language_info

from convoca.pages.navigation import ShownEntry, account_links, address, entries_for


@dataclass(frozen=True)
class LanguageLink:
    """The same page in another language, named in that language."""

    code: str
    name: str
    url: str


@dataclass(frozen=True)
class Account:
    """Who is signed in, and the addresses to sign in, out, and to one's own page."""

    name: str
    sign_in: str
    sign_out: str
    mine: str


@dataclass(frozen=True)
class Frame:
    """Everything that the layout shows around a page."""

    language: str
    direction: str
    home: str
    entries: list[ShownEntry]
    languages: list[LanguageLink]
    account: Account | None


def frame(request: HttpRequest) -> dict[str, object]:
    """Context processor: ``frame`` for ``pages/layout.html``."""
    return {"frame": _lazy(lambda: frame_of(request))}


def _lazy(made: Callable[[], object]) -> SimpleLazyObject:
    return SimpleLazyObject(made)


def frame_of(request: HttpRequest) -> Frame:
    """The frame for this request in the language now active."""
    language = get_language() or settings.LANGUAGE_CODE
    return Frame(
        language=language,
        direction="rtl" if get_language_bidi() else "ltr",
        home=f"/{language}/",
        entries=entries_for(request),
        languages=other_languages(request.get_full_path(), language),
        account=account_of(request),
    )


def other_languages(path: str, current: str) -> list[LanguageLink]:
    """Links to the page at ``path`` in each other language of the installation."""
    return [
        LanguageLink(
            code=code,
            name=str(get_language_info(code)["name_local"]),
            url=in_language(path, current, code),
        )
        for code, _ in settings.LANGUAGES
        if code != current
    ]


def in_language(path: str, current: str, wanted: str) -> str:
    """The same address under another language prefix; the start page where there is no prefix."""
    prefix = f"/{current}/"
    return f"/{wanted}/{path.removeprefix(prefix)}" if path.startswith(prefix) else f"/{wanted}/"


def account_of(request: HttpRequest) -> Account | None:
    """Who is signed in, or None where this installation part has no accounts."""
    links = account_links()
    if links is None:
        return None
    actor = getattr(request, "actor", None)
    user = getattr(request, "user", None)
    known = bool(user and user.is_authenticated)
    return Account(
        name=(getattr(actor, "name", "") or str(user)) if known else "",
        sign_in=address(links.sign_in),
        sign_out=address(links.sign_out),
        mine=address(links.mine) if links.mine else "",
    )
