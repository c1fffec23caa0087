"""Why somebody asks for a secret: a friend who hurts says "don't tell anyone" too, and needs care, not suspicion."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.models.thread import Turn
    from coach.threads.survey import Signs

_NEAR = 8
"""How many turns of the same sender before and behind count as near."""


@dataclass(slots=True)
class _Sender:
    before: deque[str] = field(default_factory=lambda: deque(maxlen=_NEAR))
    left: int = 0
    """How many of the next turns may still explain a secret."""
    has_asked: bool = False
    discloses: bool = False


class Secrets:
    """Sees the turns of one conversation in order, and learns who asks for secrets, and why."""

    def __init__(self, signs: Signs) -> None:
        self._signs = signs
        self._senders = defaultdict[str, _Sender](_Sender)

    @property
    def disclosing(self) -> frozenset[str]:
        """Who says near a secret that they hurt."""
        return frozenset(name for name, one in self._senders.items() if one.discloses)

    @property
    def is_suspicious(self) -> bool:
        """Whether somebody asks for a secret and says no such thing."""
        return any(one.has_asked and not one.discloses for one in self._senders.values())

    def see(self, turn: Turn) -> None:
        """Take note of a turn."""
        one = self._senders[turn.sender]
        if one.discloses:
            return
        one.before.append(turn.text)
        if self._signs.asks_secrecy(turn.text):
            one.has_asked, one.left = True, _NEAR
            one.discloses = any(map(self._signs.discloses, one.before))
        elif one.left:
            one.left -= 1
            one.discloses = self._signs.discloses(turn.text)
