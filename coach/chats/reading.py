"""How far a reading of a chat is, for whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from threading import Event

from coach.models.thread import Turn


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """Nobody waits for the reading any more."""


class ChatReading:
    """A reading in one thread, watched and stopped from another."""

    def __init__(self) -> None:
        self.turns = 0
        """How many turns were passed, in every pass over them."""
        self._is_stopped = Event()

    def stop(self) -> None:
        """End the reading at its next turn."""
        self._is_stopped.set()

    @property
    def is_stopped(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._is_stopped.is_set()

    def watched(self, turns: Callable[[], Iterable[Turn]]) -> Iterator[Turn]:
        """Yield the turns, and count them.

        Raises:
            Stopped: it was stopped.
        """
        for turn in turns():
            if self.is_stopped:
                raise Stopped
            self.turns += 1
            yield turn
