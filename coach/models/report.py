"""What was found in a message."""

from __future__ import annotations

from enum import StrEnum

from coach.models.base import Model
from coach.models.category import Concern, Weight
from coach.models.message import Message


class FlagSource(StrEnum):
    """Which part of the engine raised a flag."""

    RULE = "rule"
    DETAIL = "detail"
    PRIVATE_WORD = "private word"
    SECOND_READER = "second reader"


class Role(StrEnum):
    """Who the child is in a message."""

    WRITER = "writer"
    """The draft is theirs."""
    TARGET = "target"
    """They received the message, and it is about them."""
    WITNESS = "witness"
    """They received the message, and it is about somebody else."""


QUIET = f"{Concern.CARE}/unsafe"
"""The category whose flags are never quoted on any screen or page."""


class Flag(Model):
    """One phrase to look at again."""

    start: int
    """The first character, in code points of the original text."""
    end: int
    """The character after the last."""
    phrase: str
    """The text from `start` to `end`."""
    concern: Concern
    category: str
    """`<concern>/<name>`."""
    rule: str
    """The rule or detail that raised the flag."""
    source: FlagSource
    weight: Weight
    why: str
    """For the child."""
    note: str
    """For the parent; empty if an earlier flag of the report says the same."""
    instead: tuple[str, ...]
    """Suggestions; empty if other flags of the report make them all."""
    lesson: str
    """The lesson that practises this; empty if a lesson would not help now."""
    role: Role = Role.WRITER
    """Who the child is in the message."""
    steps: tuple[str, ...] = ()
    """What to do next about a received message, in order."""

    @property
    def words_for_help(self) -> tuple[str, ...]:
        """What to say to somebody who can help; empty for drafts that are better rewritten."""
        return self.instead if self.concern in {Concern.CARE, Concern.GOING_ALONG} else ()

    @property
    def is_quiet(self) -> bool:
        """Whether it must be shown discreetly: the person the writer fears may be sitting beside them."""
        return self.category == QUIET


class Report(Model):
    """All flags of one message, in order; flags of the same concern never overlap."""

    message: Message
    flags: tuple[Flag, ...] = ()
    pieces: int = 1
    """How many pieces the message was read in; more than one if it is longer than `AT_ONCE`."""

    @property
    def said_of_length(self) -> str:
        """A note on a message that was read in pieces; otherwise empty."""
        if self.pieces == 1:
            return ""
        return f"A long message: {len(self.message.text):,} characters, read in {self.pieces} pieces."

    @property
    def weight(self) -> Weight | None:
        """The heaviest weight, or None if nothing is flagged."""
        return max((flag.weight for flag in self.flags), key=lambda weight: weight.rank, default=None)

    def __json__(self) -> str:
        """How srsly writes it, which spaCy asks for `doc.to_json(underscore=["coach"])`."""
        return self.model_dump_json()

    def of(self, concern: Concern) -> tuple[Flag, ...]:
        """Return the flags of one concern."""
        return tuple(flag for flag in self.flags if flag.concern is concern)
