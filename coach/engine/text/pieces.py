"""Split a long message into pieces, each read with its surroundings but answering only for its own part.

A phrase across the border of two parts is found in both pieces and counts once. A phrase needs at most `AROUND`
characters of context, so nothing found in the whole message is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.models import AT_ONCE

AROUND = 8_000
"""Characters of context before and after a piece's own part."""
_SENTENCE_END = re.compile(r"[.!?\u2026\u3002\uff01\uff1f\u061f]\s")
_WHITE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A part of a message that is read at once, in characters of the message."""

    start: int
    end: int
    first: int
    """Start of its own part."""
    last: int
    """End of its own part."""

    def holds(self, start: int, end: int) -> bool:
        """Return whether a phrase, in characters of the message, is in the piece's own part."""
        return start < self.last and end > self.first


def pieces_of(text: str, most: int = AT_ONCE, around: int = AROUND) -> Iterator[TextPiece]:
    """Yield the pieces of a text in order; a short text is one piece.

    Args:
        text: the message.
        most: longest piece, in characters.
        around: characters of context on each side; pieces start and end at a line border in it if there is
            one, otherwise at a space.
    """
    if len(text) <= most:
        yield TextPiece(0, len(text), 0, len(text))
        return
    first = 0
    while first < len(text):
        last = _border(text, first + (most - 2 * around) // 2, first + most - 2 * around)
        start = _border(text, max(first - around, 0), max(first - around // 2, 0)) if first else 0
        yield TextPiece(start, _border(text, last + around // 2, last + around), first, last)
        first = last


def _border(text: str, earliest: int, latest: int) -> int:
    """Return the last line border between two places, otherwise the last sentence end, the last space, or `latest`."""
    if latest >= len(text):
        return len(text)
    line_end = text.rfind("\n", earliest, latest)
    if line_end >= 0:
        return line_end + 1
    for border in (_SENTENCE_END, _WHITE):
        found = [one.end() for one in border.finditer(text, earliest, latest)]
        if found:
            return found[-1]
    return latest
