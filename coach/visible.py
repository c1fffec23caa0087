"""Makes text safe to display: no character may control the terminal or reverse the reading order."""

from __future__ import annotations

import re
import unicodedata

_WIDE = frozenset("WF")
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""C0 and C1 controls except tab and line feed, line and paragraph separators, bidi marks, lone surrogates."""


def visible(text: str) -> str:
    """Replace every hidden character with U+FFFD; the length stays the same."""
    return HIDDEN.sub("\ufffd", text)


def clipped(text: str, longest: int) -> str:
    """Cut a text between two words if it has more than `longest` characters; an ellipsis says so, within them."""
    if len(text) <= longest:
        return text
    kept = text[:longest]
    whole = kept.rpartition(" ")[0].rstrip(" ,;:.")
    return f"{whole or kept[:-1]}\u2026"


def cells(text: str) -> int:
    """Return how many terminal cells `text` takes up."""
    return sum(map(_cells_of, text))


def _cells_of(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1
