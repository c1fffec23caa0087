"""What was found in a message."""

from __future__ import annotations

from enum import StrEnum

from coach.models.base import Model
from coach.models.category import Concern, Weight
from coach.models.message import Message


class FlagSource(StrEnum):
    """Which part of the engine spoke."""

    RULE = "rule"
    DETAIL = "detail"
    PRIVATE_WORD = "private word"
    SECOND_READER = "second reader"


class Role(StrEnum):
    """Who the child is in a message."""

    WRITER = "writer"
    """The draft is theirs."""
    TARGET = "target"
    """They got the message, and it is about them."""
    WITNESS = "witness"
    """They got the message, and it is about somebody else."""


QUIET = f"{Concern.CARE}/unsafe"
"""The category of which no screen and no page quotes anything."""


class Flag(Model):
    """One phrase to look at again."""

    start: int
    """First character, counted in code points of the text as given."""
    end: int
    """The character after the last."""
    phrase: str
    """The text from `start` up to `end`."""
    concern: Concern
    category: str
    """`<concern>/<name>`."""
    rule: str
    """The rule or detail that spoke."""
    source: FlagSource
    weight: Weight
    why: str
    """For the child."""
    note: str
    """For the parent; empty where an earlier flag of the report says it."""
    instead: tuple[str, ...]
    """Better words; none where other flags of the report have them all."""
    lesson: str
    """The lesson that practises this; empty where a lesson would not help now."""
    role: Role = Role.WRITER
    """Who the child is in the message."""
    steps: tuple[str, ...] = ()
    """What to do next with a received message, the first thing first."""

    @property
    def is_quiet(self) -> bool:
        """Whether nothing of it may catch the eye: the one whom the writer fears may sit beside them."""
        return self.category == QUIET


class Report(Model):
    """All flags of one message, in order, none overlapping within a concern."""

    message: Message
    flags: tuple[Flag, ...] = ()
    pieces: int = 1
    """In how many pieces the message was read; several where it is longer than `AT_ONCE`."""

    @property
    def said_of_length(self) -> str:
        """What to say of a message that was read in pieces; nothing otherwise."""
        if self.pieces == 1:
            return ""
        return f"A long message: {len(self.message.text):,} characters, read in {self.pieces} pieces."

    @property
    def weight(self) -> Weight | None:
        """The heaviest weight, or None when nothing is flagged."""
        return max((flag.weight for flag in self.flags), key=lambda weight: weight.rank, default=None)

    def __json__(self) -> str:
        """How srsly writes it, which spaCy asks for `doc.to_json(underscore=["coach"])`."""
        return self.model_dump_json()

    def of(self, concern: Concern) -> tuple[Flag, ...]:
        """The flags of one concern."""
        return tuple(flag for flag in self.flags if flag.concern is concern)
