"""The words of actions for timelines. No tables here, so that a room can register as it loads."""

from django.utils.functional import Promise

_words: dict[str, str | Promise] = {}


def describe(words: dict[str, str | Promise]) -> None:
    """Register the words of actions; a room calls this once, in its `AppConfig.ready`."""
    _words.update(words)


def described() -> frozenset[str]:
    """Return the actions that have words."""
    return frozenset(_words)


def words_of(action: str) -> str:
    """Return what was done, in the reader's language; the action's name where it has no words."""
    return str(_words.get(action, action))
