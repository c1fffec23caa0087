"""Parse one JSON line in bounded memory; of two keys with the same name, JSON parsers keep one and hide the other."""

from __future__ import annotations

import json
from typing import Any

MOST_NESTED = 100_000
"""Maximum lists and objects in a line; an empty one takes thirty times its two bytes in memory."""
_KEY_SHOWN = 60
"""Maximum characters of a key shown."""


def parsed(line: str) -> object:
    """Parse a line.

    Raises:
        ValueError: it is not JSON, has a key twice, or contains too many lists and objects.
        RecursionError: it is nested too deeply.
    """
    if line.count("[") + line.count("{") > MOST_NESTED:
        raise ValueError(f"too many brackets: at most {MOST_NESTED:,} are allowed")
    value: object = json.loads(line, object_pairs_hook=_unique_keys)
    return value


def shown_key(key: str) -> str:
    """Quote a key, shortened."""
    return repr(key)[:_KEY_SHOWN]


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            raise ValueError(f"duplicate key {shown_key(key)}")
        seen[key] = value
    return seen
