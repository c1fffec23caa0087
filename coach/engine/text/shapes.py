"""How words are written: in capitals, with figures, in small letters."""

from __future__ import annotations

from functools import lru_cache

KNOWN_WORDS = 1 << 14
"""Words whose shapes are kept in memory."""
MOST_LETTERS = 24
"""Letters that are looked at."""


@lru_cache(KNOWN_WORDS)
def shape_of(written: str) -> str:
    """`X` capitals, `Xx` a capital first, `0` figures, `x` small letters, `.` anything else; no two alike in a row."""
    shape = ""
    for char in written[:MOST_LETTERS]:
        kind = "0" if char.isdigit() else "X" if char.isupper() else "x" if char.isalpha() else "."
        if not shape.endswith(kind):
            shape += kind
    return shape
