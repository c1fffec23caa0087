"""A conversation: turns with sender, time and text. Plain dataclasses, because an export can have a million turns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DateOrder(StrEnum):
    """In which order a file writes day, month and year."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    YEAR_FIRST = "ymd"


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a conversation."""

    sender: str
    """As the file names them, without invisible marks; `Me` if it has no name for its owner; empty if unknown."""
    text: str
    """Without marks of the app such as "edited"; empty if it is deleted, or media alone."""
    time: datetime | None = None
    """As the file has it: local without a time zone, or an instant with one; None without a date."""
    is_edited: bool = False
    is_deleted: bool = False
    media: str = ""
    """A file name or a kind (`image`, `audio`, `sticker`, ...); several are joined by commas; empty for none."""
    chat: str = ""
    """The conversation it belongs to, where a file has several."""
    is_mine: bool = False
    """Whether the file itself says that its owner wrote it; few formats do."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A line or an entry that could not be read."""

    line: int
    """From 1: the line where the record starts, or the number of the entry in its list."""
    why: str
    is_end: bool = False
    """Whether nothing from here on could be read, as where a file was cut short."""


@dataclass(frozen=True, slots=True)
class SystemLine:
    """A line or an entry of the app itself: somebody joined, a call, the notice about encryption."""

    line: int


class Skip(StrEnum):
    """Where a long walk through a chat may be cut short to."""

    OWN = "own"
    PLAN = "plan"
    END = "end"


class Between(StrEnum):
    """How the child knows the others of a conversation."""

    FAMILY = "family"
    FRIENDS = "friends"
    """Known in real life: friends, a class, a team."""
    ONLINE = "online"
    """Known only online."""
    UNSURE = "unsure"
    """The family is not sure; read as with somebody known only online."""
