"""A small question over another screen, with its answers as buttons in a row."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from coach.tui.arrows import STEPS, go_beside
from coach.tui.safe_text import shown
from coach.tui.screens.too_small import RoomyScreen


class DialogScreen(RoomyScreen, ModalScreen[None]):
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

    def on_key(self, event: events.Key) -> None:
        """Let the arrows move between the answers."""
        if event.key in STEPS:
            event.stop()
            go_beside(self, event.key)
