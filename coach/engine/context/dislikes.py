"""Tell whether `they` are food, animals or things named before: `i hate mushrooms they r disgusting`."""

from __future__ import annotations

from collections.abc import Set

from coach.engine.text.listed import Listed
from coach.engine.text.reading import Candidate, Reading
from coach.models import Concern

_CATEGORIES = ("looks", "ability", "name-calling", "mockery", "family-money")
_OF_THINGS = tuple(f"{Concern.UNKIND}/{name}/" for name in _CATEGORIES)
"""What is said of things, never a threat or a wish that somebody dies."""
_PRONOUN = "they"


class Dislikes:
    """Knows things that children find disgusting, and the words that say so."""

    def __init__(self, things: Set[str] = frozenset(), beside: Set[str] = frozenset()) -> None:
        self._things = Listed(things)
        self._known = beside | {word for thing in things for word in thing.split()}

    def are_meant(self, reading: Reading, candidate: Candidate) -> bool:
        """Return whether the phrase begins with `they`, and all before it in the sentence is of things."""
        start = candidate.start
        if reading.words[start] != _PRONOUN or not candidate.rule.startswith(_OF_THINGS):
            return False
        first = reading.sentence(start)[0]
        before = {word for word in reading.words[first:start] if word}
        return before <= self._known and any(self._things.find(reading.words, first, start))
