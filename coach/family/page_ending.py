"""The ending of a page's file says in which format it is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coach.errors import InputError


def ending_of(path: Path, endings: Sequence[str]) -> str:
    """Return the ending of a file, in lower case.

    Raises:
        InputError: it is none of `endings`.
    """
    ending = path.suffix.lower()
    if ending not in endings:
        raise InputError(f"unknown file type {path.name}\n    fix: end the name with one of {', '.join(endings)}")
    return ending
