"""Drawn parts of pages, kept in this process until what they show has changed.

The programme of a large conference takes longer to draw than everything else of a request
together, and thousands read the same one. The key says everything that the drawing depends on, so
nothing is ever thrown away because it is wrong, only because there are too many.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

MOST = 48
_kept: "OrderedDict[Hashable, str]" = OrderedDict()
_lock = Lock()


def kept(key: Hashable, draw: Callable[[], str]) -> str:
    """Return what was drawn under this key, drawing it first where it is not there."""
    with _lock:
        found = _kept.get(key)
        if found is not None:
            _kept.move_to_end(key)
            return found
    drawn = draw()
    with _lock:
        _kept[key] = drawn
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return drawn
