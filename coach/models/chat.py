"""A branching chat: incoming messages, possible replies, and where each reply leads."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from coach.locale import N_
from coach.models.answer import SampleAnswer
from coach.models.base import Model

YOU = N_("You")
"""The child's name in a chat."""


class Partner(StrEnum):
    """Who the child is chatting with."""

    STRANGER = "stranger"
    FRIEND = "friend"
    BULLY = "bully"
    FAMILY = "family"
    GROUP = "group"
    AI = "ai"
    """A chatbot: a program that answers like a person."""
    HURTING = "hurting"
    """A friend who is not all right."""


class Bubble(Model):
    """One message of a chat."""

    speaker: str
    text: str
    when: str = ""
    """The day on which a new part of the chat begins; empty within a part."""
    line: int


class Reply(Model):
    """A reply or action the child can choose."""

    text: str
    goes_to: str
    """The name of the place to go to."""
    line: int


class OwnReply(Model):
    """A way on by an answer in the family's own words, judged with what it answers in view."""

    goes_to: str
    """The name of the place to go to."""
    passes: tuple[SampleAnswer, ...] = ()
    """Answers that are left to the family."""
    fails: tuple[SampleAnswer, ...] = ()
    """Answers in which Coach sees something."""
    line: int


class Place(Model):
    """A node of a chat: its messages, followed by either replies to choose from or an ending that teaches."""

    name: str
    bubbles: tuple[Bubble, ...] = ()
    replies: tuple[Reply, ...] = ()
    own: OwnReply | None = None
    teaches: str = ""
    """What these replies led to, and why; only at an ending."""
    line: int

    @property
    def is_end(self) -> bool:
        """Whether the chat ends here."""
        return not self.replies and self.own is None

    @property
    def asked(self) -> str:
        """What an answer here answers: the last message that somebody else wrote; empty if there is none."""
        return next((one.text for one in reversed(self.bubbles) if one.speaker != YOU), "")

    @property
    def leads_to(self) -> frozenset[str]:
        """The names of the places that can come next."""
        return frozenset({*(reply.goes_to for reply in self.replies), *((self.own.goes_to,) if self.own else ())})


class Chat(Model):
    """A branching chat; it starts at its first place."""

    name: str
    """The display name of the partner."""
    partner: Partner
    never: tuple[str, ...] = ()
    """Words, or kinds of words, that no answer in own words may bring here."""
    places: tuple[Place, ...] = Field(min_length=1)
    is_judged: bool = True
    """False in a language that Coach has no rules for."""
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
