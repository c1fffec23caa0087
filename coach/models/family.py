"""What a family keeps, and nothing else."""

from __future__ import annotations

from pydantic import Field

from coach.models.base import Model


class Progress(Model):
    """How far a family came in one lesson."""

    step: str
    """The slug of the step to go on with."""
    finished: bool = False
    """Whether the end was reached at least once."""


class Family(Model):
    """The people at the keyboard: what their file holds."""

    version: int = 1
    progress: dict[str, Progress] = Field(default_factory=dict)
    """By the lesson's name."""
    promises: tuple[str, ...] = ()
    """The names of the lessons whose promise the family made."""
