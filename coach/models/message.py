"""A message: what somebody is about to send, or what reached them."""

from __future__ import annotations

from enum import StrEnum

from coach.models.base import Model

AT_ONCE = 100_000
"""The longest message that is read at once, in characters; a longer one is read in pieces."""


class Direction(StrEnum):
    """Which way a message goes."""

    DRAFT = "draft"
    """The child is about to send it."""
    RECEIVED = "received"
    """It reached the child."""


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


class Message(Model):
    """A text with a direction and an audience."""

    text: str
    direction: Direction = Direction.DRAFT
    audience: Audience = Audience.GROUP
