"""What screens ask of the app."""

from __future__ import annotations

from collections.abc import Callable

from textual.message import Message

from coach.models import Family


class OpenLesson(Message):
    """Asks for a lesson, at the step to go on with."""

    def __init__(self, name: str) -> None:
        self.name = name
        """The lesson's name."""
        super().__init__()


class Keep(Message):
    """Asks to keep something in the family's file."""

    def __init__(self, change: Callable[[Family], Family]) -> None:
        self.change = change
        """From what was kept to what is to be kept."""
        super().__init__()
