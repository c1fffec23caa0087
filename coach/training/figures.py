"""What was measured, as values that are saved beside the model."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from coach.errors import CoachError
from coach.models import Concern
from coach.models.base import Model

FIGURES = "figures.json"
"""The file beside the model."""
WAYS = ("rules", "reader", "both")
"""Who read: the rules alone, the second reader alone, the two together."""


class Measure(Model):
    """One concern in some messages."""

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
    """Those of a category that is marked in the message."""
    placed: int
    """Those that touch a marked phrase."""


class Silence(Model):
    """How often somebody is asked who should not be."""

    unmarked: int
    """Messages without a mark."""
    asked: dict[str, int]
    """Those that are flagged all the same, by way."""
    hurting: int
    """Drafts that tell of the writer's own hurt and are marked for nothing else."""
    called_unkind: dict[str, int]
    """Those that are called unkind, by way."""


class VoiceFigures(Model):
    """One voice, read by a model that learned from all others."""

    voice: str
    concerns: dict[str, dict[Concern, Measure]]
    """By way, then by concern."""
    shares: dict[str, Shares]
    """By way."""
    silence: Silence


class CalmFigures(Model):
    """One calm file's held-out part, read by the shipped model."""

    file: str
    messages: int
    flagged: dict[str, dict[Concern, int]]
    """By way, then by concern."""


class OpenFigures(Model):
    """One open file's held-out part, read by the shipped model."""

    file: str
    unkind: dict[str, Measure]
    """By way."""
    neutral: int
    """Rows that are not unkind."""


class GroupFigures(Model):
    """Messages of one sort that nobody should be asked about, read by the shipped model."""

    name: str
    about: str
    messages: int
    flagged: dict[str, dict[Concern, int]]
    """By way, then by concern."""
    words: dict[str, dict[str, int]]
    """By way: the words of flagged messages, where a group is about words."""


class Figures(Model):
    """Everything that was measured of one model."""

    model: str
    """The checksum (SHA-256) of the model's file."""
    voices: tuple[VoiceFigures, ...]
    calm: tuple[CalmFigures, ...]
    open: tuple[OpenFigures, ...]
    fairness: tuple[GroupFigures, ...]

    def total(self, way: str, concern: Concern) -> Measure:
        """All voices together."""
        parts = [voice.concerns[way][concern] for voice in self.voices]
        return sum(parts, Measure(right=0, false_alarms=0, missed=0))


def read_figures(folder: Path) -> Figures:
    """Read what was measured.

    Raises:
        CoachError: the file is missing or broken.
    """
    path = folder / FIGURES
    try:
        return Figures.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise CoachError(f"{path}: no figures of a model\n    fix: run `coach train --evaluate`") from error
