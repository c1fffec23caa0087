"""Ctrl+C between two answers and not within one: what is begun is written whole, and then the check ends.

A second Ctrl+C ends it at once, for whoever reads the answers may have stopped.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interrupts:
    """Holds Ctrl+C back within `held`; elsewhere it interrupts as ever."""

    def __init__(self) -> None:
        self._is_held = False
        self._came = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the first one back until the end of this block.

        Raises:
            KeyboardInterrupt: one came meanwhile.
        """
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
        if self._came:
            raise KeyboardInterrupt

    def take(self, number: int, frame: FrameType | None) -> None:
        """Take a signal.

        Raises:
            KeyboardInterrupt: it is not held back.
        """
        del number, frame
        if self._is_held and not self._came:
            self._came = True
            return
        raise KeyboardInterrupt


@contextmanager
def interrupts() -> Iterator[Interrupts]:
    """Take Ctrl+C for as long as this lasts, where it can be taken: in the main thread, unless somebody ignores it."""
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
