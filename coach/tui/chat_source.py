"""A chat that a family pasted or named; all of it is read in the checker's thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from coach.chats.reading import ChatReading, Stopped
from coach.errors import InputError
from coach.tui.checking import Checker, Readiness

if TYPE_CHECKING:
    from coach.counsel import CheckWithCounsel
    from coach.models import AgeGroup
    from coach.models.thread import Between, DateOrder
    from coach.threads.chat_walk import ChatWalk, Senders
    from coach.threads.opened import OpenedChat

_EVERY = 0.1
"""Seconds between two looks whether the checker is ready."""
Answer = TypeVar("Answer")


class ChatSource:
    """Reads a chat twice: for who writes in it, and then turn by turn."""

    def __init__(self, checker: Checker, given: str | Path) -> None:
        """Take words that were pasted, or the path of a file."""
        self._checker = checker
        self._given = given
        self._opened: OpenedChat | None = None
        self._reading = ChatReading()

    @property
    def turns(self) -> int:
        """How many turns the reading has passed."""
        return self._reading.turns

    def stop(self) -> None:
        """End the reading: nobody waits for it any more."""
        self._reading.stop()

    async def senders(self, dates: DateOrder | None) -> Senders | InputError | None:
        """Return who writes in it, or what is wrong with it; None if the reading was stopped."""

        def read(_: CheckWithCounsel, reading: ChatReading) -> Senders:
            from coach.threads.chat_walk import senders_of

            self._opened = self._open(dates)
            return senders_of(self._opened, reading)

        return await self._ask(read)

    async def walk(self, me: str, between: Between, age: AgeGroup | None) -> ChatWalk | InputError | None:
        """Return what to look at in it, or what is wrong with it; None if the reading was stopped."""

        def read(check: CheckWithCounsel, reading: ChatReading) -> ChatWalk:
            from coach.counsel import off_in_check, pipeline_of
            from coach.threads.chat_walk import FamilyAnswers, walk_through

            opened = self._opened or self._open(None)
            return walk_through(
                pipeline_of(check), opened, reading, FamilyAnswers(me, between, age, off_in_check(check))
            )

        return await self._ask(read)

    def _open(self, dates: DateOrder | None) -> OpenedChat:
        from coach.threads.opened import OpenedChat

        if isinstance(self._given, Path):
            return OpenedChat.at(self._given, dates)
        return OpenedChat.pasted(self._given, dates)

    async def _ask(self, read: Callable[[CheckWithCounsel, ChatReading], Answer]) -> Answer | InputError | None:
        """Read in the checker's thread, as soon as it is ready; the checker goes on after an error in a chat."""
        reading = self._reading = ChatReading()
        while self._checker.readiness is Readiness.COMING and not reading.is_stopped:
            await asyncio.sleep(_EVERY)

        def attempt(check: CheckWithCounsel) -> Answer | InputError | None:
            try:
                return None if reading.is_stopped else read(check, reading)
            except InputError as error:
                return error.with_traceback(None)
            except Stopped:
                return None

        return await self._checker.ask(attempt)
