"""What a terminal shows: single lines, colour or not."""

from __future__ import annotations

import os
import re
from typing import TextIO

from coach.visible import HIDDEN, visible


def one_line(text: str) -> str:
    """`text` on a single safe line."""
    return visible(re.sub(r"[\t\n]", " ", text))


def escaped(document: str) -> str:
    """A JSON document whose hidden characters are escapes: it says the same, and may be shown on a terminal."""
    return HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", document)


def has_colour(stream: TextIO) -> bool:
    """Whether colour may be written: a terminal that can, and no `NO_COLOR`."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
