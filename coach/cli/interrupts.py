"""Delay Ctrl+C until the current answer is written in full, then stop.

A second Ctrl+C stops at once, in case the program that reads the answers hangs.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class CtrlC:
    """Python's own handler of SIGINT, which also remembers that it ran.

    An interrupt inside a compiled library can come out as an error of that library: pydantic raises SchemaError.
    """

    def __init__(self) -> None:
        self.came = False

    def __call__(self, number: int, frame: FrameType | None) -> None:
        """Handle SIGINT; while a module is imported, end the process at once, as nothing has begun that could be lost.

        Raises:
            KeyboardInterrupt: always, where it goes on.
        """
        self.came = True
        if _is_importing(frame):  # pydantic's core panics, and prints so, if its import is interrupted
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            signal.raise_signal(signal.SIGINT)
        signal.default_int_handler(number, frame)


def _is_importing(frame: FrameType | None) -> bool:
    """Return whether a module is being imported, here or further out."""
    while frame:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False


CTRL_C = CtrlC()
"""The handler while a command runs."""


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
    before = signal.getsignal(signal.SIGINT)
    if not is_ours or before not in (CTRL_C, signal.default_int_handler):
        yield taken
        return
    signal.signal(signal.SIGINT, taken.take)
    try:
        yield taken
    finally:
        signal.signal(signal.SIGINT, before)
