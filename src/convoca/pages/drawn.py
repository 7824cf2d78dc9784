"""Parts of pages that look the same for everybody, drawn once for the same content."""

from collections.abc import Hashable
from functools import lru_cache

from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

MOST = 4000


def drawn(template: str, **given: Hashable) -> SafeString:
    """Draw a partial from nothing but `given` and the language, or give it as drawn before.

    What is given says all that the part depends on (frozen dataclasses of plain texts and
    numbers), so a part is never out of date: other content is another part. A part that holds a
    form's token, the hour or the reader's rights is not for here.
    """
    return _drawn(template, get_language(), tuple(given.items()))


@lru_cache(maxsize=MOST)
def _drawn(
    template: str, language: str | None, given: tuple[tuple[str, Hashable], ...]
) -> SafeString:
    return mark_safe(get_template(template).render(dict(given)))  # noqa: S308 - a template's own


def forget() -> None:
    """Forget all that was drawn (for tests that change templates or settings)."""
    _drawn.cache_clear()
