"""The stages in which somebody may win a child's trust to misuse it, and what shows them in a conversation."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from coach.models.base import Model
from coach.models.phrase import Phrase


class StageExamples(Model):
    """Turns of somebody else that prove a stage."""

    shows: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    """Near misses that must not show it."""


class Stage(Model):
    """One step of the staircase: how it sounds, and what is said about it."""

    id: str
    """`secrecy`, as the file is named."""
    order: int = Field(ge=1)
    """From the bottom of the staircase."""
    title: str = Field(min_length=1)
    """For both: `Keeping it secret`."""
    is_heavy: bool = False
    """Whether a staircase with it is an alarm: secrecy, a picture or a meeting, a threat."""
    categories: tuple[str, ...] = ()
    """Flags of these categories show it: `red-flag/secrecy`."""
    patterns: tuple[Phrase, ...] = ()
    """Further words that show it, too common to be flagged in one message alone."""
    unless: tuple[Phrase, ...] = ()
    """Words that make a turn harmless for this stage: a surprise for a birthday."""
    why: str = Field(min_length=1)
    """For the child."""
    note: str = Field(min_length=1)
    """For the grown-up."""
    examples: StageExamples = StageExamples()


@dataclass(frozen=True, slots=True)
class StageSign:
    """A place in a turn that shows a stage."""

    stage: str
    """The id of the stage."""
    start: int
    """The first character, in code points of the turn."""
    end: int
    """The character after the last."""
