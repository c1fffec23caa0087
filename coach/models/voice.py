"""A voice: one author's part of the corpus."""

from __future__ import annotations

from pydantic import Field

from coach.models.base import Model
from coach.models.marks import MarkedText
from coach.models.message import Audience, Direction


class MarkedMessage(MarkedText):
    """One annotated message; no marks means: stay silent here."""

    direction: Direction
    audience: Audience = Audience.GROUP
    """Who reads it, or who wrote it: a class group where its section names nobody."""
    line: int
    """Where it stands in the file, from 1."""


class Voice(Model):
    """One author's part of the corpus; a figure is honest only on a voice that was not learned from."""

    name: str = Field(min_length=1)
    """The file's name without its ending."""
    about: str = Field(min_length=1)
    """Who is speaking."""
    messages: tuple[MarkedMessage, ...]
