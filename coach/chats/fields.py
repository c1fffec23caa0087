"""Reads the values of one entry: an export may have anything in any place, and none of it may end the reading."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal

_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Marks of the writing direction, and the one of the byte order: apps put them around names and their own words."""
_BREAKS = re.compile("\r\n?|\u2028|\u2029")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_LATEST = 253_402_300_799
"""The last second of the year 9999."""


def text_of(value: object) -> str:
    """Return a text without marks of direction, its lines joined by line feeds; empty for anything else."""
    if not isinstance(value, str):
        return ""
    return _BREAKS.sub("\n", _MARKS.sub("", value)).strip()


def name_of(value: object) -> str:
    """Return a name on one line, with plain spaces; empty for anything but a text."""
    return _SPACES.sub(" ", _MARKS.sub("", value)).strip() if isinstance(value, str) else ""


def object_of(value: object) -> dict[str, object]:
    """Return an object of JSON, and an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def list_of(value: object) -> list[object]:
    """Return a list of JSON, and an empty one for anything else."""
    return value if isinstance(value, list) else []


def file_name(value: object) -> str:
    """Return the last part of a path or an address."""
    path = re.split(r"[?#]", name_of(value), maxsplit=1)[0] if "://" in str(value) else name_of(value)
    return re.split(r"[/\\]", path)[-1]


def joined(names: Iterable[str]) -> str:
    """Join what is not empty, as `Turn.media` has it."""
    return ", ".join(filter(None, names))


def instant_of(value: object, per_second: int = 1) -> datetime | None:
    """Return the instant that a number counts to since 1970, in UTC.

    Args:
        value: a whole number, or a text of one.
        per_second: how many of its units are a second.
    """
    if isinstance(value, str):
        value = int(value) if value.isascii() and value.isdecimal() and len(value) < len(f"{_LATEST}") * 2 else None
    if isinstance(value, bool) or not isinstance(value, int | Decimal | float) or not 0 < value <= _LATEST * per_second:
        return None
    seconds, rest = divmod(int(value), per_second)
    return datetime.fromtimestamp(seconds, UTC).replace(microsecond=rest * 1_000_000 // per_second)


def time_of(value: object) -> datetime | None:
    """Return the time that a text in the manner of ISO 8601 says; with a time zone only if it has one."""
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
