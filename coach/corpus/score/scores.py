"""Scores as values that can be saved and loaded."""

from __future__ import annotations

from collections.abc import Collection

from coach.models import Concern, Direction
from coach.models.base import Model


class Score(Model):
    """The counts of messages for one concern, category or rule."""

    right: int = 0
    """Marked and flagged. For a rule: marked with its category, and flagged by it."""
    false_alarms: int = 0
    """Flagged and not marked."""
    missed: int = 0
    """Marked and not flagged."""
    near: int = 0
    """The false alarms whose message is marked with another category of the same concern."""

    @property
    def precision(self) -> float:
        """How many of the flagged messages are marked; 1 where none is flagged."""
        flagged = self.right + self.false_alarms
        return self.right / flagged if flagged else 1.0

    @property
    def recall(self) -> float:
        """How many of the marked messages are flagged; 1 where none is marked."""
        marked = self.right + self.missed
        return self.right / marked if marked else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class FlagShares(Model):
    """How well right flags fit, counted over the flags whose message is marked with their concern."""

    right: int = 0
    """Flags in a message that is marked with their concern."""
    named: int = 0
    """Flags whose category is marked in the message."""
    placed: int = 0
    """Flags whose phrase overlaps a marked one of their concern."""
    tight: int = 0
    """Placed flags whose phrase is at most twice as long as the marked one."""


class FlaggedMessage(Model):
    """A message of the corpus, with the concerns it was flagged for."""

    voice: str
    text: str
    direction: Direction
    concerns: frozenset[Concern]
    marked: frozenset[Concern]
    """The concerns it is marked with."""


class Scores(Model):
    """All scores of some voices."""

    voices: dict[str, int]
    """The number of messages of each voice, by name."""
    concerns: dict[Concern, Score]
    categories: dict[str, Score]
    """By id, such as `unkind/looks`."""
    rules: dict[str, Score]
    """By id; only rules that flagged something."""
    flags: FlagShares
    flagged: tuple[FlaggedMessage, ...]
    """In corpus order."""

    def without(self, voices: Collection[str]) -> Scores:
        """Return the same scores, with no message of these voices listed as flagged."""
        return self.model_copy(update={"flagged": tuple(one for one in self.flagged if one.voice not in voices)})
