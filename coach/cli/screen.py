"""What a terminal shows: single lines, widths in cells, colour or not."""

from __future__ import annotations

import os
import re
import unicodedata
from typing import TextIO

from coach.visible import visible

_WIDE = frozenset("WF")


def one_line(text: str) -> str:
    """`text` on a single safe line."""
    return visible(re.sub(r"[\t\n]", " ", text))


def cells(text: str) -> int:
    """How many terminal cells `text` takes."""
    return sum(_cells_of(char) for char in text)


def _cells_of(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1


def has_colour(stream: TextIO) -> bool:
    """Whether colour may be written: a terminal that can, and no `NO_COLOR`."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
