"""A question that waits for a number or an arrow: Enter, which led here, chooses nothing."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from coach.locale import N_, _
from coach.tui.safe_text import shown

HOW = N_("Press a number. Or \u2193, and then Enter.")


class AskedLine(Static, can_focus=True):
    """Has the focus before anything is chosen, so that a key pressed once too often chooses for nobody."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "enter", N_("How to choose"), show=False)]
    """
    | Key | Does |
    | :- | :- |
    | enter | Says how to choose, or goes on once all is chosen. |
    """
    DEFAULT_CSS = """
    AskedLine { height: auto; padding: 0 1; }
    AskedLine:focus { text-style: bold; }
    """

    class Entered(Message):
        """Posted when Enter was pressed."""

    def __init__(self, classes: str) -> None:
        """Ask nothing yet."""
        super().__init__("", markup=False, classes=classes)
        self._words = Content()

    def ask(self, words: str) -> None:
        """Ask this."""
        self._words = shown(words)
        self.update(self._words)

    def say_how(self) -> None:
        """Say how to choose."""
        self.update(self._words + shown(f"\n{_(HOW)}", "$text-muted"))

    def action_enter(self) -> None:
        """Leave it to the practice."""
        self.post_message(self.Entered())
