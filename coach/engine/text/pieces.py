"""A long message in pieces: each is read with what stands around it, and answers for its own part alone.

A phrase that crosses the border of two parts is found in both pieces, and counts once. What a phrase needs to be
understood stands within `AROUND` characters of it, so nothing that is found in the whole is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.models import AT_ONCE

AROUND = 8_000
"""So many characters before and behind its own part belong to a piece."""
_SENTENCE_END = re.compile(r"[.!?\u2026\u3002\uff01\uff1f\u061f]\s")
_WHITE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a message that is read at once, in characters of the message."""

    start: int
    end: int
    first: int
    """Where its own part begins."""
    last: int
    """Where its own part ends."""

    def holds(self, start: int, end: int) -> bool:
        """Whether a phrase, in characters of the message, stands on its own part."""
        return start < self.last and end > self.first


def pieces_of(text: str, most: int = AT_ONCE, around: int = AROUND) -> Iterator[Piece]:
    """The pieces of a text, in order; one where it is short enough.

    Args:
        text: the message.
        most: characters of a piece, at most.
        around: characters read with each part on both sides; pieces begin and end at line borders where there are
            some among these, or else at a space.
    """
    if len(text) <= most:
        yield Piece(0, len(text), 0, len(text))
        return
    first = 0
    while first < len(text):
        last = _border(text, first + (most - 2 * around) // 2, first + most - 2 * around)
        start = _border(text, max(first - around, 0), max(first - around // 2, 0)) if first else 0
        yield Piece(start, _border(text, last + around // 2, last + around), first, last)
        first = last


def _border(text: str, earliest: int, latest: int) -> int:
    """The last line border between two places, else the last end of a sentence, the last space, or `latest`."""
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
