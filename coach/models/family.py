"""What a family keeps, and nothing else."""

from __future__ import annotations

from typing import Final

from pydantic import Field

from coach.models.base import Model
from coach.models.private_word import MAX_PRIVATE_WORDS, PrivateWord

FAMILY_VERSION: Final = 3
"""The form of the file that this Coach writes."""


class Progress(Model):
    """How far a family came in one lesson."""

    step: str
    """The slug of the step to go on with; empty when it is time to begin again."""
    finished: bool = False
    """Whether the end was reached at least once."""


class Family(Model):
    """The people at the keyboard: what their file holds."""

    version: int = Field(default=FAMILY_VERSION, ge=1, le=FAMILY_VERSION)
    """The form of the file; a Coach that is older than the file leaves it alone."""
    progress: dict[str, Progress] = Field(default_factory=dict)
    """By the lesson's name."""
    promises: tuple[str, ...] = ()
    """The names of the lessons whose promise the family made."""
    private_words: tuple[PrivateWord, ...] = Field(default=(), max_length=MAX_PRIVATE_WORDS, repr=False)
    """What the family keeps to itself; since version 2."""
    rules_only: bool = False
    """Whether the second reader is to keep silent; since version 3."""
