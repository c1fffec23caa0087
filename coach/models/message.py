"""A message: a draft about to be sent, or one that was received."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, NoReturn

from coach.models.base import Model

AT_ONCE = 100_000
"""The longest message that is read in one piece, in characters; longer ones are split."""


class Direction(StrEnum):
    """Which way a message goes."""

    DRAFT = "draft"
    """The child is about to send it."""
    RECEIVED = "received"
    """The child got it."""

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        raise ValueError(f"unknown direction {value!r}: choose {', '.join(cls)}")


class Audience(StrEnum):
    """Who will read a message."""

    PUBLIC = "public"
    """Anybody."""
    GROUP = "group"
    """A class chat, a team, a server: people who know each other a little."""
    FRIEND = "friend"
    """Somebody known in real life."""
    STRANGER = "stranger"
    """Somebody known only online."""

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        raise ValueError(f"unknown audience {value!r}: choose {', '.join(cls)}")


AnyDirection = Direction | Literal["draft", "received"]
"""A direction, or its name: what the library takes."""
AnyAudience = Audience | Literal["public", "group", "friend", "stranger"]
"""An audience, or its name."""


class Message(Model):
    """A text with a direction and an audience."""

    text: str
    direction: Direction = Direction.DRAFT
    audience: Audience = Audience.GROUP
