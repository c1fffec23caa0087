"""Whether two people seem to know each other only online, by what the words of the other one add up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from coach.models.stage import SECRECY, Acquaintance

_ONLINE = 4
"""From which sum on somebody is read as known only online. On invented conversations of two of which nobody said how
they know each other, 84 in 100 grooming ones reach it, and 16 in 100 between friends or family."""
_IN_PERSON = -2
"""What a turn adds that shows that they meet in real life, or their families do."""
_MOST = 3
"""How many turns of a kind count."""


class Shown(NamedTuple):
    """What one turn of somebody else shows."""

    stages: Mapping[str, int] = {}
    """How plainly, from 1 to 3, by the id of the stage."""
    is_heavy: bool = False
    """Whether one of the stages is heavy."""
    kinds: frozenset[Acquaintance] = frozenset()
    """What shows how the two know each other."""

    @property
    def is_secret(self) -> bool:
        """Whether it asks for a secret."""
        return SECRECY in self.stages


@dataclass(slots=True)
class Strangeness:
    """What the turns of one sender add up to.

    One ambiguous phrase, such as "send a pic" or "last chance", is daily life between friends; two kinds of them, or
    one that says "we never met", are not.
    """

    _stages: dict[str, int] = field(default_factory=dict)
    _is_heavy: bool = False
    _online: int = 0
    _in_person: int = 0

    def see(self, shown: Shown) -> None:
        """Take note of a turn."""
        for stage, strength in shown.stages.items():
            self._stages[stage] = max(self._stages.get(stage, 0), strength)
        self._is_heavy = self._is_heavy or shown.is_heavy
        self._online += Acquaintance.ONLINE in shown.kinds
        self._in_person += Acquaintance.IN_PERSON in shown.kinds

    @property
    def is_secret(self) -> bool:
        """Whether they ask for a secret."""
        return SECRECY in self._stages

    @property
    def is_suspect(self) -> bool:
        """Whether their words show a heavy stage, or that they are known only online."""
        return self._is_heavy or self._online > 0

    def is_online(self, *, is_secret_fine: bool) -> bool:
        """Return whether they seem to know each other only online.

        Args:
            is_secret_fine: whether this sender asks for a secret because they hurt.
        """
        stages = sum(strength for stage, strength in self._stages.items() if not (is_secret_fine and stage == SECRECY))
        total = stages + _ONLINE * min(self._online, _MOST) + _IN_PERSON * min(self._in_person, _MOST)
        return (self._is_heavy or self._online > 0) and total >= _ONLINE
