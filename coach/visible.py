"""Text made safe to show: no character of it steers the terminal or turns the reading order."""

from __future__ import annotations

import re
import unicodedata

_WIDE = frozenset("WF")
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""C0 and C1 controls but tab and line feed, line and paragraph separators, bidi marks, lone surrogates."""


def visible(text: str) -> str:
    """`text` with every hidden character shown as U+FFFD; no character is added or dropped."""
    return HIDDEN.sub("\ufffd", text)


def cells(text: str) -> int:
    """How many terminal cells `text` takes."""
    return sum(map(_cells_of, text))


def _cells_of(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1
