"""A talk that branches: what somebody writes, what can be answered, and where each answer leads."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from coach.models.base import Model

YOU = "You"
"""How the child is called in a talk."""


class Partner(StrEnum):
    """Who writes in a talk."""

    STRANGER = "stranger"
    FRIEND = "friend"
    BULLY = "bully"
    FAMILY = "family"


class Bubble(Model):
    """One message of a talk."""

    speaker: str
    text: str
    line: int


class Reply(Model):
    """Something the child can answer or do."""

    text: str
    goes_to: str
    """The name of the place to go to."""
    line: int


class Place(Model):
    """One moment of a talk: what is written, and then either replies to choose from or an end that teaches."""

    name: str
    bubbles: tuple[Bubble, ...] = ()
    replies: tuple[Reply, ...] = ()
    teaches: str = ""
    """What this way of answering leads to, and why; only where the talk ends."""
    line: int

    @property
    def is_end(self) -> bool:
        """Whether the talk ends here."""
        return not self.replies


class Chat(Model):
    """A talk that branches; it begins at its first place."""

    name: str
    """What the one who writes is called."""
    partner: Partner
    places: tuple[Place, ...] = Field(min_length=1)
    line: int

    @property
    def start(self) -> Place:
        """Where the talk begins."""
        return self.places[0]

    def place(self, name: str) -> Place:
        """The place of this name.

        Raises:
            KeyError: there is none.
        """
        return {place.name: place for place in self.places}[name]
