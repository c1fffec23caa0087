"""The checker of the app: made ready in a thread after the first paint, asked by one thread at a time."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from threading import Lock

from coach.models import Message, Report

Check = Callable[[Message], Report]


class Readiness(StrEnum):
    """How far the checker is."""

    COMING = "Coach is getting ready. You can go on."
    READY = "Coach is ready."
    FAILED = "Coach cannot check words now."


class Checker:
    """Checks messages once it is loaded."""

    def __init__(self, load_check: Callable[[], Check]) -> None:
        self._load_check = load_check
        self._check: Check | None = None
        self._lock = Lock()

    @property
    def is_ready(self) -> bool:
        """Whether messages can be checked."""
        return self._check is not None

    def load(self) -> None:
        """Import what checking needs; takes a second or two, so it is called in a thread."""
        self._check = self._load_check()

    def check(self, message: Message) -> Report:
        """The report on one message; the pipeline serves one thread at a time.

        Raises:
            RuntimeError: it is not loaded.
        """
        if self._check is None:
            raise RuntimeError("the checker is not loaded")
        with self._lock:
            return self._check(message)
