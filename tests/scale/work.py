"""Work for the crew's tests: a worker must be able to import it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

from coach.errors import CoachError

Work = Callable[[Sequence[int]], list[int]]


def make_double() -> Work:
    return lambda items: [2 * item for item in items]


def make_deadly() -> Work:
    """Kills its worker at 13, and fails at 7."""
    return _deadly


def _deadly(items: Sequence[int]) -> list[int]:
    if 13 in items:
        os.kill(os.getpid(), signal.SIGKILL)
    if 7 in items:
        raise ValueError("seven")
    return [2 * item for item in items]


class KillsOnce:
    """Kills the first worker that comes to 20; those after it find the note of that."""

    def __init__(self, note: Path) -> None:
        self.note = note

    def __call__(self) -> Work:
        return self._work

    def _work(self, items: Sequence[int]) -> list[int]:
        if 20 in items and not self.note.exists():
            self.note.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return [2 * item for item in items]


def make_nothing() -> Work:
    raise CoachError("no model")


def make_dead() -> Work:
    os._exit(1)
