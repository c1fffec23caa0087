"""What was worked out for a piece of text and is kept, with a bound on memory: however much is read, it has an end."""

from __future__ import annotations

from abc import abstractmethod
from typing import TypeVar

MOST_KEPT = 50_000
"""Texts kept before starting afresh."""
LONGEST_KEPT = 80
"""Characters of the longest text kept: longer ones may be of any length, and hardly come twice."""

Found = TypeVar("Found")


class Remembered(dict[str, Found]):
    """Works out what a text stands for when it is first asked for."""

    @abstractmethod
    def work_out(self, text: str) -> Found:
        """What the text stands for."""

    def __missing__(self, text: str) -> Found:
        found = self.work_out(text)
        if len(text) <= LONGEST_KEPT:
            if len(self) >= MOST_KEPT:
                self.clear()
            self[text] = found
        return found
