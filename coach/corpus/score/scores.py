"""What is counted, as values that can be saved and read again."""

from __future__ import annotations

from coach.models import Concern, Direction
from coach.models.base import Model


class Score(Model):
    """Messages counted for one concern, one category or one rule."""

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
    """How well the flags themselves fit, counted over the right flags: those whose message is marked so."""

    right: int = 0
    """Flags in a message that is marked with their concern."""
    named: int = 0
    """Those whose category is marked in the message."""
    placed: int = 0
    """Those whose phrase overlaps a marked one of their concern."""
    tight: int = 0
    """Those placed whose phrase is at most twice as long as the marked one."""


class FlaggedMessage(Model):
    """A message of the corpus and the concerns that it was flagged for."""

    voice: str
    text: str
    direction: Direction
    concerns: frozenset[Concern]
    marked: frozenset[Concern]
    """The concerns that it is marked with."""


class Scores(Model):
    """Everything counted over some voices."""

    voices: dict[str, int]
    """Their names, and how many messages each has."""
    concerns: dict[Concern, Score]
    categories: dict[str, Score]
    """By id, such as `unkind/looks`."""
    rules: dict[str, Score]
    """By id; only rules that flagged something."""
    flags: FlagShares
    flagged: tuple[FlaggedMessage, ...]
    """In the order of the corpus."""
