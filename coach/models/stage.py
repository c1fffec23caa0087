"""The stages in which somebody may win a child's trust to misuse it, and what shows them in a conversation."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from pydantic import Field

from coach.models.base import Model
from coach.models.phrase import Phrase

SECRECY, MEETING, THREAT = "secrecy", "picture-or-meeting", "threat"
"""The ids of the heavy stages."""


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
    titles: Mapping[str, str] = {}
    """A closer title where the flags of a turn are all of one category: `A meeting` for `red-flag/meet`."""
    is_heavy: bool = False
    """Whether a staircase with it is an alarm: secrecy, a picture or a meeting, a threat."""
    categories: tuple[str, ...] = ()
    """Flags of these categories show it: `red-flag/secrecy`."""
    marked_as: str = ""
    """The category that advises where only the conversation shows this stage; if empty, the first red flag of these."""
    grave: tuple[Phrase, ...] = ()
    """Words that nobody who means well says to a child, known or not."""
    patterns: tuple[Phrase, ...] = ()
    """Words that show it between people who do not know each other, and may be daily life in a family."""
    common: tuple[Phrase, ...] = ()
    """Words that honest strangers say too: they count only beside stronger ones."""
    unless: tuple[Phrase, ...] = ()
    """Words that make a turn harmless for this stage: a surprise for a birthday."""
    why: str = Field(min_length=1)
    """For the child."""
    note: str = Field(min_length=1)
    """For the grown-up."""
    examples: StageExamples = StageExamples()

    def title_of(self, categories: Collection[str]) -> str:
        """Return the closest title for a turn with flags of these categories."""
        known = [name for name in self.titles if name in categories]
        return self.titles[known[0]] if len(known) == 1 else self.title


class SignStrength(IntEnum):
    """How much a sign of a stage says."""

    COMMON = 1
    PATTERNS = 2
    GRAVE = 3


@dataclass(frozen=True, slots=True)
class StageSign:
    """A place in a turn that shows a stage."""

    stage: str
    """The id of the stage."""
    start: int
    """The first character, in code points of the turn."""
    end: int
    """The character after the last."""
    strength: SignStrength = SignStrength.PATTERNS
    is_marked: bool = False
    """Whether a flag shows it, so that a family sees these words marked in their turn."""


class Acquaintance(StrEnum):
    """What the words of a turn show of how two people know each other."""

    IN_PERSON = "in-person"
    """In real life: "see u at practice", "your mum says dinner"."""
    ONLINE = "online"
    """Only from the net: "from the server", "what country u from"."""
    SURPRISE = "surprise"
    """They plan one for somebody, which explains a secret that ends on a day."""


@dataclass(frozen=True, slots=True)
class AcquaintanceSign:
    """A place in a turn that shows how two people know each other."""

    kind: Acquaintance
    start: int
    end: int
    """The character after the last."""
