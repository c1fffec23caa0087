"""Show the progress of a long check on standard error: messages, messages per second, time left."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator

_EVERY = 0.2
"""Seconds between redraws."""
_FIRST = 1.0
"""Seconds before the line first appears."""


class ProgressLine:
    """A line that is redrawn while messages are checked and erased at the end."""

    def __init__(self, *, shown: bool) -> None:
        self.shown = shown
        self.messages = 0
        self._read, self._total = 0, 0
        self._begun = time.monotonic()
        self._due = self._begun + _FIRST
        self._drawn = False

    def metered(self, chunks: Iterable[bytes], total: int) -> Iterator[bytes]:
        """Yield the same chunks, counting how many of `total` bytes have been read."""
        read = 0
        for chunk in chunks:
            read += len(chunk)
            self.count(read, total)
            yield chunk

    def count(self, read: int, total: int) -> None:
        """Note how many of `total` bytes or rows have been read; `total` is 0 if unknown."""
        self._read, self._total = read, total

    def step(self) -> None:
        """Count one more message, and redraw the line if it is due."""
        self.messages += 1
        now = time.monotonic()
        if self.shown and now >= self._due:
            self._due, self._drawn = now + _EVERY, True
            print(f"\r{self.line(now - self._begun)}\x1b[K", end="", file=sys.stderr, flush=True)

    def line(self, seconds: float) -> str:
        """Return the text of the line after this many seconds."""
        speed = f"{self.messages:,} messages, {self.messages / seconds:,.0f} a second"
        if not self._total or not self._read:
            return speed
        left = round(seconds * (self._total - self._read) / self._read)
        return f"{speed}, {left // 60}:{left % 60:02} left"

    def close(self) -> None:
        """Erase the line."""
        if self._drawn:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._drawn = False
