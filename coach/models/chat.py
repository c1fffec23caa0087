"""A branching chat: incoming messages, possible replies, and where each reply leads."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from coach.models.base import Model

YOU = "You"
"""The child's name in a chat."""


class Partner(StrEnum):
    """Who the child is chatting with."""

    STRANGER = "stranger"
    FRIEND = "friend"
    BULLY = "bully"
    FAMILY = "family"


class Bubble(Model):
    """One message of a chat."""

    speaker: str
    text: str
    line: int


class Reply(Model):
    """A reply or action the child can choose."""

    text: str
    goes_to: str
    """The name of the place to go to."""
    line: int


class Place(Model):
    """A node of a chat: its messages, followed by either replies to choose from or an ending that teaches."""

    name: str
    bubbles: tuple[Bubble, ...] = ()
    replies: tuple[Reply, ...] = ()
    teaches: str = ""
    """What these replies led to, and why; only at an ending."""
    line: int

    @property
    def is_end(self) -> bool:
        """Whether the chat ends here."""
        return not self.replies


class Chat(Model):
    """A branching chat; it starts at its first place."""

    name: str
    """The display name of the partner."""
    partner: Partner
    places: tuple[Place, ...] = Field(min_length=1)
    line: int

    @property
    def start(self) -> Place:
        """The first place."""
        return self.places[0]

    def place(self, name: str) -> Place:
        """Return the place with this name.

        Raises:
            KeyError: there is no such place.
        """
        return {place.name: place for place in self.places}[name]
