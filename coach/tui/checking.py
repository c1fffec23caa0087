"""The checker of the app: loaded after the first paint, and run in a thread of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar, runtime_checkable

from textual.screen import Screen

from coach.errors import CoachError
from coach.locale import N_
from coach.tui.safe_text import on_one_line, plainly

if TYPE_CHECKING:
    from coach.counsel import CheckWithCounsel

Answer = TypeVar("Answer")


class Readiness(StrEnum):
    """How far the checker is."""

    COMING = N_("Coach is getting ready. You can go on.")
    READY = N_("Coach is ready.")
    FAILED = N_("Coach cannot check words right now.")


@runtime_checkable
class Follower(Protocol):
    """A widget that shows how far the checker is."""

    def follow(self, readiness: Readiness) -> None:
        """Show how far it is."""


class Asked(Protocol):
    """Whoever checks messages, or answers to one message."""

    @property
    def readiness(self) -> Readiness:
        """How far it is."""

    @property
    def is_ready(self) -> bool:
        """Whether it can be asked."""

    async def ask(self, question: Callable[[CheckWithCounsel], Answer]) -> Answer | None:
        """The answer to `question`; None if it is not ready or failed."""


class CheckerThrough:
    """Asks another checker, whose check is wrapped first."""

    def __init__(self, checker: Asked, wrap: Callable[[CheckWithCounsel], CheckWithCounsel]) -> None:
        self._checker = checker
        self._wrap = wrap

    @property
    def readiness(self) -> Readiness:
        """How far the other one is."""
        return self._checker.readiness

    @property
    def is_ready(self) -> bool:
        """Whether it can be asked."""
        return self._checker.is_ready

    async def ask(self, question: Callable[[CheckWithCounsel], Answer]) -> Answer | None:
        """The answer to `question`; None if the other one is not ready or failed."""
        return await self._checker.ask(lambda check: question(self._wrap(check)))


def tell_followers(screens: Iterable[Screen[object]], readiness: Readiness) -> None:
    """Update all followers on these screens; watching the app would hold every draft in memory until it ends."""
    for screen in screens:
        for widget in screen.walk_children():
            if isinstance(widget, Follower):
                widget.follow(readiness)


class Checker:
    """Checks messages once loaded; questions that nobody waits for any more are dropped."""

    def __init__(self, load_check: Callable[[], CheckWithCounsel], follow: Callable[[Readiness], object]) -> None:
        """Load by `load_check`; `follow` hears each change of `readiness`, whoever asked."""
        self.readiness = Readiness.COMING
        """How far it is."""
        self.trouble = ""
        """Why it failed, in one line, where a family can do something about it."""
        self.note = ""
        """What the family should know although it works."""
        self._load_check = load_check
        self._follow = follow
        self._check: CheckWithCounsel | None = None
        self._thread = ThreadPoolExecutor(max_workers=1)

    @property
    def is_ready(self) -> bool:
        """Whether messages can be checked."""
        return self._check is not None

    async def load(self) -> None:
        """Import what checking needs; any error becomes `trouble`."""
        self.trouble = ""
        self._become(Readiness.COMING)
        try:
            self._check = await self._in_thread(self._load_check)
        except Exception as error:
            self._fail(plainly(error) if isinstance(error, CoachError) else "")
        else:
            self.note = on_one_line(getattr(self._check, "trouble", ""))
            self._become(Readiness.READY)

    async def ask(self, question: Callable[[CheckWithCounsel], Answer]) -> Answer | None:
        """The answer to `question`; None if the checker is not ready or failed."""
        if self._check is None:
            return None
        try:
            return await self._in_thread(partial(question, self._check))
        except Exception:  # its text may hold the words that were asked about
            self._fail("")
            return None

    def close(self) -> None:
        """Let go of the thread."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _fail(self, why: str) -> None:
        self._check = None
        self.trouble = on_one_line(why)
        self._become(Readiness.FAILED)

    def _become(self, readiness: Readiness) -> None:
        if readiness is not self.readiness:
            self.readiness = readiness
            self._follow(readiness)

    async def _in_thread(self, call: Callable[[], Answer]) -> Answer:
        return await asyncio.get_running_loop().run_in_executor(self._thread, call)
