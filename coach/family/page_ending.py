"""The ending of a page's file says in which format it is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coach.errors import InputError
from coach.locale import _


def ending_of(path: Path, endings: Sequence[str]) -> str:
    """Return the ending of a file, in lower case.

    Raises:
        InputError: it is none of `endings`.
    """
    ending = path.suffix.lower()
    if ending not in endings:
        words = _("unknown file type {name}\n    fix: end the name with one of {endings}")
        raise InputError(words.format(name=path.name, endings=", ".join(endings)))
    return ending
