"""How far a long check is, on standard error, where somebody looks: messages, messages a second, time left."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator

_EVERY = 0.2
"""Seconds between two drawings."""
_FIRST = 1.0
"""Seconds before the first."""


class ProgressLine:
    """A line that is drawn anew while messages are checked, and taken away at the end."""

    def __init__(self, *, shown: bool) -> None:
        self.shown = shown
        self.messages = 0
        self._read, self._whole = 0, 0
        self._begun = time.monotonic()
        self._due = self._begun + _FIRST
        self._drawn = False

    def metered(self, lines: Iterable[bytes], whole: int) -> Iterator[bytes]:
        """The same lines; how many of `whole` bytes are read tells the time left."""
        read = 0
        for line in lines:
            read += len(line)
            self.count(read, whole)
            yield line

    def count(self, read: int, whole: int) -> None:
        """So many of so many bytes or rows are read; `whole` is 0 where nobody knows."""
        self._read, self._whole = read, whole

    def step(self) -> None:
        """One message more is done."""
        self.messages += 1
        now = time.monotonic()
        if self.shown and now >= self._due:
            self._due, self._drawn = now + _EVERY, True
            print(f"\r{self.line(now - self._begun)}\x1b[K", end="", file=sys.stderr, flush=True)

    def line(self, seconds: float) -> str:
        """What is drawn after so many seconds."""
        told = f"{self.messages:,} messages, {self.messages / seconds:,.0f} a second"
        if not self._whole or not self._read:
            return told
        left = round(seconds * (self._whole - self._read) / self._read)
        return f"{told}, {left // 60}:{left % 60:02} left"

    def close(self) -> None:
        """Take the line away."""
        if self._drawn:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._drawn = False
