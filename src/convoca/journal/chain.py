"""The text of an entry and the hash that chains it: pure functions, shared with `verify`."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TypeAlias

Json: TypeAlias = "str | int | bool | list[Json] | Mapping[str, Json] | None"

START = bytes(32)


def canonical(value: Mapping[str, Json]) -> str:
    """Return `value` as JSON text with sorted keys, no spaces and plain UTF-8.

    Raises TypeError for a value that has no single form, such as a float.
    """
    _refuse_floats(value)
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def _refuse_floats(value: object) -> None:
    if isinstance(value, float):
        raise TypeError("a float has no canonical text; give an integer or a string")
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("keys are strings")
        for part in value.values():
            _refuse_floats(part)
    elif isinstance(value, list | tuple):
        for part in value:
            _refuse_floats(part)


def instant(moment: datetime) -> str:
    """Return `moment` in UTC to the microsecond, as `2024-05-17T02:00:00.000000Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def link(previous: bytes, text: str) -> bytes:
    """Return SHA-256(previous hash, text): the hash of an entry."""
    return hashlib.sha256(previous + text.encode()).digest()


def personal_hash(salt: bytes, value: str) -> str:
    """Return the salted hash, in hex, by which an entry holds an erasable personal detail."""
    return hashlib.sha256(salt + value.encode()).hexdigest()
