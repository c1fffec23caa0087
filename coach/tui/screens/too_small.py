"""What is shown while the window is too small to read in."""

from __future__ import annotations

from typing import Any

from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

LEAST = (50, 18)
"""The smallest readable window, in columns and lines."""


class TooSmallScreen(ModalScreen[None]):
    """Asks for a bigger window; closes by itself."""

    DEFAULT_CSS = """
    TooSmallScreen { background: $background; align: center middle; }
    TooSmallScreen Static { width: auto; max-width: 100%; height: auto; text-align: center; }
    """

    def compose(self) -> ComposeResult:
        """The size that Coach needs."""
        room = f"{LEAST[0]} wide and {LEAST[1]} high."
        words = f"Coach needs a little more room:\n{room}\nMake the window bigger."
        plain = "Or type in a terminal: coach --plain"
        yield Static(f"{words}\n{plain}\nCtrl+Q quits.", markup=False)


def fit(app: App[Any], size: Size) -> None:
    """Ask for more room while the window is too small."""
    small = size.width < LEAST[0] or size.height < LEAST[1]
    shown = isinstance(app.screen, TooSmallScreen)
    if small and not shown:
        app.push_screen(TooSmallScreen())
    elif shown and not small:
        app.pop_screen()
