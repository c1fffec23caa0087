"""Boxes over another screen: with buttons for the arrows, or with a small question and its answers in a row."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Button, Static

from coach.tui.arrows import STEPS, go_beside, is_button
from coach.tui.safe_text import shown
from coach.tui.screens.too_small import RoomyScreen


class ButtonsScreen(RoomyScreen, ModalScreen[ScreenResultType]):
    """A box in which the arrows move between the buttons; in anything else they do what they do there."""

    def on_key(self, event: events.Key) -> None:
        """Let the arrows move between the buttons."""
        if event.key in STEPS and (self.focused is None or is_button(self.focused)):
            event.stop().prevent_default()
            go_beside(self, event.key)


class DialogScreen(ButtonsScreen[None]):
    """One question and its answers."""

    DEFAULT_CSS = """
    DialogScreen { align: center middle; }
    DialogScreen > Vertical { width: 60; max-width: 100%; height: auto; border: round $warning; padding: 0 1; }
    DialogScreen > Vertical { background: $surface; }
    DialogScreen Static { height: auto; margin-bottom: 1; }
    DialogScreen Horizontal { height: 1; }
    DialogScreen Button { margin-right: 1; }
    """

    def asked(self, question: str, *answers: Button) -> ComposeResult:
        """Yield the question above its answers."""
        with Vertical():
            yield Static(shown(question), markup=False)
            with Horizontal():
                yield from answers
