"""Drawn parts of pages, kept in this process until what they show has changed.

The programme of a large conference takes longer to draw than everything else of a request
together, and thousands read the same one. The key says everything that the drawing depends on, so
nothing is ever thrown away because it is wrong, only because there are too many.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from threading import Lock
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)
# A list of 500 sessions has some 250,000, and each change of one draws another list.
MOST_CHARACTERS = 8_000_000
_kept: "OrderedDict[Hashable, str]" = OrderedDict()
_lock = Lock()


def kept(key: Hashable, draw: Callable[[], str]) -> str:
    """Return what was drawn under this key, drawing it first where it is not there."""
    return kept_parts({"": key}, lambda _names: {"": draw()})[""]


def kept_parts(
    keys: Mapping[Name, Hashable], draw: Callable[[list[Name]], Mapping[Name, str]]
) -> dict[Name, str]:
    """Return what was drawn under each key; `draw` is given the names of those not there."""
    with _lock:
        found = {name: _kept[key] for name, key in keys.items() if key in _kept}
    missing = [name for name in keys if name not in found]
    drawn = draw(missing) if missing else {}
    parts = {**found, **drawn}
    with _lock:
        for name, key in keys.items():
            _kept[key] = parts[name]
            _kept.move_to_end(key)
        _forget_the_oldest()
    return {name: parts[name] for name in keys}


def _forget_the_oldest() -> None:
    size = sum(map(len, _kept.values()))
    while size > MOST_CHARACTERS:
        _key, gone = _kept.popitem(last=False)
        size -= len(gone)
