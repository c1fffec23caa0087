"""A rude no to somebody known only online who went too far: a refusal need not be polite."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from coach.engine.text.listed import Listed
from coach.engine.text.reading import Candidate, Reading
from coach.models import Audience, Concern, Direction
from coach.models.category import GRAVE

ALWAYS_A_TALK = GRAVE | {f"{Concern.UNKIND}/identity"}
"""Unkind words that are worth a talk whoever gets them: a slur hurts everybody it names."""
_RUDE = tuple(f"{Concern.UNKIND}/{name}/" for name in ("name-calling", "looks", "dismissal"))
"""What a no may be rude with, even where the turn before it is unknown."""


class FendingOff:
    """Knows a draft that fends somebody off, by its word sets."""

    def __init__(self, sets: Mapping[str, Collection[str]]) -> None:
        """Take the word sets `fending-off`, `creep-words` and `go-words`."""
        self._whole = Listed(sets.get("fending-off", ()))
        self._creeps = frozenset(sets.get("creep-words", ()))
        self._goes = frozenset(sets.get("go-words", ()))

    def silences(self, candidate: Candidate, reading: Reading) -> bool:
        """Return whether an unkind phrase only makes the no to somebody known only online a rude one."""
        if reading.audience is not Audience.STRANGER or reading.direction is not Direction.DRAFT:
            return False
        return candidate.rule.startswith(_RUDE) and self._is_in(reading.words)

    def _is_in(self, words: list[str | None]) -> bool:
        """Return whether it says so outright, or calls somebody creepy and says no: `ew no ur a creep`."""
        if self._whole.is_in(words):
            return True
        return not self._creeps.isdisjoint(words) and any(
            word in self._goes and following != "one" for word, following in zip(words, [*words[1:], None], strict=True)
        )
