"""A cache for results about pieces of text, with bounded memory."""

from __future__ import annotations

from abc import abstractmethod
from typing import TypeVar

MOST_KEPT = 50_000
"""Texts kept before the cache is emptied."""
LONGEST_KEPT = 80
"""Longest text kept, in characters: longer ones are rarely seen twice."""

Found = TypeVar("Found")


class Remembered(dict[str, Found]):
    """Computes the result for a text on first use."""

    @abstractmethod
    def work_out(self, text: str) -> Found:
        """Compute the result for the text."""

    def __missing__(self, text: str) -> Found:
        found = self.work_out(text)
        if len(text) <= LONGEST_KEPT:
            if len(self) >= MOST_KEPT:
                self.clear()
            self[text] = found
        return found
