"""What checks messages: loaded after the first paint, and always asked in a thread, so that typing never stalls."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from enum import Enum, auto
from functools import partial
from typing import Any, TypeVar

from textual.app import App
from textual.signal import Signal

from coach.course import Check
from coach.errors import CoachError
from coach.tui.shown import on_one_line

LoadCheck = Callable[[], Check]
"""Loads what checks a message; slow, and it may fail."""
Answer = TypeVar("Answer")


class Readiness(Enum):
    """Whether messages can be checked."""

    GETTING_READY = auto()
    READY = auto()
    FAILED = auto()


class Checker:
    """Loads what checks messages, and asks it, one question after the other."""

    def __init__(self, app: App[Any], load_check: LoadCheck) -> None:
        self.readiness = Readiness.GETTING_READY
        self.trouble = ""
        """Why it could not get ready, in one line."""
        self.changed: Signal[Readiness] = Signal(app, "readiness")
        """Published when `readiness` changed."""
        self._app = app
        self._load_check = load_check
        self._check: Check | None = None
        self._thread = ThreadPoolExecutor(max_workers=1)

    def get_ready(self) -> None:
        """Load; a second call while loading changes nothing."""
        self._tell(Readiness.GETTING_READY)
        self._app.run_worker(self._load(), group="get ready", exclusive=True)

    async def ask(self, question: Callable[[Check], Answer]) -> Answer | None:
        """The answer to `question`; None while nothing can check."""
        if self._check is None:
            return None
        try:
            return await self._in_thread(partial(question, self._check))
        except Exception as error:
            self._fail(error)
            return None

    def close(self) -> None:
        """Drop what was not asked yet."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _load(self) -> None:
        try:
            self._check = await self._in_thread(self._load_check)
        except Exception as error:
            self._fail(error)
        else:
            self._tell(Readiness.READY)

    async def _in_thread(self, call: Callable[[], Answer]) -> Answer:
        return await asyncio.get_running_loop().run_in_executor(self._thread, call)

    def _fail(self, error: Exception) -> None:
        words = str(error) if isinstance(error, CoachError) else f"{type(error).__name__}: {error}"
        self.trouble = on_one_line(words, 200)
        self._check = None
        self._tell(Readiness.FAILED)

    def _tell(self, readiness: Readiness) -> None:
        self.readiness = readiness
        self.changed.publish(readiness)
