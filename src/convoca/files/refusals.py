"""How a file is refused: one sentence that names the rule and what to do instead."""

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def refused(rule: str, sentence: "str | _StrPromise", **values: str | int) -> ValidationError:
    """Return the refusal by `rule`, whose name becomes the error's code."""
    return ValidationError(sentence, code=f"file-{rule}", params=values or None)
