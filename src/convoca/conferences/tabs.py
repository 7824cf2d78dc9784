"""The pages of one edition, side by side; upper rooms register theirs in `apps.ready`."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from convoca.conferences.models import Edition
from convoca.conferences.rules import may_edit
from convoca.journal.actors import Actor

Shown = Callable[[Actor, Edition], bool]


def everyone(by: Actor, edition: Edition) -> bool:
    """Show the tab to all readers of the edition."""
    return True


@dataclass(frozen=True)
class Tab:
    """A page of an edition: `url_name` takes the edition's key as its only argument.

    `holds` are the beginnings of other addresses of the edition whose pages belong to this one.
    """

    text: str | Promise
    url_name: str
    order: int = 50
    shown_to: Shown = everyone
    holds: tuple[str, ...] = ()


@dataclass(frozen=True)
class ShownTab:
    """A tab as one reader sees it."""

    text: str | Promise
    url: str
    is_current: bool


secretariat: Shown = may_edit
_tabs: dict[str, Tab] = {}


def register_tab(tab: Tab) -> None:
    """Put a page beside the others; the same address registered again replaces the first."""
    _tabs[tab.url_name] = tab


def tabs_of(edition: Edition, by: Actor, path: str) -> list[ShownTab]:
    """Return the tabs that the reader sees; current is the one with the longest fitting address."""
    shown = [tab for tab in _tabs.values() if tab.shown_to(by, edition)]
    shown.sort(key=lambda tab: (tab.order, tab.url_name))
    home = reverse("conferences:edition", args=[edition.key])
    urls = {tab.url_name: reverse(tab.url_name, args=[edition.key]) for tab in shown}
    fits = {
        tab.url_name: max(
            (
                len(address)
                for address in (urls[tab.url_name], *(home + one for one in tab.holds))
                if path.startswith(address)
            ),
            default=0,
        )
        for tab in shown
    }
    current = max(fits, key=lambda name: fits[name], default="")
    return [
        ShownTab(tab.text, urls[tab.url_name], tab.url_name == current and fits[current] > 0)
        for tab in shown
    ]
