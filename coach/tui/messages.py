"""How a screen says that the two want to go on elsewhere."""

from __future__ import annotations

from textual.message import Message


class Left(Message):
    """Posted when a screen is left: the app shows home."""
