"""A voice: the part of the corpus that one author wrote."""

from __future__ import annotations

from pydantic import Field

from coach.models.base import Model
from coach.models.marks import MarkedText
from coach.models.message import Audience, Direction


class MarkedMessage(MarkedText):
    """One annotated message; without marks, nothing in it may be flagged."""

    direction: Direction
    audience: Audience = Audience.GROUP
    """Who reads it, or who wrote it; a class group if its section does not say."""
    line: int
    """Its line in the file, from 1."""


class Voice(Model):
    """The messages of one author; only scores on voices that were not trained on are honest."""

    name: str = Field(min_length=1)
    """The file name without its extension."""
    about: str = Field(min_length=1)
    """Who is speaking."""
    is_closed: bool = False
    """Whether authors of rules don't read it, so that it measures rules on messages they have never seen."""
    messages: tuple[MarkedMessage, ...]
