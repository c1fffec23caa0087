"""Limits the size of the terminal in a page, as every cell costs the app memory and time."""

from __future__ import annotations

from collections.abc import Mapping

NARROWEST, WIDEST = 20, 400
LOWEST, HIGHEST = 8, 200
USUAL = 80, 24
MOST_DIGITS = 8

Size = tuple[int, int]
"""Columns and lines."""


def clamped(columns: int, lines: int) -> Size:
    """Clamp the size that a page asks for."""
    return min(max(columns, NARROWEST), WIDEST), min(max(lines, LOWEST), HIGHEST)


def size_in(query: Mapping[str, str]) -> Size:
    """Read the size from a page's query string; the default if there is none."""
    return clamped(_cells(query.get("width", ""), USUAL[0]), _cells(query.get("height", ""), USUAL[1]))


def _cells(said: str, usual: int) -> int:
    return int(said) if said.isascii() and said.isdigit() and len(said) <= MOST_DIGITS else usual
