"""Why somebody asks for a secret: a friend who hurts says "don't tell anyone" too, and needs care, not suspicion."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.models.thread import Turn

_NEAR = 8
"""How many turns of the same sender before and behind count as near."""


@dataclass(slots=True)
class _Sender:
    before: deque[str] = field(default_factory=lambda: deque(maxlen=_NEAR))
    left: int = 0
    """How many of the next turns may still explain a secret."""
    discloses: bool = False


class Secrets:
    """Sees the turns of one conversation in order, and learns who asks for secrets, and why."""

    def __init__(self, discloses: Callable[[str], bool]) -> None:
        """Ask `discloses` whether somebody says in a text that they hurt."""
        self._discloses = discloses
        self._senders = defaultdict[str, _Sender](_Sender)

    @property
    def disclosing(self) -> frozenset[str]:
        """Who says near a secret that they hurt."""
        return frozenset(name for name, one in self._senders.items() if one.discloses)

    def see(self, turn: Turn, *, asks: bool) -> None:
        """Take note of a turn; `asks` says whether it asks for a secret."""
        one = self._senders[turn.sender]
        if one.discloses:
            return
        one.before.append(turn.text)
        if asks:
            one.left = _NEAR
            one.discloses = any(map(self._discloses, one.before))
        elif one.left:
            one.left -= 1
            one.discloses = self._discloses(turn.text)
