"""Delay Ctrl+C until the current answer is written in full, then stop.

A second Ctrl+C stops at once, in case the program that reads the answers hangs.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interrupts:
    """Delays Ctrl+C inside `held`; elsewhere it interrupts as usual."""

    def __init__(self) -> None:
        self._is_held = False
        self._came = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Delay the first Ctrl+C until the end of this block.

        Raises:
            KeyboardInterrupt: Ctrl+C was pressed inside the block.
        """
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
        if self._came:
            raise KeyboardInterrupt

    def take(self, number: int, frame: FrameType | None) -> None:
        """Handle SIGINT.

        Raises:
            KeyboardInterrupt: outside `held`, or at the second Ctrl+C.
        """
        del number, frame
        if self._is_held and not self._came:
            self._came = True
            return
        raise KeyboardInterrupt


@contextmanager
def interrupts() -> Iterator[Interrupts]:
    """Install the handler for this block, if in the main thread and nobody else handles or ignores SIGINT."""
    taken = Interrupts()
    is_ours = threading.current_thread() is threading.main_thread()
    if not is_ours or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield taken
        return
    signal.signal(signal.SIGINT, taken.take)
    try:
        yield taken
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
