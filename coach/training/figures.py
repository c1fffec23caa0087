"""Evaluation results, as values saved next to the model."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from coach.errors import CoachError
from coach.models import Concern
from coach.models.base import Model

FIGURES = "figures.json"
"""The file next to the model."""
WAYS = ("rules", "reader", "both")
"""The ways of reading: rules only, second reader only, both together."""


class Measure(Model):
    """The counts for one concern in some messages."""

    right: int
    false_alarms: int
    missed: int

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
        twice = 2 * self.right
        return twice / (twice + self.false_alarms + self.missed) if twice else 0.0

    def __add__(self, other: Measure) -> Measure:
        return Measure(
            right=self.right + other.right,
            false_alarms=self.false_alarms + other.false_alarms,
            missed=self.missed + other.missed,
        )


class Shares(Model):
    """How well the right flags fit."""

    right: int
    named: int
    """Flags of a category that is marked in the message."""
    placed: int
    """Flags that overlap a marked phrase."""


class Silence(Model):
    """How often messages are flagged that should not be."""

    unmarked: int
    """Messages without a mark."""
    asked: dict[str, int]
    """How many of them are flagged anyway, by way of reading."""
    hurting: int
    """Drafts about the writer's own pain, marked for nothing else."""
    called_unkind: dict[str, int]
    """How many of them are flagged as unkind, by way of reading."""


class VoiceFigures(Model):
    """The results for one voice, read by a model trained without it."""

    voice: str
    concerns: dict[str, dict[Concern, Measure]]
    """By way, then by concern."""
    shares: dict[str, Shares]
    """By way."""
    silence: Silence


class CalmFigures(Model):
    """The results of the shipped model on the held-out part of a calm file."""

    file: str
    messages: int
    flagged: dict[str, dict[Concern, int]]
    """By way, then by concern."""


class OpenFigures(Model):
    """The results of the shipped model on the held-out part of an open file."""

    file: str
    unkind: dict[str, Measure]
    """By way."""
    neutral: int
    """Rows that are not unkind."""


class PublicFigures(Model):
    """The results of the shipped model on held-out public comments, labelled by the guide."""

    part: str
    unkind: dict[str, Measure]
    """By way."""


class GroupFigures(Model):
    """The results of the shipped model on messages of one kind."""

    name: str
    about: str
    messages: int
    expects: Concern | None
    """What each should be flagged for; nothing if None."""
    right: dict[str, int]
    """By way: how many are read as they should be."""
    flagged: dict[str, dict[Concern, int]]
    """By way, then by concern."""
    words: dict[str, dict[str, int]]
    """By way of reading: counts of flagged messages by word, if the group is about words."""


class Figures(Model):
    """All evaluation results of one model."""

    model: str
    """The SHA-256 checksum of the model file."""
    voices: tuple[VoiceFigures, ...]
    calm: tuple[CalmFigures, ...]
    open: tuple[OpenFigures, ...]
    public: tuple[PublicFigures, ...]
    fairness: tuple[GroupFigures, ...]
    functions: tuple[GroupFigures, ...]

    def total(self, way: str, concern: Concern) -> Measure:
        """Add up the counts of all voices."""
        parts = [voice.concerns[way][concern] for voice in self.voices]
        return sum(parts, Measure(right=0, false_alarms=0, missed=0))


def read_figures(folder: Path) -> Figures:
    """Read saved figures.

    Raises:
        CoachError: the file is missing or invalid.
    """
    path = folder / FIGURES
    try:
        return Figures.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise CoachError(f"cannot read the figures in {path}\n    fix: run `coach train --evaluate`") from error
