"""Common first names of the corpus's countries."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def first_names() -> frozenset[str]:
    """Load the names, in small letters."""
    return frozenset(Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split())
